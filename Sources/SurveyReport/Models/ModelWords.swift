import SurveyAnalysis

/// Words that several models share.
struct ModelWords {
  let context: ReportContext

  private var language: ReportLanguage { context.language }
  private var numbers: NumberFormat { context.numbers }

  /// The groups a binary model tells apart.
  func name(of contrast: GroupContrast) -> String {
    switch contrast {
    case .promoterRest: language("promoters against the rest", "promotors tegenover de rest")
    case .detractorRest: language("detractors against the rest", "criticasters tegenover de rest")
    case .promoterDetractor: language("promoters against detractors", "promotors tegenover criticasters")
    }
  }

  /// The levels of an ordinal model.
  func name(of levels: OutcomeLevels) -> String {
    switch levels {
    case .groups: language("three groups", "drie groepen")
    case .answers: language("all answers", "alle antwoorden")
    }
  }

  /// A group by its number: −1, 0 or 1.
  func name(ofGroup level: Int) -> String {
    level < 0 ? context.terms.detractors : level == 0 ? context.terms.passives : context.terms.promoters
  }

  /// What a threshold is reached from: a group, or an answer.
  func threshold(_ level: Int, _ levels: OutcomeLevels) -> String {
    switch levels {
    case .groups: level > 0 ? context.terms.promoters : language("not a detractor", "geen criticaster")
    case .answers: "≥\(NumberFormat.noBreak)\(level)"
    }
  }

  /// Why respondents are missing from a model of complete cases; nil where none are.
  func completeCases(_ base: Base, of rated: Int) -> [String] {
    guard base.size < rated, !base.isSuppressed else { return [] }
    let (used, all) = (numbers.integer(base.size), numbers.integer(rated))
    return [
      language(
        "Uses the \(used) of \(all) respondents who rated every driver and are in the groups compared.",
        "Gebruikt de \(used) van \(all) respondenten die elke driver beoordeelden en in de vergeleken groepen zitten."
      )
    ]
  }

  /// Drivers left out, in words.
  func findings(_ findings: [DriverFinding]) -> [String] { findings.map(context.findings.text) }

  /// What intervals allow for, by the way respondents were drawn.
  func design(_ design: DesignSummary?) -> [String] { design.map { [context.findings.text(of: $0)] } ?? [] }

  /// What is said where a model has no maximum.
  var noMaximum: String {
    language(
      "The drivers tell the levels apart without error, so the model has no estimate: do not use these numbers.",
      "De drivers onderscheiden de niveaus foutloos, dus het model heeft geen schatting: gebruik deze getallen niet."
    )
  }

  /// An interval of odds ratios; ∞ where it has no upper limit.
  func odds(_ interval: ClosedRange<Double>?) -> ResultTable.Cell {
    guard let interval else { return .empty }
    let upper = interval.upperBound < 1e6 ? numbers.decimal(interval.upperBound, 2) : "∞"
    return .number("\(numbers.decimal(interval.lowerBound, 2)) – \(upper)")
  }

  /// An odds ratio.
  func odds(_ value: Double?) -> ResultTable.Cell { decimal(value, 2) }

  /// A number with decimals, or nothing.
  func decimal(_ value: Double?, _ places: Int) -> ResultTable.Cell {
    value.map { .number(numbers.decimal($0, places)) } ?? .empty
  }

  /// An interval with decimals, or nothing.
  func decimal(_ interval: ClosedRange<Double>?, _ places: Int) -> ResultTable.Cell {
    interval.map {
      .number("\(numbers.decimal($0.lowerBound, places)) – \(numbers.decimal($0.upperBound, places))")
    } ?? .empty
  }

  /// A p-value for a table, without its letter.
  func pValue(_ value: Double?) -> ResultTable.Cell {
    value.map { .number($0 < 0.001 ? "<\(numbers.decimal(0.001, 3))" : numbers.decimal($0, 3)) } ?? .empty
  }

  /// What odds ratios are, for an explanation.
  var oddsRatio: String {
    language(
      "An odds ratio of 1.5 says: of respondents who rate the driver one point higher, all other ratings alike, the odds are half "
        + "as large again. Ratios of different drivers compare only where their scales are alike.",
      "Een odds ratio van 1,5 zegt: bij respondenten die de driver één punt hoger beoordelen, met verder gelijke oordelen, is de kansverhouding "
        + "anderhalf keer zo groot. Ratio's van drivers zijn alleen te vergelijken bij gelijke schalen.")
  }

  /// What complete cases assume, for an explanation.
  var completeness: String {
    language(
      "Only respondents who rated every driver count. Weights are scaled to the number of respondents the weighted sample is worth.",
      "Alleen respondenten die elke driver beoordeelden tellen mee. Gewichten zijn geschaald naar het aantal respondenten dat de gewogen steekproef waard is."
    )
  }
}
