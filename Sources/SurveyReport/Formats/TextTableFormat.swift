/// Tables as aligned text: two spaces between columns, one thin rule below the header.
enum TextTableFormat {
  /// The lines of a table; cells keep to one line each, and no line ends in spaces.
  static func lines(of table: ResultTable) -> [String] {
    let cells = table.rows.map { row in row.map { singleLine($0.shown) } }
    let headers = table.columns.map(\.header)
    let widths = headers.indices.map { column in
      ([headers[column]] + cells.filter { !isHeading($0) }.map { $0[column] }).map(DisplayWidth.columns).max()
        ?? 0
    }
    let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * max(0, widths.count - 1))
    return [line(headers, widths, table), rule]
      + cells.map { isHeading($0) ? $0[0] : line($0, widths, table) }
  }

  /// Whether a row holds a first cell only; such a cell may run over the other columns.
  private static func isHeading(_ row: [String]) -> Bool {
    row.count > 1 && row.dropFirst().allSatisfy(\.isEmpty)
  }

  private static func line(_ cells: [String], _ widths: [Int], _ table: ResultTable) -> String {
    let padded = cells.indices.map { index in
      let space = String(
        repeating: " ", count: max(0, widths[index] - DisplayWidth.columns(of: cells[index])))
      return table.columns[index].alignment == .leading ? cells[index] + space : space + cells[index]
    }
    var line = padded.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }

  /// Line breaks and control characters as spaces, so that a label cannot move the terminal's cursor.
  private static func singleLine(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
      scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? " " : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
