internal import Foundation
internal import GRDB

/// The responses of one survey in one SQLite file, which any SQL tool can read.
///
/// Every method is one transaction on a connection of its own. The file comes into being with the first import
/// that succeeds; a reader never writes to it, so it may lie in a folder that is read-only.
///
/// The responses are one table, `response`, with a row per response and a column per question, and the view
/// `labelledResponse` shows them with labels for codes. Beside it stand the
/// codebook (`question`, `questionLabel`, `valueLabel`) and the record of every import (`import`, `importWave`,
/// `importColumn`, `rejectedRow`, `diagnostic`). See `docs/store.md`.
public struct ResponseStore: Sendable {
  /// The path of the SQLite file.
  public let path: String
  /// How long a connection waits for another process that holds the file, in seconds.
  let busyTimeout: Double
  /// The largest number of pages the file may have; nil for no limit but the disk.
  let pageLimit: Int?

  /// The store in a file, which need not exist before the first import.
  public init(path: String) {
    self.init(path: path, busyTimeout: 3)
  }

  /// A store with limits, for tests of what happens at them.
  init(path: String, busyTimeout: Double, pageLimit: Int? = nil) {
    self.path = path
    self.busyTimeout = busyTimeout
    self.pageLimit = pageLimit
  }

  /// Whether there is a file at the path; it may still hold nothing.
  public var exists: Bool {
    FileManager.default.fileExists(atPath: path)
  }
}

extension ResponseStore {
  /// Reads in one transaction, on a connection that cannot write.
  ///
  /// A writer that was killed leaves its journal behind, which only a connection that may write can roll back.
  func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
    guard exists else { throw StoreError.nothingStored(path: path) }
    return try translatingErrors {
      do {
        return try read(body)
      } catch let error as DatabaseError where error.isUnfinishedTransaction {
        try open(readOnly: false).writeWithoutTransaction { try $0.inTransaction(.immediate) { .commit } }
        return try read(body)
      }
    }
  }

  /// Reads as `reading` does; nil where nothing has been stored.
  func readingIfStored<Result>(_ body: (Database) throws -> Result) throws -> Result? {
    do {
      return try reading(body)
    } catch StoreError.nothingStored {
      return nil
    }
  }

  private func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try open(readOnly: true).read { database in
      guard try Schema.state(of: database, at: path) != .empty else {
        throw StoreError.nothingStored(path: path)
      }
      return try body(database)
    }
  }

  /// Writes in one transaction; when `body` throws or says `.rollback`, the file is as it was before.
  ///
  /// - Parameter isErasing: Whether SQLite overwrites with zeros what is deleted.
  func writing(
    erasing isErasing: Bool = false, _ body: (Database) throws -> Database.TransactionCompletion
  ) throws {
    let isNew = !exists
    defer { if isNew { removeIfEmpty() } }
    try translatingErrors {
      let queue = try open(readOnly: false, erasing: isErasing)
      defer { try? queue.close() }
      try queue.writeWithoutTransaction { database in
        try database.inTransaction(.immediate) {
          try Schema.prepare(database, at: path)
          return try body(database)
        }
      }
    }
  }

  /// Works on the file outside a transaction, on a connection that overwrites what it deletes.
  func maintaining(_ body: (Database) throws -> Void) throws {
    try translatingErrors {
      let queue = try open(readOnly: false, erasing: true)
      defer { try? queue.close() }
      try queue.writeWithoutTransaction(body)
    }
  }

  /// A connection.
  ///
  /// The schema's constraints bind everyone else who writes to the file. For the bulk insert they are off, since
  /// `ResponseInserter` checks the same on its way and SQLite's own check is a sixth of an import's processor time.
  private func open(readOnly: Bool, erasing isErasing: Bool = false) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.busyMode = .timeout(busyTimeout)
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { [pageLimit] database in
      guard !readOnly else { return }
      try database.execute(sql: "PRAGMA page_size = 16384; PRAGMA ignore_check_constraints = ON")
      if isErasing { try database.execute(sql: "PRAGMA secure_delete = ON") }
      if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Removes the file of a first import that failed, which SQLite leaves with nothing in it.
  private func removeIfEmpty() {
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    if size == 0 { try? FileManager.default.removeItem(atPath: path) }
  }

  private func translatingErrors<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }
}

extension DatabaseError {
  /// Whether a writer was killed and a connection that may write has to roll its work back.
  fileprivate var isUnfinishedTransaction: Bool {
    extendedResultCode == .SQLITE_READONLY_ROLLBACK || extendedResultCode == .SQLITE_READONLY_RECOVERY
      || extendedResultCode == .SQLITE_READONLY_CANTLOCK
  }
}
