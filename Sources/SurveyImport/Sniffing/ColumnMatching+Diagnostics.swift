import SurveyModel

/// What a column that a file does not have is to the survey.
enum AbsentColumn {
  case outcome, rating, segment, sampling, weight, date, wave, respondent, comment

  fileprivate var code: ImportCode {
    switch self {
    case .outcome: .outcomeColumnMissing
    case .weight: .weightColumnMissing
    case .wave: .waveColumnMissing
    case .rating, .segment, .sampling, .date, .respondent, .comment: .columnMissing
    }
  }

  /// What follows from the absence.
  fileprivate var consequence: String? {
    switch self {
    case .outcome, .weight, .wave: nil
    case .rating, .segment: "all its answers count as not shown in this file"
    case .sampling: "the respondents of this file count as drawn independently of each other"
    case .date: "the responses of this file are stored without a date"
    case .comment: "the responses of this file are stored without it"
    case .respondent: "the responses of this file are stored without an identifier"
    }
  }

  fileprivate var otherRepair: String {
    switch self {
    case .wave: ", or name the wave with --wave"
    case .weight: ", or take `weight:` out of survey.yaml"
    default: ""
    }
  }
}

extension Diagnostic {
  static func absent(
    _ absence: AbsentColumn, _ source: ColumnSource, id: String, at place: SourceLocation, nearest: String?
  ) -> Diagnostic {
    let sought = "the file has no column \"\(source.name)\" for \(id)"
    let summary = absence.consequence.map { "\(sought); \($0)" } ?? sought
    let repair =
      nearest.map { "did you mean \"\($0)\"? List it under `aliases:` of \(id) in survey.yaml" }
      ?? "name the column, or list its header under `aliases:` of \(id) in survey.yaml"
    let severity: Severity = absence.consequence == nil ? .error : .warning
    return Diagnostic(severity, absence.code, at: place, summary, fix: repair + absence.otherRepair)
  }

  static func duplicateHeader(_ header: String, id: String, _ places: [SourceLocation]) -> Diagnostic {
    let columns = places.compactMap { $0.column.map(String.init) }.joined(separator: ", ")
    return Diagnostic(
      .error, .headerDuplicate, at: places.last ?? places[0],
      "\(places.count) columns are named alike, so that \(id) could be any of them (at bytes \(columns))",
      excerpt: header,
      fix:
        "name the one that is meant in survey.yaml, such as \"\(DiagnosticText.oneLine(header)) (1)\" for the first"
    )
  }

  static func foldedName(_ name: String, id: String, header: String, at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .note, .columnNameFolded, at: place,
      "this column is read as \(id): its name differs from \"\(name)\" only in case or spaces",
      excerpt: header, fix: "list the header under `aliases:` of \(id) to silence this note")
  }

  static func aliasAlsoPresent(
    _ other: String, id: String, read header: String, at place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      .warning, .aliasAlsoPresent, at: place,
      "this is an alias of \(id) too, which is read from \"\(header)\"", excerpt: other,
      fix: "take the alias that means another question out of survey.yaml")
  }
}
