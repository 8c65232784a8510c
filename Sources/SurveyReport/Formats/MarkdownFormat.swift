/// Tables as Markdown in the dialect of GitHub.
enum MarkdownFormat {
  /// The lines of a table.
  static func lines(of table: ResultTable) -> [String] {
    let rule = table.columns.map { $0.alignment == .trailing ? "---:" : "---" }
    let rows =
      [table.columns.map { escaped($0.header) }, rule] + table.rows.map { $0.map { escaped($0.shown) } }
    return rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }

  /// Text in which nothing is markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "\\", "*", "_", "`", "[", "]", "#": result += "\\\(character)"
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\n", "\r", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
