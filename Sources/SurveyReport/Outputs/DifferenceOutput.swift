public import SurveyAnalysis
public import SurveyModel

/// The differences between all pairs of drivers, as text for the terminal or for another program.
public enum DifferenceOutput {
  /// The differences in a format, ending in a line break; as JSON, the whole ranking, which holds them.
  public static func text(
    of analysis: DriverAnalysis, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: DriverAnalysisRecord(analysis, context: context))
    case .csv: return CSVFormat.text(of: exactTable(analysis))
    case .table: return readable(analysis, context).text
    case .markdown: return readable(analysis, context).markdown
    }
  }

  private static func readable(_ analysis: DriverAnalysis, _ context: ReportContext) -> ResultText {
    let (numbers, language, labels) = (context.numbers, context.language, context.labels)
    let words = ModelWords(context: context)
    let rows = analysis.differences.map { pair -> [ResultTable.Cell] in
      let points = [pair.interval.lowerBound, pair.interval.upperBound].map { numbers.decimal(100 * $0, 1) }
      return [
        .text(labels.question(pair.higher)), .text(labels.question(pair.lower)),
        .number(numbers.decimal(100 * pair.difference, 1)), .number("\(points[0]) … \(points[1])"),
        words.pValue(pair.adjustedPValue),
      ]
    }
    let none = language(
      "No intervals were made, so there are no differences to show.",
      "Er zijn geen intervallen gemaakt, dus er zijn geen verschillen te tonen.")
    let sure = numbers.percent(analysis.confidence)
    return ResultText(
      title: labels.title,
      facts: [
        language(
          "Differences between shares, in percentage points", "Verschillen tussen aandelen, in procentpunten")
      ],
      table: ResultTable(
        columns: [
          ResultTable.Column(language("higher", "hoger")), ResultTable.Column(language("lower", "lager")),
          ResultTable.Column(language("difference", "verschil"), .trailing),
          ResultTable.Column(context.terms.interval(analysis.confidence)),
          ResultTable.Column(language("adjusted p", "aangepaste p"), .trailing),
        ], rows: rows),
      notes: [
        analysis.differences.isEmpty
          ? none
          : language(
            "The intervals hold all true differences at once in \(sure) of samples; p-values are adjusted for all pairs (max-t).",
            "De intervallen bevatten in \(sure) van de steekproeven alle ware verschillen tegelijk; p-waarden zijn aangepast voor alle paren (max-t)."
          )
      ])
  }

  private static func exactTable(_ analysis: DriverAnalysis) -> ResultTable {
    let figures = ["difference", "standardError", "lower", "upper", "adjustedPValue"]
    return ResultTable(
      columns: ["higher", "lowerDriver"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.differences.map { pair in
        [
          .text(pair.higher), .text(pair.lower), .exact(pair.difference), .exact(pair.standardError),
          .exact(pair.interval.lowerBound), .exact(pair.interval.upperBound), .exact(pair.adjustedPValue),
        ]
      })
  }
}
