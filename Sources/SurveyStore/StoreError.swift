public import Foundation
internal import GRDB

/// Why responses could not be stored or read.
public enum StoreError: Error, Sendable, Equatable {
  /// There is no database yet, or it holds no import.
  case nothingStored(path: String)
  /// The file cannot be opened or made: no such folder, or no permission.
  case cannotOpen(path: String)
  /// Another program holds the database.
  case locked(path: String)
  /// The file, its folder or its disk is write-protected.
  case readOnly(path: String)
  /// The file is not an SQLite database.
  case notADatabase(path: String)
  /// The database is damaged.
  case corrupt(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// The disk or the network failed, with SQLite's words for it.
  case inputOutput(path: String, detail: String)
  /// The database was written by a newer version.
  case newerVersion(path: String, found: Int, known: Int)
  /// The database belongs to another program.
  case foreignDatabase(path: String)
  /// SQLite refused something else, with its words for it.
  case refused(path: String, detail: String)
  /// The scale of a question differs from the one its answers were stored with.
  case scaleChanged(question: String, stored: String, wanted: String)
  /// A rating question has become a segment or the reverse.
  case kindChanged(question: String)
  /// The name of a question is one of the store's own columns.
  case reservedName(question: String)
  /// The names of two questions differ only in case, which SQLite takes for the same column.
  case sameName(question: String, other: String)
  /// Responses of the wave have been stored from another file, or from another version of this one.
  case waveAlreadyStored(wave: String, file: String)
  /// Responses of another version of the file have been stored.
  case fileAlreadyStored(file: String)
}

extension StoreError {
  /// What a refusal of SQLite means for the file at a path.
  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_READONLY: self = .readOnly(path: path)
    case .SQLITE_NOTADB: self = .notADatabase(path: path)
    case .SQLITE_CORRUPT: self = .corrupt(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .cannotOpen(path: path)
    case .SQLITE_IOERR: self = .inputOutput(path: path, detail: error.message ?? "")
    default: self = .refused(path: path, detail: error.message ?? "\(error.resultCode)")
    }
  }
}

extension StoreError: LocalizedError {
  /// What is wrong, in one sentence.
  public var errorDescription: String? {
    switch self {
    case .nothingStored(let path): "\(path) holds no responses yet."
    case .cannotOpen(let path): "\(path) cannot be opened."
    case .locked(let path): "\(path) is in use by another program."
    case .readOnly(let path): "\(path) is write-protected."
    case .notADatabase(let path): "\(path) is not an SQLite database."
    case .corrupt(let path): "\(path) is damaged."
    case .diskFull(let path): "The disk is full; \(path) is as it was before."
    case .inputOutput(let path, let detail): "\(path) could not be read or written: \(detail)."
    case .newerVersion(let path, let found, let known):
      "\(path) was written by a newer version of loyalty (format \(found), this one knows \(known))."
    case .foreignDatabase(let path): "\(path) is a database of another program."
    case .refused(let path, let detail): "SQLite refused to work on \(path): \(detail)."
    case .scaleChanged(let question, let stored, let wanted):
      "The answers to `\(question)` were stored on the scale \(stored), but survey.yaml now says \(wanted)."
    case .kindChanged(let question):
      "`\(question)` was stored as another kind of question: ratings became a segment, or the reverse."
    case .reservedName(let question): "`\(question)` is the name of one of the store's own columns."
    case .sameName(let question, let other):
      "`\(question)` and `\(other)` differ only in upper and lower case, which is one name to SQLite."
    case .waveAlreadyStored(let wave, let file):
      "Wave `\(wave)` has been stored from \(file), with other content."
    case .fileAlreadyStored(let file): "\(file) has been stored before, with other content."
    }
  }

  /// How to repair it, in the imperative.
  public var recoverySuggestion: String? {
    switch self {
    case .nothingStored: "Import an export first."
    case .cannotOpen: "Check that the folder exists and that you may read and write there."
    case .locked: "Close the other program, or wait until it is done, and try again."
    case .readOnly:
      "Make the file and its folder writable, or copy the survey's folder to where you may write."
    case .notADatabase: "Move the file away and import the exports again."
    case .corrupt: "Restore the file from a backup, or move it away and import the exports again."
    case .diskFull: "Make room and import again."
    case .inputOutput: "Check the disk or the network drive, and try again."
    case .newerVersion: "Update loyalty, or move the file away and import the exports again."
    case .foreignDatabase: "Choose another folder for the survey, or move the file away."
    case .refused: "Check the file with `sqlite3 FILE 'PRAGMA integrity_check'`."
    case .scaleChanged(let question, _, _), .kindChanged(let question):
      "Restore `\(question)` in survey.yaml or give the new question another name; or, if survey.yaml was wrong "
        + "before, move the database away and import the exports again."
    case .reservedName: "Give the question another name in survey.yaml, such as `\(StoreError.otherName)`."
    case .sameName: "Give one of them another name in survey.yaml."
    case .waveAlreadyStored, .fileAlreadyStored:
      "Import with --replace to put this file in its place, or with --append to keep both."
    }
  }

  private static let otherName = "question_1"
}
