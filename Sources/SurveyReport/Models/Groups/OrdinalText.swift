import Statistics
import SurveyAnalysis

extension ModelText {
  /// A cumulative logit.
  init(_ analysis: OrdinalAnalysis, _ context: ReportContext) {
    let words = ModelWords(context: context)
    let (numbers, language) = (context.numbers, context.language)
    let fit = "McFadden = \(numbers.decimal(analysis.rSquared.mcFadden, 3))"
    let tests = [
      ("Brant", analysis.brant), (language("likelihood ratio", "likelihoodratio"), analysis.likelihoodRatio),
    ]
    .compactMap { name, result in
      result.map {
        "\(name): χ²(\($0.degreesOfFreedom)) = \(numbers.decimal($0.statistic, 1)), \(numbers.pValue($0.pValue))"
      }
    }
    let heading = language("Proportional odds", "Proportionele odds")
    self.init(
      record: OrdinalRecord(analysis, context),
      facts: [
        language("Cumulative logit, ", "Cumulatieve logit, ") + words.name(of: analysis.levels)
          + " · \(fit) · n = \(context.size(of: analysis.base))"
      ] + (tests.isEmpty ? [] : ["\(heading): " + tests.joined(separator: " · ")]),
      table: ModelText.table(analysis, words), notes: ModelText.notes(analysis, words),
      exactTable: ModelText.exactTable(analysis, words), explanation: ModelText.explanation(words))
  }

  private static func table(_ analysis: OrdinalAnalysis, _ words: ModelWords) -> ResultTable {
    let (context, language) = (words.context, words.context.language)
    let rows = analysis.drivers.flatMap { driver -> [[ResultTable.Cell]] in
      let name = context.labels.question(driver.id)
      let ratio = driver.oddsRatio
      let head: [ResultTable.Cell] = [
        .text(name), words.odds(ratio?.value), words.odds(ratio?.interval), words.pValue(ratio?.pValue),
        words.pValue(driver.proportionalOdds?.pValue),
      ]
      let parts = zip(analysis.thresholds, driver.oddsRatioByThreshold).map {
        level, ratio -> [ResultTable.Cell] in
        [
          .text("  \(name) → \(words.threshold(level, analysis.levels))"), words.odds(ratio?.value),
          words.odds(ratio?.interval), words.pValue(ratio?.pValue), .empty,
        ]
      }
      return [head] + parts
    }
    return ResultTable(
      columns: [
        ResultTable.Column(context.terms.driver), ResultTable.Column("odds ratio", .trailing),
        ResultTable.Column(context.terms.interval(analysis.confidence)), ResultTable.Column("p", .trailing),
        ResultTable.Column(language("p, same at all", "p, overal gelijk"), .trailing),
      ], rows: rows)
  }

  private static func notes(_ analysis: OrdinalAnalysis, _ words: ModelWords) -> [String] {
    let language = words.context.language
    var notes = analysis.isConverged ? [] : [words.noMaximum]
    if analysis.drivers.contains(where: { !$0.oddsRatioByThreshold.isEmpty }) {
      notes.append(
        language(
          "→ odds ratios of reaching each level, where one ratio for all levels is rejected (partial proportional odds).",
          "→ odds ratio's van het halen van elk niveau, waar één ratio voor alle niveaus is verworpen (partieel proportionele odds)."
        ))
    }
    if analysis.hasNegativeProbabilities == true {
      notes.append(
        language(
          "The partial model gives some respondents a negative probability: read the binary models (--method logit) instead.",
          "Het partiële model geeft sommige respondenten een negatieve kans: lees liever de binaire modellen (--method logit)."
        ))
    }
    return notes + words.completeCases(analysis.base, of: analysis.rated) + design(analysis, words)
      + words.findings(analysis.findings)
  }

  /// What the intervals allow for, and the tests do not where Brant's is impossible.
  private static func design(_ analysis: OrdinalAnalysis, _ words: ModelWords) -> [String] {
    guard analysis.design != nil, analysis.brant == nil, analysis.likelihoodRatio != nil else {
      return words.design(analysis.design)
    }
    return words.design(analysis.design) + [
      words.context.language(
        "The tests of proportional odds take respondents for independent, and reject too easily where those of a cluster are alike.",
        "De toetsen op proportionele odds nemen aan dat respondenten los van elkaar staan, en verwerpen te snel als die van één cluster op elkaar lijken."
      )
    ]
  }

