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
  /// The waves of other files.
  let stored: StoredWaves

  /// Begins the record of a file.
  ///
  /// An earlier import of the same bytes makes way: it stored nothing, or it is being replaced.
  init(fileName: String, digest: String, mode: ImportMode, in database: Database) throws {
    self.fileName = fileName
    self.digest = digest
    self.mode = mode
    self.database = database
    stored = try StoredWaves(fileName: fileName, digest: digest, mode: mode, in: database)
    id = 1 + (try Int.fetchOne(database, sql: "SELECT max(id) FROM import") ?? 0)
    try database.execute(
      sql: "UPDATE import SET replacedBy = ? WHERE sha256 = ? AND replacedBy IS NULL",
      arguments: [id, digest])
    try database.execute(
      sql: "INSERT INTO import (id, fileName, sha256) VALUES (?, ?, ?)", arguments: [id, fileName, digest])
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
    guard mode == .replace else { return 0 }
    return try ReplacedResponses(
      importID: id, fileName: fileName, digest: digest, waves: responsesPerWave.map { $0.wave }
    ).remove(in: database)
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
    for (position, header) in summary.headers.enumerated() {
      try database.execute(
        sql: "INSERT INTO importHeader VALUES (?, ?, ?)", arguments: [id, position + 1, header])
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
