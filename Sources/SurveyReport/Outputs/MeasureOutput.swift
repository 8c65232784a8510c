public import SurveyAnalysis
public import SurveyModel

/// Drivers by one measure, as text for the terminal or for another program.
public enum MeasureOutput {
  /// The analysis in a format, ending in a line break.
  public static func text(
    of analysis: MeasureAnalysis, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: MeasureAnalysisRecord(analysis, context: context))
    case .csv: return CSVFormat.text(of: exactTable(analysis, context))
    case .table: return readable(analysis, context).text
    case .markdown: return readable(analysis, context).markdown
    }
  }

  private static func readable(_ analysis: MeasureAnalysis, _ context: ReportContext) -> ResultText {
    let words = MeasureWords(language: context.language, numbers: context.numbers)
    let explained = context.numbers.decimal(analysis.rSquared, 2)
    let facts =
      "\(words.name(of: analysis.measure)) · R² = \(explained) · n = \(context.size(of: analysis.base))"
    let always = context.language(
      "Associations, not proven effects.", "Verbanden, geen bewezen gevolgen.")
    return ResultText(
      title: context.labels.title, facts: [facts], table: table(analysis, context),
      notes: words.caution(analysis) + analysis.findings.map(context.findings.text) + [always])
  }

  private static func table(_ analysis: MeasureAnalysis, _ context: ReportContext) -> ResultTable {
    let numbers = context.numbers
    let isShared = analysis.measure.sumsToRSquared
    var columns = [
      ResultTable.Column(context.terms.rank, .trailing), ResultTable.Column(context.terms.driver),
      ResultTable.Column(context.language("value", "waarde"), .trailing),
      ResultTable.Column(context.terms.interval(analysis.confidence)),
    ]
    if isShared {
      columns.append(ResultTable.Column(context.language("share of R²", "aandeel van R²"), .trailing))
    }
    let rows = analysis.drivers.map { driver in
      let sign = driver.isNegative && analysis.measure != .pratt ? " −" : ""
      let value = driver.value.map { ResultTable.Cell.number(numbers.decimal($0, 3)) } ?? .empty
      let interval = driver.interval.map {
        ResultTable.Cell.number("\(numbers.decimal($0.lowerBound, 3)) – \(numbers.decimal($0.upperBound, 3))")
      }
      let share = driver.share.map { ResultTable.Cell.number(numbers.percent($0)) } ?? .empty
      return [
        .number(driver.value == nil ? "" : String(driver.rank)),
        .text(context.labels.question(driver.id) + sign), value, interval ?? .empty,
      ] + (isShared ? [share] : [])
    }
    return ResultTable(columns: columns, rows: rows)
  }

  private static func exactTable(_ analysis: MeasureAnalysis, _ context: ReportContext) -> ResultTable {
    let figures = ["value", "lower", "upper", "share", "rank", "isNegative"]
    return ResultTable(
      columns: ["id", "label"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.map { driver in
        [
          .text(driver.id), .text(context.labels.question(driver.id)), .exact(driver.value),
          .exact(driver.interval?.lowerBound), .exact(driver.interval?.upperBound), .exact(driver.share),
          .exact(driver.rank), .text(driver.isNegative ? "true" : "false"),
        ]
      })
  }
}

/// `loyalty drivers --method first --format json`, and the other measures that are not shares.
struct MeasureAnalysisRecord: Encodable {
  struct Driver: Encodable {
    let id: String
    let label: String
    @Nullable var value: Double?
    @Nullable var interval: IntervalRecord<Double>?
    @Nullable var share: Double?
    let isNegative: Bool
    let rank: Int
  }

  let version = JSONFormat.version
  let outcome: String
  let method: String
  let missing: String
  let rSquared: Double
  @Nullable var sum: Double?
  let sumsToRSquared: Bool
  let baseSize: Int
  let effectiveBaseSize: Double
  let completeCases: Int
  let confidence: Double
  @Nullable var intervals: IntervalMethodRecord?
  let drivers: [Driver]
  let findings: [FindingRecord]

  init(_ analysis: MeasureAnalysis, context: ReportContext) {
    outcome = analysis.outcome.rawValue
    method = analysis.measure.rawValue
    missing = analysis.missing.rawValue
    rSquared = analysis.rSquared
    sum = analysis.sum
    sumsToRSquared = analysis.measure.sumsToRSquared
    baseSize = analysis.base.size
    effectiveBaseSize = analysis.base.effectiveSize
    completeCases = analysis.completeCases
    confidence = analysis.confidence
    intervals = analysis.intervals.map(IntervalMethodRecord.init)
    drivers = analysis.drivers.map {
      Driver(
        id: $0.id, label: context.labels.question($0.id), value: $0.value,
        interval: $0.interval.map(IntervalRecord.init), share: $0.share, isNegative: $0.isNegative,
        rank: $0.rank)
    }
    findings = analysis.findings.map { FindingRecord($0, text: context.findings.text(of: $0)) }
  }
}
