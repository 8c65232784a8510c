import SurveyModel

/// A table in which a row stands for a group of respondents, with percentages that add up to 100.
struct AggregatedTable: Equatable {
  /// The columns of percentages.
  let columns: [String]

  /// At least two columns named as percentages whose means add up to 100.
  init?(of file: FileProfile) {
    let shares = file.columns.filter { column in
      let header = FoldedText(column.header).text
      let isNamed = ["percent", "%", "procent", "prozent", "pourcent", "porcentaje"].contains {
        header.contains($0)
      }
      return isNamed && column.numbers > 0 && column.smallest >= 0 && column.largest <= 100
    }
    let total = shares.reduce(0) { $0 + $1.mean }
    guard shares.count >= 2, abs(total - 100) < 1.5 else { return nil }
    columns = shares.map(\.header)
  }
}

extension Diagnostic {
  static func aggregated(_ table: AggregatedTable, in path: String) -> Diagnostic {
    let list = table.columns.map { "\"\(DiagnosticText.oneLine($0))\"" }.joined(separator: ", ")
    return Diagnostic(
      .error, .layoutAggregated, at: SourceLocation(file: path, line: 1),
      "the rows are percentages of groups (\(list) add up to 100), not answers of respondents",
      fix: "ask for the answers themselves: neither a score nor a ranking can be computed from percentages")
  }
}
