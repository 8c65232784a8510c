import Statistics
import SurveyAnalysis
import SurveyModel

extension ModelText {
  /// The linear model behind the shares.
  init(_ analysis: LinearModelAnalysis, _ context: ReportContext) {
    let words = ModelWords(context: context)
    let language = context.language
    self.init(
      record: LinearModelRecord(analysis, context),
      facts: [
        language("Linear model of the score", "Lineair model van de score") + " · "
          + ModelText.explained(analysis, words) + " · n = \(context.size(of: analysis.base))"
      ],
      table: ModelText.table(analysis, words), notes: ModelText.notes(analysis, words),
      exactTable: ModelText.exactTable(analysis, context),
      explanation: [
        language(
          "A coefficient says how many points the score is higher where this rating is a point higher and all others are the same, "
            + "with its standard error behind ±.",
          "Een coëfficiënt zegt hoeveel punten de score hoger is waar dit oordeel een punt hoger is en alle andere gelijk zijn, met "
            + "de standaardfout achter ±."),
        language(
          "Each column treats missing answers in another way: complete cases leave respondents out; EM and imputation assume that what is "
            + "missing depends on answers that are there; the indicator is for questions that were not put.",
          "Elke kolom behandelt ontbrekende antwoorden anders: volledige gevallen laten respondenten weg; EM en imputatie nemen aan dat wat "
            + "ontbreekt afhangt van antwoorden die er zijn; de indicator is voor vragen die niet zijn gesteld."
        ),
        language(
          "Drivers that go together share what they explain, so coefficients can be small or negative where shares are not.",
          "Drivers die samengaan delen wat ze verklaren; coëfficiënten kunnen daarom klein of negatief zijn waar aandelen dat niet zijn."
        ),
      ])
  }

  /// R², and on whom it rests where these are not all: of few respondents it is far larger than that of the ranking.
  private static func explained(_ analysis: LinearModelAnalysis, _ words: ModelWords) -> String {
    let (numbers, language) = (words.context.numbers, words.context.language)
    let fit = "R² = \(numbers.decimal(analysis.rSquared, 2))"
    guard analysis.completeCases < analysis.base.size, !analysis.base.isSuppressed else { return fit }
    let complete = numbers.integer(analysis.completeCases)
    return fit + language(" in \(complete) complete cases", " bij \(complete) volledige gevallen")
  }

  private static func table(_ analysis: LinearModelAnalysis, _ words: ModelWords) -> ResultTable {
    let (context, language) = (words.context, words.context.language)
    let treatments = treatments(of: analysis)
    let isMissing = analysis.missingAtRandom != nil || analysis.completeCases < analysis.base.size
    let headers =
      (isMissing ? [language("missing", "ontbreekt")] : []) + treatments.map { name(of: $0, language) }
    return ResultTable(
      columns: [ResultTable.Column(context.terms.driver)] + headers.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.map { driver in
        let missing = Double(driver.missing.values.reduce(0, +)) / Double(max(1, analysis.base.size))
        let share = isMissing ? [ResultTable.Cell.number(context.numbers.percent(missing))] : []
        return [.text(context.labels.question(driver.id))] + share
          + treatments.map { cell(driver.estimates[$0], context.numbers) }
      })
  }

  /// The treatments that some driver has a coefficient by.
  private static func treatments(of analysis: LinearModelAnalysis) -> [LinearModelAnalysis.Treatment] {
    LinearModelAnalysis.Treatment.allCases.filter { treatment in
      analysis.drivers.contains { $0.estimates[treatment] != nil }
    }
  }

  private static func name(
    of treatment: LinearModelAnalysis.Treatment, _ language: ReportLanguage
  ) -> String {
    switch treatment {
    case .complete: language("complete cases", "volledige gevallen")
    case .expectationMaximization: "EM"
    case .imputation: language("imputation", "imputatie")
    case .indicator: language("indicator", "indicator")
    }
  }

  private static func cell(
    _ estimate: LinearModelAnalysis.Estimate?, _ numbers: NumberFormat
  ) -> ResultTable.Cell {
    guard let estimate else { return .empty }
    let error = estimate.standardError.map { " ± \(numbers.decimal($0, 2))" } ?? ""
    return .number(numbers.decimal(estimate.coefficient, 2) + error)
  }

