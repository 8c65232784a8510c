/// Where a column of the survey is found in an export.
public struct ColumnSource: Sendable, Equatable {
  /// The header in the export.
  public let name: String
  /// Headers the same column has in other waves.
  public let aliases: [String]

  /// A column by its header and the headers it has elsewhere.
  public init(name: String, aliases: [String] = []) {
    self.name = name
    self.aliases = aliases
  }

  /// All headers under which the column may stand, the usual one first.
  public var names: [String] { [name] + aliases }
}
