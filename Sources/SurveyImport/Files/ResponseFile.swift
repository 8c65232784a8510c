import Glibc
import SurveyModel

/// An export on disk that was found to be text: its name, size and fingerprint.
public struct ResponseFile: Sendable, Equatable {
  /// The path as the user gave it.
  public let path: String
  /// The file's name, without its folder.
  public let name: String
  /// The size in bytes.
  public let byteCount: Int
  /// The SHA-256 of the bytes in hexadecimal.
  public let digest: String
  /// How letters are written.
  let encoding: TextEncoding
  private let hasBrokenLetters: Bool

  /// Looks at a file: reads it once from end to end, in constant memory.
  ///
  /// - Throws: `ImportError` with `file-missing`, `file-not-regular`, `file-unreadable`, `file-empty` or
  ///   `file-binary`.
  public init(at path: String) throws(ImportError) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    try ResponseFile.requireRegularFile(path)
    let inspection: FileInspection
    do throws(SystemFailure) {
      inspection = try FileInspection(of: ByteSource(path: path))
    } catch {
      throw ImportError(.unreadable(path, error))
    }
    if inspection.byteCount == 0 { throw ImportError(.empty(path)) }
    if let signature = FileSignature(of: inspection.start) { throw ImportError(.binary(path, signature)) }
    guard let encoding = inspection.encoding else { throw ImportError(.binary(path, nil)) }
    byteCount = inspection.byteCount
    digest = inspection.digest
    self.encoding = encoding
    hasBrokenLetters = encoding == .utf8 && inspection.letters.invalid > 0
  }

  /// The text of the file from its beginning.
  func text() throws(ImportError) -> TextStream {
    do throws(SystemFailure) {
      return TextStream(try ByteSource(path: path), encoding: encoding)
    } catch {
      throw ImportError(.unreadable(path, error))
    }
  }

  /// The first part of the text.
  func sample() throws(ImportError) -> FileSample {
    let text = try text()
    do throws(SystemFailure) {
      return try FileSample(of: text)
    } catch {
      throw ImportError(.unreadable(path, error))
    }
  }

  /// What is to be said about the file before a row of it is read.
  func notes() throws(ImportError) -> [Diagnostic] {
    if encoding == .windows1252 { return [.assumed(encoding, path)] }
    guard hasBrokenLetters else { return [] }
    do throws(SystemFailure) {
      return try BrokenLetters(in: ByteSource(path: path)).places.map { place in
        .brokenLetter(at: SourceLocation(file: path, line: place.line, column: place.column))
      }
    } catch {
      throw ImportError(.unreadable(path, error))
    }
  }

  private static func requireRegularFile(_ path: String) throws(ImportError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw ImportError(.unreadable(path, SystemFailure(number: errno)))
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else { throw ImportError(.notRegular(path, isFolder: kind == S_IFDIR)) }
  }
}

extension Diagnostic {
  static func unreadable(_ path: String, _ failure: SystemFailure) -> Diagnostic {
    let place = SourceLocation(file: path)
    switch failure.number {
    case ENOENT, ENOTDIR:
      return Diagnostic(.error, .fileMissing, at: place, "there is no such file", fix: "check the path")
    case EACCES, EPERM:
      return Diagnostic(
        .error, .fileUnreadable, at: place, "the file may not be read by this user",
        fix: "give read permission: chmod u+r")
    default:
      return Diagnostic(
        .error, .fileUnreadable, at: place,
        "the operating system cannot read the file (error \(failure.number))",
        fix: "copy the file to another disk and try again")
    }
  }

  fileprivate static func notRegular(_ path: String, isFolder: Bool) -> Diagnostic {
    Diagnostic(
      .error, .fileNotRegular, at: SourceLocation(file: path),
      isFolder ? "this is a folder, not a file" : "this is a device or a pipe, not a file",
      fix: isFolder ? "name the export in it" : "save the answers in a file first")
  }

  fileprivate static func empty(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, .fileEmpty, at: SourceLocation(file: path), "the file is empty (0 bytes)",
      fix: "export the answers again")
  }

  fileprivate static func binary(_ path: String, _ signature: FileSignature?) -> Diagnostic {
    let kind = signature?.description ?? "not text: it holds zero bytes"
    return Diagnostic(
      .error, .fileBinary, at: SourceLocation(file: path), "the file is \(kind)",
      fix: signature?.fix ?? "export the answers as CSV")
  }

  fileprivate static func assumed(_ encoding: TextEncoding, _ path: String) -> Diagnostic {
    Diagnostic(
      .note, .encodingAssumed, at: SourceLocation(file: path),
      "the bytes are not UTF-8; letters beyond ASCII were read as \(encoding.name)",
      fix: "save the file as UTF-8 if letters look wrong")
  }
}
