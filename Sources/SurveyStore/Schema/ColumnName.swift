extension String {
  /// The name of a column as it stands in SQL; GRDB's own quoting leaves quotation marks within the name alone.
  var columnName: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// The text as a literal in SQL, for statements that take no parameters.
  var textLiteral: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
