internal import GRDB

/// The tables of the store, and which version of them a file holds.
enum Schema {
  /// Marks the file as ours in its header: "LOYL".
  static let applicationID = 0x4C4F_594C

  /// The migrations: the first makes the tables, each later one brings a file of the version before up to date.
  static let migrations = [initialTables, privacyTables, themes, decimals]

  /// The version this program writes.
  static var version: Int { migrations.count }

  /// The columns of `response` that are not questions.
  static let responseColumns = [
    "response", "import", "line", "respondent", "wave", "date", "weight", "missing",
  ]

  /// What a file holds.
  enum State: Equatable {
    /// Nothing at all.
    case empty
    /// The tables of a version, at most the one this program writes.
    case version(Int)
  }

  /// What a file holds; files of other programs and of newer versions are refused.
  static func state(of database: Database, at path: String) throws -> State {
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if application == 0, version == 0, objects == 0 { return .empty }
    guard application == applicationID else { throw StoreError.foreignDatabase(path: path) }
    guard version <= Schema.version else {
      throw StoreError.newerVersion(path: path, found: version, known: Schema.version)
    }
    return .version(version)
  }

  /// Brings a file up to date within the current transaction.
  static func prepare(_ database: Database, at path: String) throws {
    let present =
      switch try state(of: database, at: path) {
      case .empty: 0
      case .version(let version): version
      }
    guard present < version else { return }
    for migration in migrations[present...] {
      try database.execute(sql: migration)
    }
    try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
  }
}
