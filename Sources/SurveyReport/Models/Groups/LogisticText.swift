import Statistics
import SurveyAnalysis

extension ModelText {
  /// A binary logit.
  init(_ analysis: LogisticAnalysis, _ context: ReportContext) {
    let words = ModelWords(context: context)
    let (numbers, language, measures) = (context.numbers, context.language, analysis.rSquared)
    let quality = [
      "AUC = \(numbers.decimal(analysis.discrimination.areaUnderCurve, 3))",
      "Brier = \(numbers.decimal(analysis.discrimination.brierScore, 3))",
      "McFadden = \(numbers.decimal(measures.mcFadden, 3))",
      "Cox–Snell = \(numbers.decimal(measures.coxSnell, 3))",
      "Nagelkerke = \(numbers.decimal(measures.nagelkerke, 3))",
      "Estrella = \(numbers.decimal(measures.estrella, 3))",
      "Tjur = \(numbers.decimal(analysis.discrimination.tjur, 3))",
    ]
    let size = language(
      "n = \(context.size(of: analysis.base)), of whom \(numbers.integer(analysis.cases)) in the first group",
      "n = \(context.size(of: analysis.base)), van wie \(numbers.integer(analysis.cases)) in de eerste groep")
    self.init(
      record: LogisticRecord(analysis, context),
      facts: ["Logit: \(words.name(of: analysis.contrast)) · \(size)", quality.joined(separator: " · ")],
      table: ModelText.table(analysis, words), notes: ModelText.notes(analysis, words),
      exactTable: ModelText.exactTable(analysis, context), explanation: ModelText.explanation(analysis, words)
    )
  }

  private static func table(_ analysis: LogisticAnalysis, _ words: ModelWords) -> ResultTable {
    let (context, language) = (words.context, words.context.language)
    let share = context.numbers.percent(analysis.confidence)
    let hasProfiles = analysis.design == nil
    let profile = ResultTable.Column(language("\(share) profile", "\(share) profiel"))
    return ResultTable(
      columns: [
        ResultTable.Column(context.terms.driver), ResultTable.Column("odds ratio", .trailing),
        ResultTable.Column("\(share) Wald"),
      ] + (hasProfiles ? [profile] : []) + [
        ResultTable.Column("p", .trailing),
        ResultTable.Column(language("marginal effect", "marginaal effect"), .trailing),
        ResultTable.Column(context.terms.interval(analysis.confidence)),
      ],
      rows: analysis.drivers.map { driver in
        [
          .text(context.labels.question(driver.id)), words.odds(driver.oddsRatio?.value),
          words.odds(driver.oddsRatio?.interval),
        ] + (hasProfiles ? [words.odds(driver.profileInterval)] : []) + [
          words.pValue(driver.oddsRatio?.pValue), words.decimal(driver.averageMarginalEffect, 3),
          words.decimal(driver.averageMarginalEffectInterval, 3),
        ]
      })
  }

  private static func notes(_ analysis: LogisticAnalysis, _ words: ModelWords) -> [String] {
    let language = words.context.language
    let separated = language(
      "The drivers tell the groups apart without error, wholly or in part: the estimates are Firth's, of a penalised likelihood, and "
        + "marginal effects have no interval.",
      "De drivers onderscheiden de groepen geheel of deels foutloos: de schattingen zijn die van Firth, van een aannemelijkheid met straf, en "
        + "marginale effecten hebben geen interval.")
    let effect = language(
      "Marginal effect: change of the probability (0 to 1) per point of rating, averaged over respondents.",
      "Marginaal effect: verandering van de kans (0 tot 1) per punt, gemiddeld over respondenten.")
    return (analysis.isPenalized ? [separated] : []) + [effect]
      + words.completeCases(analysis.base, of: analysis.rated) + words.design(analysis.design)
      + words.findings(analysis.findings)
  }

