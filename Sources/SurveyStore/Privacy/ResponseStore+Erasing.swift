internal import GRDB

/// What an erasure removed.
public struct Erasure: Sendable, Equatable {
  /// Responses of the respondent.
  public var responses = 0
  /// Comments in them.
  public var comments = 0
  /// Rows of the respondent that could not be stored, of which the record of imports kept the offending cell.
  public var rejectedRows = 0
  /// Messages of imports about rows of the respondent.
  public var diagnostics = 0
  /// Whether the respondent had been erased before.
  public var wasErased = false

  /// Nothing was removed.
  public init() {}

  /// Whether anything of the respondent was there, now or before.
  public var foundAnything: Bool { wasErased || responses + rejectedRows > 0 }
}

extension ResponseStore {
  /// Erases a respondent for good: from the tables, from the pages that are free, and from the journal.
  ///
  /// Erased are the responses with their comments, the rejected rows, and the messages of imports about the lines of
  /// both. What stays is that an erasure took place, on what day and of how many responses, and the pseudonym, so that
  /// another import of the same file leaves the respondent out; neither tells who it was. Counts in the record of
  /// imports stay as they were. Where nothing is found nothing is written.
  ///
  /// - Parameters:
  ///   - identifier: The respondent as exports name it, or as it is stored.
  ///   - pseudonym: Its pseudonym.
  ///   - keyCheck: The text by which the key of the pseudonym is known again.
  public func erase(_ identifier: String, pseudonym: String, keyCheck: String) throws -> Erasure {
    guard exists else { throw StoreError.nothingStored(path: path) }
    var erasure = Erasure()
    try writing(erasing: true) { database in
      let privacy = try StoredPrivacy(database)
      let eraser = Eraser(names: [identifier, pseudonym], in: database)
      erasure = try eraser.erase()
      let known = try String.fetchAll(
        database, sql: "SELECT pseudonym FROM erasedRespondent WHERE pseudonym IN (?, ?)",
        arguments: [identifier, pseudonym])
      erasure.wasErased = !known.isEmpty
      guard erasure.foundAnything else { return .rollback }
      // Given a pseudonym as it is stored, that is what further rows will have.
      let isStoredName = privacy.isPseudonymised && eraser.foundNames == [identifier]
      try database.execute(
        sql: "INSERT OR IGNORE INTO erasedRespondent VALUES (?)",
        arguments: [isStoredName ? identifier : pseudonym])
      if erasure.responses + erasure.rejectedRows > 0 {
        try database.execute(
          sql: "INSERT INTO erasure (responses) VALUES (?)", arguments: [erasure.responses])
      }
      try StoredPrivacy(isPseudonymised: privacy.isPseudonymised, keyCheck: keyCheck).store(in: database)
      return .commit
    }
    if erasure.foundAnything { try clean() }
    return erasure
  }

  /// Writes the file anew without what was deleted from it, and empties the write-ahead log, if there is one.
  func clean() throws {
    try maintaining { database in
      try database.execute(sql: "VACUUM")
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
      guard mode == "wal" else { return }
      let isBusy = try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? 0
      if isBusy != 0 { throw StoreError.locked(path: path) }
    }
  }
}

/// Deletes what a database holds of a respondent.
private final class Eraser {
  private let names: [String]
  private let database: Database
  /// The names under which something was found.
  private(set) var foundNames: Set<String> = []

  init(names: [String], in database: Database) {
    self.names = names
    self.database = database
  }

  func erase() throws -> Erasure {
    var erasure = Erasure()
    for (table, isResponse) in [("response", true), ("rejectedRow", false)] {
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT rowid, import, line, respondent, \(isResponse ? "wave" : "NULL AS wave") FROM \(table)
          WHERE respondent IN (?, ?)
          """,
        arguments: [names[0], names[1]])
      for row in rows {
        foundNames.insert(row["respondent"])
        erasure.diagnostics += try eraseDiagnostics(of: row["import"], line: row["line"])
        if isResponse {
          erasure.comments += try delete("comment WHERE response = ?", [row[0] as Int])
          try database.execute(
            sql: "UPDATE importWave SET responses = responses - 1 WHERE import = ? AND wave IS ?",
            arguments: [row["import"] as Int, row["wave"] as String?])
        }
      }
      for row in rows {
        let count = try delete("\(table) WHERE rowid = ?", [row[0] as Int])
        if isResponse { erasure.responses += count } else { erasure.rejectedRows += count }
      }
    }
    return erasure
  }

  /// Deletes the messages about a row: those from its line up to the line of the next one.
  private func eraseDiagnostics(of importID: Int, line: Int?) throws -> Int {
    guard let line else { return 0 }
    let next = try Int.fetchOne(
      database,
      sql: """
        SELECT min(line) FROM (
          SELECT line FROM response WHERE import = :import AND line > :line
          UNION ALL SELECT line FROM rejectedRow WHERE import = :import AND line > :line)
        """,
      arguments: ["import": importID, "line": line])
    return try delete(
      "diagnostic WHERE import = ? AND line >= ? AND line < ?", [importID, line, next ?? .max])
  }

  private func delete(_ target: String, _ arguments: StatementArguments) throws -> Int {
    try database.execute(sql: "DELETE FROM \(target)", arguments: arguments)
    return database.changesCount
  }
}
