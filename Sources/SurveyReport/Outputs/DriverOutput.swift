public import SurveyAnalysis
public import SurveyModel

/// A ranking as text for the terminal or for another program.
public enum DriverOutput {
  /// The analysis in a format, ending in a line break.
  public static func text(
    of analysis: DriverAnalysis, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: DriverAnalysisRecord(analysis, context: context))
    case .csv: return CSVFormat.text(of: exactTable(analysis, context))
    case .table: return readable(analysis, context).text
    case .markdown: return readable(analysis, context).markdown
    }
  }

  private static func readable(_ analysis: DriverAnalysis, _ context: ReportContext) -> ResultText {
    let numbers = context.numbers
    let method = context.terms.name(of: analysis.method)
    let explained = numbers.decimal(analysis.rSquared, 2)
    let facts = "\(method) · R² = \(explained) · n = \(context.size(of: analysis.base))"
    return ResultText(
      title: context.labels.title, facts: [facts],
      table: DriverTable(context: context, analysis: analysis).compactTable, notes: notes(analysis, context))
  }

  private static func notes(_ analysis: DriverAnalysis, _ context: ReportContext) -> [String] {
    let ties = analysis.ties.map { tie in
      let ranks = "\(tie.ranks.lowerBound)–\(tie.ranks.upperBound)"
      return context.language(
        "Ranks \(ranks) cannot be told apart.", "Plaatsen \(ranks) zijn niet van elkaar te onderscheiden.")
    }
    let sides =
      analysis.hasSides
      ? context.language(
        "Detractors, promoters: share of what sets them apart. ",
        "Criticasters, promotors: aandeel in wat hen onderscheidt. ") : ""
    let always = context.language("Associations, not proven effects.", "Verbanden, geen bewezen gevolgen.")
    let design = analysis.design.map { [context.findings.text(of: $0)] } ?? []
    return ties + sampling(analysis, context) + design + analysis.findings.map(context.findings.text) + [
      sides + always
    ]
  }

  /// That shares come from random orders of the drivers, and how far they may be off for that.
  private static func sampling(_ analysis: DriverAnalysis, _ context: ReportContext) -> [String] {
    guard let sampling = analysis.sampling else { return [] }
    let orders = context.numbers.integer(sampling.orders)
    let error = context.numbers.decimal(100 * sampling.standardError, 2)
    return [
      context.language(
        "Too many drivers for all sub-models: shares from \(orders) random orders, standard error at most \(error) percentage points.",
        "Te veel drivers voor alle deelmodellen: aandelen uit \(orders) willekeurige volgordes, standaardfout hoogstens \(error) procentpunt."
      )
    ]
  }

  static func exactTable(_ analysis: DriverAnalysis, _ context: ReportContext) -> ResultTable {
    let names = ["id", "label"]
    let figures = [
      "importance", "lower", "upper", "rank", "rankLower", "rankUpper", "probabilityTop3",
      "promoterImportance",
      "detractorImportance", "otherImportance", "correlation", "coefficient", "coefficientStandardError",
      "standardizedCoefficient", "performance", "performanceLower", "performanceUpper", "answered",
      "samplingError",
    ]
    return ResultTable(
      columns: names.map { ResultTable.Column($0) } + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.map { exactRow($0, context) })
  }

  private static func exactRow(_ driver: RankedDriver, _ context: ReportContext) -> [ResultTable.Cell] {
    [
      .text(driver.id), .text(context.labels.question(driver.id)), .exact(driver.importance),
      .exact(driver.interval?.lowerBound), .exact(driver.interval?.upperBound), .exact(driver.rank),
      .exact(driver.rankInterval?.lowerBound), .exact(driver.rankInterval?.upperBound),
      .exact(driver.probabilityTop3), .exact(driver.promoterImportance), .exact(driver.detractorImportance),
      .exact(driver.otherImportance), .exact(driver.correlation), .exact(driver.coefficient),
      .exact(driver.coefficientStandardError), .exact(driver.standardizedCoefficient),
      .exact(driver.performance), .exact(driver.performanceInterval.lowerBound),
      .exact(driver.performanceInterval.upperBound), .exact(driver.answered), .exact(driver.samplingError),
    ]
  }
}