  private static func exactTable(_ analysis: LogisticAnalysis, _ context: ReportContext) -> ResultTable {
    let figures = [
      "oddsRatio", "lower", "upper", "profileLower", "profileUpper", "pValue", "coefficient", "standardError",
      "averageMarginalEffect", "averageMarginalEffectLower", "averageMarginalEffectUpper",
    ]
    return ResultTable(
      columns: ["id", "label"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.map { driver in
        let ratio = driver.oddsRatio
        return [
          .text(driver.id), .text(context.labels.question(driver.id)), .exact(ratio?.value),
          .exact(ratio?.interval.lowerBound), .exact(ratio?.interval.upperBound),
          .exact(driver.profileInterval?.lowerBound), .exact(driver.profileInterval?.upperBound),
          .exact(ratio?.pValue), .exact(ratio?.coefficient), .exact(ratio?.standardError),
          .exact(driver.averageMarginalEffect), .exact(driver.averageMarginalEffectInterval?.lowerBound),
          .exact(driver.averageMarginalEffectInterval?.upperBound),
        ]
      })
  }

  private static func explanation(_ analysis: LogisticAnalysis, _ words: ModelWords) -> [String] {
    let language = words.context.language
    let name = words.name(of: analysis.contrast)
    let profile =
      analysis.design == nil
      ? language(
        "The Wald interval is the usual one; the profile interval holds every value that fits the answers about as well, and is the better "
          + "one in small groups. ",
        "Het Wald-interval is het gebruikelijke; het profielinterval bevat elke waarde die ongeveer even goed bij de antwoorden past, en is beter "
          + "bij kleine groepen. ") : ""
    return [
      language(
        "A logistic regression by all drivers together: \(name).",
        "Een logistische regressie met alle drivers samen: \(name)."),
      words.oddsRatio,
      profile
        + language(
          "AUC is the chance that of two respondents, one of each group, the right one gets the higher prediction.",
          "AUC is de kans dat van twee respondenten, één uit elke groep, de juiste de hoogste voorspelling krijgt."
        ),
      words.completeness,
    ]
  }
}

/// `loyalty drivers --method logit --format json`.
private struct LogisticRecord: Encodable {
  struct Driver: Encodable {
    let id: String
    let label: String
    @Nullable var oddsRatio: OddsRatioRecord?
    @Nullable var profileInterval: OpenIntervalRecord?
    @Nullable var averageMarginalEffect: Double?
    @Nullable var averageMarginalEffectInterval: IntervalRecord<Double>?
  }

  let version = JSONFormat.version
  let method = "logit"
  let contrast: String
  let cases: Int
  let baseSize: Int
  let effectiveBaseSize: Double
  let ratedSize: Int
  let confidence: Double
  let intercept: Double
  let isSeparated: Bool
  let isPenalized: Bool
  let pseudoRSquared: PseudoRSquaredRecord
  let areaUnderCurve: Double
  let brierScore: Double
  let tjur: Double
  @Nullable var design: DesignRecord?
  let drivers: [Driver]
  let findings: [FindingRecord]

  init(_ analysis: LogisticAnalysis, _ context: ReportContext) {
    (contrast, cases, intercept) = (analysis.contrast.rawValue, analysis.cases, analysis.intercept)
    (baseSize, effectiveBaseSize) = (analysis.base.size, analysis.base.effectiveSize)
    (ratedSize, confidence) = (analysis.rated, analysis.confidence)
    (isSeparated, isPenalized) = (analysis.isSeparated, analysis.isPenalized)
    pseudoRSquared = PseudoRSquaredRecord(analysis.rSquared)
    areaUnderCurve = analysis.discrimination.areaUnderCurve
    (brierScore, tjur) = (analysis.discrimination.brierScore, analysis.discrimination.tjur)
    design = analysis.design.map(DesignRecord.init)
    drivers = analysis.drivers.map {
      Driver(
        id: $0.id, label: context.labels.question($0.id), oddsRatio: $0.oddsRatio.map(OddsRatioRecord.init),
        profileInterval: $0.profileInterval.map(OpenIntervalRecord.init),
        averageMarginalEffect: $0.averageMarginalEffect,
        averageMarginalEffectInterval: $0.averageMarginalEffectInterval.map(IntervalRecord.init))
    }
    findings = FindingRecord.all(analysis.findings, context)
  }
}
