public import SurveyAnalysis
public import SurveyModel

/// A trend as text for the terminal or for another program.
public enum TrendOutput {
  /// The analysis in a format, ending in a line break.
  ///
  /// Scores on fewer than five answers are never written: `null` in JSON, empty in CSV, `<5` in tables.
  public static func text(
    of analysis: TrendAnalysis, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: TrendRecord(analysis, labels: context.labels))
    case .csv: return CSVFormat.text(of: exactTable(analysis))
    case .table: return readable(analysis, context).text
    case .markdown: return readable(analysis, context).markdown
    }
  }

  private static func readable(_ analysis: TrendAnalysis, _ context: ReportContext) -> ResultText {
    let table = TrendTable(context: context, confidence: analysis.confidence)
    let groups = analysis.segments.flatMap { group in
      let name = context.labels.value(group.value, of: group.segment)
      return [table.heading("\(context.labels.segment(group.segment)): \(name)")]
        + table.rows(of: group.periods, indent: "  ")
    }
    let period = context.terms.name(of: analysis.period)
    return ResultText(
      title: context.labels.title, facts: [context.language("NPS by \(period)", "NPS per \(period)")],
      table: ResultTable(columns: table.columns, rows: table.rows(of: analysis.periods) + groups),
      notes: notes(analysis, context))
  }

  private static func notes(_ analysis: TrendAnalysis, _ context: ReportContext) -> [String] {
    let periods = analysis.periods + analysis.segments.flatMap(\.periods)
    let bases = periods.map(\.base)
    var notes = [
      context.language("▲▼ differs from the period before.", "▲▼ verschilt van de periode ervoor.")
    ]
    if bases.contains(where: { $0.isLow && !$0.isSuppressed }) {
      notes.append(
        context.language(
          "† fewer than \(Base.lowBase) answers: no verdict.",
          "† minder dan \(Base.lowBase) antwoorden: geen oordeel."))
    }
    if periods.contains(where: { $0.withheld != nil }) { notes.append(context.terms.suppressed) }
    notes += analysis.design.map { [context.findings.text(of: $0)] } ?? []
    return notes
  }

  private static func exactTable(_ analysis: TrendAnalysis) -> ResultTable {
    let names = ["segment", "value", "period"]
    let figures = [
      "nps", "lower", "upper", "baseSize", "effectiveBaseSize", "lowBase", "suppressed", "followsGap",
      "change",
      "changeLower", "changeUpper", "pValue", "adjustedPValue", "smallestDetectable", "significant",
    ]
    let total = analysis.periods.map { [.empty, .empty] + exactRow($0) }
    let groups = analysis.segments.flatMap { group in
      group.periods.map { [.text(group.segment), .text(group.value)] + exactRow($0) }
    }
    return ResultTable(
      columns: names.map { ResultTable.Column($0) } + figures.map { ResultTable.Column($0, .trailing) },
      rows: total + groups)
  }

  private static func exactRow(_ period: PeriodScore) -> [ResultTable.Cell] {
    let (score, change) = (period.score, period.change)
    return [
      .text(period.period), .exact(score?.value), .exact(score?.interval.lowerBound),
      .exact(score?.interval.upperBound), .exact(period.base.size), .exact(period.base.effectiveSize),
      .exact(period.base.isLow), .exact(period.withheld != nil), .exact(period.followsGap),
      .exact(change?.value), .exact(change?.interval.lowerBound), .exact(change?.interval.upperBound),
      .exact(change?.pValue), .exact(change?.adjustedPValue), .exact(change?.smallestDetectable),
      .exact(change?.isSignificant),
    ]
  }
}
