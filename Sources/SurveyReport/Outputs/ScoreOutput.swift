public import SurveyAnalysis
public import SurveyModel

/// A score analysis as text for the terminal or for another program.
public enum ScoreOutput {
  /// The analysis in a format, ending in a line break.
  ///
  /// Scores on fewer than five answers are never written: `null` in JSON, empty in CSV, `<5` in tables.
  public static func text(
    of analysis: ScoreAnalysis, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: ScoreAnalysisRecord(analysis, labels: context.labels))
    case .csv: return CSVFormat.text(of: exactTable(analysis))
    case .table: return readable(analysis, context).text
    case .markdown: return readable(analysis, context).markdown
    }
  }

  private static func readable(_ analysis: ScoreAnalysis, _ context: ReportContext) -> ResultText {
    let isWeighted = analysis.base.effectiveSize < Double(analysis.base.size) - 0.5
    let table = ScoreTable(context: context, confidence: analysis.confidence, isWeighted: isWeighted)
    var rows = [table.row(context.terms.total, score: analysis.total, base: analysis.base)]
    if !analysis.waves.isEmpty { rows.append(table.heading(context.language("Wave", "Meting"))) }
    rows += analysis.waves.map { indented(table.row($0.wave, score: $0.score, base: $0.base)) }
    var last: String?
    for group in analysis.segments {
      if group.segment != last { rows.append(table.heading(context.labels.segment(group.segment))) }
      last = group.segment
      rows.append(indented(table.row(group)))
    }
    return ResultText(
      title: context.labels.title, facts: [facts(analysis, context)],
      table: ResultTable(columns: table.columns, rows: rows), notes: notes(analysis, context))
  }

  private static func facts(_ analysis: ScoreAnalysis, _ context: ReportContext) -> String {
    let valid = context.size(of: analysis.base)
    let all = context.numbers.integer(analysis.base.responses)
    return context.language(
      "\(valid) valid scores of \(all) responses", "\(valid) geldige scores van \(all) respondenten")
  }

  private static func indented(_ row: [ResultTable.Cell]) -> [ResultTable.Cell] {
    [.text("  " + (row.first?.shown ?? ""))] + row.dropFirst()
  }

  private static func notes(_ analysis: ScoreAnalysis, _ context: ReportContext) -> [String] {
    let bases = [analysis.base] + analysis.segments.map(\.base) + analysis.waves.map(\.base)
    var notes: [String] = []
    if analysis.segments.contains(where: { $0.againstRest != nil }) {
      notes.append(
        context.language(
          "▲▼ differs from all other groups together, p adjusted for the number of groups.",
          "▲▼ verschilt van alle andere groepen samen, p gecorrigeerd voor het aantal groepen."))
    }
    if bases.contains(where: { $0.isLow && !$0.isSuppressed }) {
      notes.append(
        context.language(
          "† fewer than \(Base.lowBase) answers: no verdict.",
          "† minder dan \(Base.lowBase) antwoorden: geen oordeel."))
    }
    let isWithheld = analysis.segments.contains { $0.withheld != nil }
    if isWithheld || bases.contains(where: { $0.isSuppressed && $0.size > 0 }) {
      notes.append(context.terms.suppressed)
    }
    notes += analysis.design.map { [context.findings.text(of: $0)] } ?? []
    return notes
  }

  private static func exactTable(_ analysis: ScoreAnalysis) -> ResultTable {
    let names = ["wave", "segment", "value"]
    let figures = [
      "nps", "lower", "upper", "promoters", "passives", "detractors", "baseSize", "effectiveBaseSize",
      "lowBase",
      "suppressed", "difference", "differenceLower", "differenceUpper", "pValue", "adjustedPValue",
      "significant",
    ]
    let total = [.empty, .empty, .empty] + exactRow(analysis.total, analysis.base, nil)
    let waves = analysis.waves.map { [.text($0.wave), .empty, .empty] + exactRow($0.score, $0.base, nil) }
    let groups = analysis.segments.map {
      [.empty, .text($0.segment), .text($0.value)]
        + exactRow($0.score, $0.base, $0.againstRest, withheld: $0.withheld)
    }
    return ResultTable(
      columns: names.map { ResultTable.Column($0) } + figures.map { ResultTable.Column($0, .trailing) },
      rows: [total] + waves + groups)
  }

  private static func exactRow(
    _ score: NetPromoterScore?, _ base: Base, _ rest: ScoreDifference?,
    withheld: Withholding? = nil
  ) -> [ResultTable.Cell] {
    [
      .exact(score?.value), .exact(score?.interval.lowerBound), .exact(score?.interval.upperBound),
      .exact(score?.promoters), .exact(score?.passives), .exact(score?.detractors), .exact(base.size),
      .exact(base.effectiveSize), .exact(base.isLow), .exact(base.isSuppressed || withheld != nil),
      .exact(rest?.value),
      .exact(rest?.interval.lowerBound), .exact(rest?.interval.upperBound), .exact(rest?.pValue),
      .exact(rest?.adjustedPValue), .exact(rest?.isSignificant),
    ]
  }
}
