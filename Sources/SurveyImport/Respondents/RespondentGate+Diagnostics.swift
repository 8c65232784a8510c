import SurveyModel

extension Diagnostic {
  /// What is to be said of a file's respondents once it has been read.
  static func respondents(of summary: ImportSummary, in path: String) -> [Diagnostic] {
    let place = SourceLocation(file: path)
    var found: [Diagnostic] = []
    if summary.rowsConflicting > 0 {
      found.append(.conflicting(summary.rowsConflicting, at: place))
    }
    if summary.rowsRepeated > 0 { found.append(.repeated(summary.rowsRepeated, at: place)) }
    if summary.respondentsRepeated > 0 { found.append(.another(summary.respondentsRepeated, at: place)) }
    if summary.rowsErased > 0 { found.append(.erased(summary.rowsErased, at: place)) }
    return found
  }

  private static func conflicting(_ count: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, .respondentConflict, at: place,
      (count == 1 ? "1 row has" : "\(count) rows have")
        + " the respondent and wave of a stored response and other answers",
      fix: "take the wave of this file alone with --replace, or take these rows out of the file")
  }

  private static func repeated(_ count: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, .rowsRepeated, at: place,
      (count == 1 ? "1 row has" : "\(count) rows have")
        + " the respondent, wave and answers of a stored response or of a row further up; each is stored once"
    )
  }

  private static func another(_ count: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, .respondentRepeated, at: place,
      (count == 1 ? "1 row has" : "\(count) rows have")
        + " the respondent and wave of a row further up and other answers; each is kept as a response",
      fix: "check that the column under `respondent:` in survey.yaml tells respondents apart")
  }

  private static func erased(_ count: Int, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, .respondentErased, at: place,
      count == 1
        ? "1 row is of a respondent who was erased with `loyalty forget`, and was left out"
        : "\(count) rows are of respondents who were erased with `loyalty forget`, and were left out",
      fix: "take the rows out of the file as well")
  }
}