  /// A row per driver, and per threshold where a driver's coefficient differs; `threshold` is empty for all together.
  private static func exactTable(_ analysis: OrdinalAnalysis, _ words: ModelWords) -> ResultTable {
    let figures = [
      "threshold", "oddsRatio", "lower", "upper", "pValue", "coefficient", "standardError",
      "proportionalOddsPValue",
    ]
    func row(_ driver: OrdinalAnalysis.Driver, _ level: Int?, _ ratio: OddsRatio?) -> [ResultTable.Cell] {
      [
        .text(driver.id), .text(words.context.labels.question(driver.id)), .exact(level),
        .exact(ratio?.value),
        .exact(ratio?.interval.lowerBound), .exact(ratio?.interval.upperBound), .exact(ratio?.pValue),
        .exact(ratio?.coefficient), .exact(ratio?.standardError), .exact(driver.proportionalOdds?.pValue),
      ]
    }
    return ResultTable(
      columns: ["id", "label"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.flatMap { driver in
        [row(driver, nil, driver.oddsRatio)]
          + zip(analysis.thresholds, driver.oddsRatioByThreshold).map { row(driver, $0, $1) }
      })
  }

  private static func explanation(_ words: ModelWords) -> [String] {
    let language = words.context.language
    return [
      language(
        "An ordinal regression asks what moves respondents up the levels, with one odds ratio per driver for all of them.",
        "Een ordinale regressie vraagt wat respondenten omhoog brengt over de niveaus, met één odds ratio per driver voor alle."
      ),
      words.oddsRatio,
      language(
        "Whether one ratio serves all levels is tested (Brant, likelihood ratio). Where it does not, the drivers that differ get a ratio "
          + "at each level: what goes with fewer detractors need not go with more promoters.",
        "Of één ratio voor alle niveaus volstaat is getoetst (Brant, likelihoodratio). Waar dat niet zo is, krijgen de drivers die verschillen een "
          + "ratio per niveau: wat samengaat met minder criticasters hoeft niet samen te gaan met meer promotors."
      ),
      words.completeness,
    ]
  }
}

/// `loyalty drivers --method ordinal --format json`.
private struct OrdinalRecord: Encodable {
  struct Threshold: Encodable {
    let level: Int
    @Nullable var oddsRatio: OddsRatioRecord?
  }
  struct Driver: Encodable {
    let id: String
    let label: String
    @Nullable var oddsRatio: OddsRatioRecord?
    @Nullable var proportionalOdds: TestRecord?
    let thresholds: [Threshold]
  }

  let version = JSONFormat.version
  let method = "ordinal"
  let levels: String
  let baseSize: Int
  let effectiveBaseSize: Double
  let ratedSize: Int
  let confidence: Double
  let isConverged: Bool
  let pseudoRSquared: PseudoRSquaredRecord
  @Nullable var brant: TestRecord?
  @Nullable var likelihoodRatio: TestRecord?
  @Nullable var hasNegativeProbabilities: Bool?
  @Nullable var design: DesignRecord?
  let drivers: [Driver]
  let findings: [FindingRecord]

  init(_ analysis: OrdinalAnalysis, _ context: ReportContext) {
    (levels, baseSize) = (analysis.levels.rawValue, analysis.base.size)
    (effectiveBaseSize, ratedSize) = (analysis.base.effectiveSize, analysis.rated)
    (confidence, isConverged) = (analysis.confidence, analysis.isConverged)
    pseudoRSquared = PseudoRSquaredRecord(analysis.rSquared)
    brant = analysis.brant.map(TestRecord.init)
    likelihoodRatio = analysis.likelihoodRatio.map(TestRecord.init)
    hasNegativeProbabilities = analysis.hasNegativeProbabilities
    design = analysis.design.map(DesignRecord.init)
    drivers = analysis.drivers.map { driver in
      Driver(
        id: driver.id, label: context.labels.question(driver.id),
        oddsRatio: driver.oddsRatio.map(OddsRatioRecord.init),
        proportionalOdds: driver.proportionalOdds.map(TestRecord.init),
        thresholds: zip(analysis.thresholds, driver.oddsRatioByThreshold).map {
          Threshold(level: $0, oddsRatio: $1.map(OddsRatioRecord.init))
        })
    }
    findings = FindingRecord.all(analysis.findings, context)
  }
}
