internal import GRDB

/// The responses that make way for those of an import: of the same waves, of the same bytes, or, where there are no waves,
/// of the same file name.
struct ReplacedResponses {
  private let arguments: StatementArguments

  /// Holds of rows of a table with the columns `import` and `wave`.
  private static let condition = """
    import <> :id AND (import IN (SELECT id FROM import WHERE sha256 = :digest)
      OR wave IN (SELECT value FROM json_each(:waves))
      OR :hasNoWave AND wave IS NULL AND import IN (SELECT id FROM import WHERE fileName = :fileName))
    """

  /// What the import with a number replaces; `waves` are those of its responses, nil for responses without one.
  init(importID: Int, fileName: String, digest: String, waves: [String?]) throws {
    let names = waves.compactMap(\.self).map { "\"\($0.jsonEscaped)\"" }
    arguments = [
      "id": importID, "digest": digest, "fileName": fileName, "hasNoWave": waves.contains(nil),
      "waves": "[\(names.joined(separator: ","))]",
    ]
  }

  /// How many there are.
  func count(in database: Database) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM response WHERE \(ReplacedResponses.condition)",
      arguments: arguments) ?? 0
  }

  /// Removes them and marks imports of which nothing is left; returns how many there were.
  func remove(in database: Database) throws -> Int {
    let condition = ReplacedResponses.condition
    let imports = try Int.fetchAll(
      database, sql: "SELECT DISTINCT import FROM importWave WHERE \(condition)", arguments: arguments)
    guard !imports.isEmpty else { return 0 }
    try database.execute(
      sql: "DELETE FROM comment WHERE response IN (SELECT response FROM response WHERE \(condition))",
      arguments: arguments)
    try database.execute(sql: "DELETE FROM response WHERE \(condition)", arguments: arguments)
    let count = database.changesCount
    try database.execute(sql: "DELETE FROM importWave WHERE \(condition)", arguments: arguments)
    for earlier in imports {
      try database.execute(
        sql: """
          UPDATE import SET replacedBy = :id
          WHERE id = :earlier AND replacedBy IS NULL
            AND NOT EXISTS (SELECT * FROM importWave WHERE import = import.id)
          """,
        arguments: arguments &+ ["earlier": earlier])
    }
    return count
  }
}

extension String {
  /// The text within the quotes of a JSON string.
  fileprivate var jsonEscaped: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
