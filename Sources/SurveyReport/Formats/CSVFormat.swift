/// Tables as comma-separated values by RFC 4180.
enum CSVFormat {
  /// The header and the rows, each ending in CR LF.
  ///
  /// Spreadsheets run text that begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break as a
  /// formula; such text gets a leading apostrophe. Numbers are left as they are.
  static func text(of table: ResultTable) -> String {
    let rows = [table.columns.map { quoted($0.header) }] + table.rows.map { $0.map(cell) }
    return rows.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func cell(_ cell: ResultTable.Cell) -> String {
    switch cell {
    case .text(let text): quoted(neutralised(text))
    case .number(let number): quoted(number)
    case .empty: ""
    }
  }

  private static func neutralised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@＝＋－＠\t\r\n".unicodeScalars.contains(first),
      !isNumber(text)
    else { return text }
    return "'" + text
  }

  /// Whether a text is a signed number and nothing else, such as the code of a segment: it runs nothing.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.unicodeScalars.dropFirst()
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    return (text.first == "-" || text.first == "+") && parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } }
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    guard needsQuotes else { return text }
    let doubled = text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return "\"\(doubled)\""
  }
}

extension ResultTable.Cell {
  /// A number in full precision with a decimal point, or nothing.
  static func exact(_ value: Double?) -> ResultTable.Cell {
    value.flatMap { $0.isFinite ? .number("\($0)") : nil } ?? .empty
  }

  /// An answer to a rating question, without a fraction where it has none, or nothing.
  static func exact(answer: Double?) -> ResultTable.Cell {
    answer.flatMap(Int.init(exactly:)).map { .exact($0) } ?? .exact(answer)
  }

  /// A count, or nothing.
  static func exact(_ value: Int?) -> ResultTable.Cell {
    value.map { .number(String($0)) } ?? .empty
  }

  /// A flag, or nothing.
  static func exact(_ value: Bool?) -> ResultTable.Cell {
    value.map { .number($0 ? "true" : "false") } ?? .empty
  }
}
