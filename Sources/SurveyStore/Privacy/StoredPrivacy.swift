internal import GRDB

/// How a store treats its respondents.
public struct StoredPrivacy: Sendable, Equatable {
  /// Whether respondents are stored under pseudonyms.
  public var isPseudonymised = false
  /// The text by which the key of pseudonyms is known again; nil where none was ever used.
  public var keyCheck: String?

  /// Respondents are stored as they are.
  public init() {}

  /// Respondents are stored as said.
  public init(isPseudonymised: Bool, keyCheck: String?) {
    self.isPseudonymised = isPseudonymised
    self.keyCheck = keyCheck
  }
}

extension StoredPrivacy {
  /// What a database says.
  init(_ database: Database) throws {
    guard try database.tableExists("privacy"),
      let row = try Row.fetchOne(database, sql: "SELECT isPseudonymised, keyCheck FROM privacy")
    else { return }
    (isPseudonymised, keyCheck) = (row[0], row[1])
  }

  /// Writes it down.
  func store(in database: Database) throws {
    try database.execute(
      sql: "INSERT OR REPLACE INTO privacy VALUES (1, ?, ?)", arguments: [isPseudonymised, keyCheck])
  }
}

extension ResponseStore {
  /// How the store treats its respondents; as they are where there is no database yet.
  public func privacy() throws -> StoredPrivacy {
    try readingIfStored { try StoredPrivacy($0) } ?? StoredPrivacy()
  }
}

/// How an import is to treat respondents.
public struct Pseudonymisation: Sendable {
  /// The text by which the key is known again.
  public let keyCheck: String
  /// The pseudonym of an identifier.
  public let pseudonym: @Sendable (String) -> String

  /// Pseudonyms under a key.
  public init(keyCheck: String, pseudonym: @escaping @Sendable (String) -> String) {
    self.keyCheck = keyCheck
    self.pseudonym = pseudonym
  }
}

extension Pseudonymisation {
  /// What there was to do.
  enum Adoption {
    /// The database had pseudonyms already.
    case none
    /// It had no identifiers.
    case noted
    /// Identifiers were replaced, so that the file must be cleaned of them.
    case replaced
  }

  /// Replaces the identifiers that are stored by pseudonyms, where that has not been done.
  func adopt(in database: Database) throws -> Adoption {
    guard try !StoredPrivacy(database).isPseudonymised else { return .none }
    try StoredPrivacy(isPseudonymised: true, keyCheck: keyCheck).store(in: database)
    database.add(
      function: DatabaseFunction("pseudonym", argumentCount: 1, pure: true) { [pseudonym] values in
        String.fromDatabaseValue(values[0]).map(pseudonym)
      })
    var count = 0
    for table in ["response", "rejectedRow"] {
      try database.execute(
        sql: "UPDATE \(table) SET respondent = pseudonym(respondent) WHERE respondent IS NOT NULL")
      count += database.changesCount
    }
    return count > 0 ? .replaced : .noted
  }
}