  private static func notes(_ analysis: LinearModelAnalysis, _ words: ModelWords) -> [String] {
    let (numbers, language) = (words.context.numbers, words.context.language)
    var notes: [String] = []
    if analysis.completeCases < analysis.base.size, !analysis.base.isSuppressed {
      let (used, all) = (numbers.integer(analysis.completeCases), numbers.integer(analysis.base.size))
      notes.append(
        language(
          "\(used) of \(all) respondents rated every driver.",
          "\(used) van \(all) respondenten beoordeelden elke driver."))
    }
    if let test = analysis.missingAtRandom { notes.append(sentence(test, words)) }
    return notes + words.design(analysis.design) + words.findings(analysis.findings)
  }

  /// What Little's test says.
  private static func sentence(_ test: MissingAtRandomTest, _ words: ModelWords) -> String {
    let (numbers, language) = (words.context.numbers, words.context.language)
    let figures =
      "χ²(\(numbers.integer(test.degreesOfFreedom))) = \(numbers.decimal(test.statistic, 1)), \(numbers.pValue(test.pValue))"
    return test.pValue < 0.05
      ? language(
        "Who left answers out rated otherwise than the rest (Little's test: \(figures)): complete cases are no random part.",
        "Wie antwoorden wegliet, oordeelde anders dan de rest (toets van Little: \(figures)): volledige gevallen zijn geen willekeurig deel."
      )
      : language(
        "No sign that who left answers out rated otherwise than the rest (Little's test: \(figures)); that proves nothing.",
        "Geen teken dat wie antwoorden wegliet anders oordeelde dan de rest (toets van Little: \(figures)); dat bewijst niets."
      )
  }

  /// A row per driver and treatment, and per assumption about errors among complete cases.
  private static func exactTable(_ analysis: LinearModelAnalysis, _ context: ReportContext) -> ResultTable {
    let columns = ["id", "label", "treatment", "errors"].map { ResultTable.Column($0) }
    return ResultTable(
      columns: columns + ["coefficient", "standardError"].map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.flatMap { driver in
        let name: [ResultTable.Cell] = [.text(driver.id), .text(context.labels.question(driver.id))]
        let treated = treatments(of: analysis).compactMap { treatment in
          driver.estimates[treatment].map { found in
            name + [
              .text(treatment.rawValue), .empty, .exact(found.coefficient), .exact(found.standardError),
            ]
          }
        }
        let complete = driver.estimates[.complete]
        return treated
          + driver.errors.sorted { $0.key < $1.key }.map { key, error in
            name + [.text("complete"), .text(key), .exact(complete?.coefficient), .exact(error)]
          }
      })
  }
}

/// `loyalty drivers --method linear --format json`.
private struct LinearModelRecord: Encodable {
  struct Estimate: Encodable {
    let coefficient: Double
    @Nullable var standardError: Double?
  }
  struct Driver: Encodable {
    let id: String
    let label: String
    let missing: [String: Int]
    let estimates: [String: Estimate]
    let standardErrors: [String: Double]
  }
  struct Test: Encodable {
    let statistic: Double
    let degreesOfFreedom: Int
    let pValue: Double
    let patterns: Int
  }

  let version = JSONFormat.version
  let method = "linear"
  let baseSize: Int
  let completeCases: Int
  @Nullable var indicatorCases: Int?
  let rSquared: Double
  @Nullable var littlesTest: Test?
  @Nullable var design: DesignRecord?
  let drivers: [Driver]
  let findings: [FindingRecord]

  init(_ analysis: LinearModelAnalysis, _ context: ReportContext) {
    (baseSize, completeCases) = (analysis.base.size, analysis.completeCases)
    (indicatorCases, rSquared) = (analysis.indicatorCases, analysis.rSquared)
    littlesTest = analysis.missingAtRandom.map {
      Test(
        statistic: $0.statistic, degreesOfFreedom: $0.degreesOfFreedom, pValue: $0.pValue,
        patterns: $0.patterns)
    }
    design = analysis.design.map(DesignRecord.init)
    drivers = analysis.drivers.map { driver in
      Driver(
        id: driver.id, label: context.labels.question(driver.id),
        missing: Dictionary(
          driver.missing.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }),
        estimates: Dictionary(
          driver.estimates.map {
            (
              $0.key.rawValue,
              Estimate(coefficient: $0.value.coefficient, standardError: $0.value.standardError)
            )
          }, uniquingKeysWith: { first, _ in first }),
        standardErrors: driver.errors)
    }
    findings = FindingRecord.all(analysis.findings, context)
  }
}
