internal import GRDB
internal import SurveyModel

/// The record of an import that is under way, and what it has to do with earlier ones.
struct ImportRecord {
  /// The number of the import.
  let id: Int
  private let fileName: String
  private let digest: String
  private let mode: ImportMode
  private let database: Database
  /// The files that supplied each stored wave.
  private let fileOfWave: [String: String]
  /// Whether responses without a wave were stored from a file of this name.
  private let isFileStored: Bool

  /// Begins the record of a file.
  ///
  /// An earlier import of the same bytes makes way: it stored nothing, or it is being replaced.
  init(fileName: String, digest: String, mode: ImportMode, in database: Database) throws {
    self.fileName = fileName
    self.digest = digest
    self.mode = mode
    self.database = database
    let stored = try Row.fetchAll(
      database,
      sql:
        "SELECT wave, fileName FROM importWave JOIN import ON import.id = import WHERE sha256 <> ? ORDER BY id",
      arguments: [digest])
    fileOfWave = Dictionary(
      stored.compactMap { row in (row["wave"] as String?).map { ($0, row["fileName"]) } },
      uniquingKeysWith: { first, _ in first })
    isFileStored = stored.contains { ($0["wave"] as String?) == nil && $0["fileName"] == fileName }
    id = 1 + (try Int.fetchOne(database, sql: "SELECT max(id) FROM import") ?? 0)
    try database.execute(
      sql: "UPDATE import SET replacedBy = ? WHERE sha256 = ? AND replacedBy IS NULL",
      arguments: [id, digest])
    try database.execute(
      sql: "INSERT INTO import (id, fileName, sha256) VALUES (?, ?, ?)", arguments: [id, fileName, digest])
  }

  /// Refuses a wave that has been stored with other content; nil stands for responses without a wave.
  func check(wave: String?) throws(StoreError) {
    guard mode == .refuseChanges else { return }
    if let wave {
      if let file = fileOfWave[wave] { throw .waveAlreadyStored(wave: wave, file: file) }
    } else if isFileStored {
      throw .fileAlreadyStored(file: fileName)
    }
  }

  /// Completes the record and removes what the import replaces; returns how many responses that were.
  func finish(_ summary: ImportSummary, responsesPerWave: [(wave: String?, responses: Int)]) throws -> Int {
    for (wave, responses) in responsesPerWave {
      try database.execute(
        sql: "INSERT INTO importWave (import, wave, responses) VALUES (?, ?, ?)",
        arguments: [id, wave, responses])
    }
    try database.execute(
      sql: "UPDATE import SET rowsRead = ?, rowsStored = ?, rowsRejected = ? WHERE id = ?",
      arguments: [summary.rowsRead, summary.rowsStored, summary.rowsRejected, id])
    try storeColumns(of: summary)
    try storeDiagnostics(of: summary)
    return mode == .replace ? try removeReplaced() : 0
  }

  /// Removes the responses of earlier imports of the same waves, the same file or the same bytes.
  private func removeReplaced() throws -> Int {
    let replaced = """
      SELECT importWave.rowid, import, wave FROM importWave JOIN import ON import.id = import
      WHERE import <> :id AND (sha256 = :digest
        OR wave IN (SELECT wave FROM importWave WHERE import = :id)
        OR wave IS NULL AND fileName = :fileName
          AND EXISTS (SELECT * FROM importWave WHERE import = :id AND wave IS NULL))
      """
    let rows = try Row.fetchAll(
      database, sql: replaced, arguments: ["id": id, "digest": digest, "fileName": fileName])
    var count = 0
    for row in rows {
      let (part, earlier, wave): (Int, Int, String?) = (row[0], row[1], row[2])
      try database.execute(
        sql: "DELETE FROM response WHERE import = ? AND wave IS ?", arguments: [earlier, wave])
      count += database.changesCount
      try database.execute(sql: "DELETE FROM importWave WHERE rowid = ?", arguments: [part])
      try database.execute(
        sql: """
          UPDATE import SET replacedBy = ?
          WHERE id = ? AND replacedBy IS NULL AND NOT EXISTS (SELECT * FROM importWave WHERE import = import.id)
          """,
        arguments: [id, earlier])
    }
    return count
  }

  private func storeColumns(of summary: ImportSummary) throws {
    for column in summary.columns {
      try database.execute(
        sql: "INSERT INTO importColumn VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, column.id, column.header, column.answered, column.missing[.skipped] ?? 0,
          column.missing[.notShown] ?? 0, column.missing[.dontKnow] ?? 0,
        ])
    }
  }

  private func storeDiagnostics(of summary: ImportSummary) throws {
    for diagnostic in summary.diagnostics {
      try database.execute(
        sql: "INSERT INTO diagnostic VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          id, diagnostic.severity.rawValue, diagnostic.code, diagnostic.location.line,
          diagnostic.location.column, diagnostic.summary, diagnostic.excerpt, diagnostic.fix,
        ])
    }
    for (code, count) in summary.diagnosticCounts.sorted(by: { $0.key < $1.key }) {
      try database.execute(
        sql: "INSERT INTO diagnosticCount VALUES (?, ?, ?)", arguments: [id, code, count])
    }
  }
}
