internal import GRDB

/// A file that was imported.
public struct StoredImport: Sendable, Equatable {
  /// The number of the import, counted from 1 in the order of importing.
  public let id: Int
  /// The file's name, without its folder.
  public let fileName: String
  /// The SHA-256 of the file's bytes in hexadecimal.
  public let digest: String
  /// When it was imported, in UTC, as `2026-11-23T09:30:00Z`.
  public let importedAt: String
  /// Data rows in the file.
  public let rowsRead: Int
  /// Rows that became responses.
  public let rowsStored: Int
  /// Rows that did not.
  public let rowsRejected: Int
  /// The waves that it still supplies, in the order of their names; empty without waves.
  public let waves: [String]
  /// The import that took its place, or nil while responses of it are there.
  public let replacedBy: Int?
}

extension StoredImport {
  /// The import that supplies responses of the file with a digest, or nil.
  static func current(of digest: String, in database: Database) throws -> StoredImport? {
    try all(in: database).first { $0.digest == digest && $0.replacedBy == nil && $0.rowsStored > 0 }
  }

  /// All imports in order.
  static func all(in database: Database) throws -> [StoredImport] {
    let waves = try Row.fetchAll(database, sql: "SELECT import, wave FROM importWave WHERE wave IS NOT NULL")
    let wavesOfImport = Dictionary(grouping: waves) { $0[0] as Int }.mapValues { $0.map { $0[1] as String } }
    return try Row.fetchAll(database, sql: "SELECT * FROM import ORDER BY id").map { row in
      StoredImport(
        id: row["id"], fileName: row["fileName"], digest: row["sha256"], importedAt: row["importedAt"],
        rowsRead: row["rowsRead"], rowsStored: row["rowsStored"], rowsRejected: row["rowsRejected"],
        waves: (wavesOfImport[row["id"]] ?? []).sorted(by: NaturalOrder.precedes),
        replacedBy: row["replacedBy"])
    }
  }
}
