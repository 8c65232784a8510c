import SurveyModel

extension Diagnostic {
  static func matrixCell(_ text: String, at place: SourceLocation) -> Diagnostic {
    let summary =
      text.isEmpty ? "a cell is empty, and so is the one that mirrors it" : "\"\(text)\" is not a number"
    return Diagnostic(
      .error, .matrixCell, at: place, summary, excerpt: text.isEmpty ? nil : text,
      fix: "write a number; one of two mirrored cells may be empty")
  }

  static func rowLabel(_ label: String, expected: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, .matrixLabel, at: place,
      "the row is named \"\(label)\", and the column in its place \"\(expected)\"",
      excerpt: label, fix: "give rows and columns the same names in the same order")
  }

  static func repeatedLabel(_ label: String, in path: String) -> Diagnostic {
    Diagnostic(
      .error, .matrixLabel, at: SourceLocation(file: path, line: 1),
      label.isEmpty ? "a column has no name" : "two columns are named \"\(label)\"",
      fix: "give every column a name of its own")
  }

  static func shape(rows: Int, columns: Int, in path: String) -> Diagnostic {
    Diagnostic(
      .error, .matrixShape, at: SourceLocation(file: path, line: 1),
      "\(rows) rows and \(columns) columns make no matrix of an outcome and its drivers",
      fix: "write as many rows as columns, at least two, with names in the first row and the first column")
  }

  static func asymmetric(
    _ row: String, _ column: String, at place: SourceLocation, other: SourceLocation
  ) -> Diagnostic {
    let mirror = [other.line, other.column].compactMap { $0.map { "\($0)" } }.joined(separator: ":")
    return Diagnostic(
      .error, .matrixAsymmetric, at: place,
      "the cell of \(row) and \(column) differs from the one that mirrors it, at \(mirror)",
      fix: "correct one of the two, or leave one of them empty")
  }

  static func indefinite(_ label: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, .matrixIndefinite, at: place,
      "the numbers of \(label) contradict those above it: no answers have such correlations",
      fix: "check them for misprints; correlations that were each computed from other respondents can do this"
    )
  }
}
