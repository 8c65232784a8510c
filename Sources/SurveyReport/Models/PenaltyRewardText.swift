import Statistics
import SurveyAnalysis

extension ModelText {
  /// Penalties and rewards.
  init(_ analysis: PenaltyRewardAnalysis, _ context: ReportContext) {
    let words = ModelWords(context: context)
    let language = context.language
    let drivers = analysis.drivers.map(ShownContrast.init)
    self.init(
      record: PenaltyRewardRecord(analysis, drivers, context),
      facts: [
        language(
          "Penalties and rewards, in points of the score", "Straffen en beloningen, in punten van de score")
          + " · R² = \(context.numbers.decimal(analysis.rSquared, 2)) · n = \(context.size(of: analysis.base))"
      ],
      table: ModelText.table(drivers, confidence: analysis.confidence, words),
      notes: [
        language(
          "Penalty: a low rating against a middling one; reward: a high one against a middling one. A class in brackets turns with the sample.",
          "Straf: een laag oordeel tegenover een gemiddeld; beloning: een hoog tegenover een gemiddeld. Een klasse tussen haakjes wisselt met de steekproef."
        )
      ]
        + (drivers.contains(where: \.isWithheld)
          ? [
            language(
              "Effects of fewer than \(Base.suppressed) ratings are not shown.",
              "Effecten van minder dan \(Base.suppressed) oordelen worden niet getoond.")
          ] : []) + words.design(analysis.design) + words.findings(analysis.findings),
      exactTable: ModelText.exactTable(drivers, context), explanation: ModelText.explanation(context.language)
    )
  }

  private static func table(_ drivers: [ShownContrast], confidence: Double, _ words: ModelWords)
    -> ResultTable
  {
    let (context, language) = (words.context, words.context.language)
    let interval = context.terms.interval(confidence)
    return ResultTable(
      columns: [
        ResultTable.Column(context.terms.driver), ResultTable.Column(language("penalty", "straf"), .trailing),
        ResultTable.Column(interval), ResultTable.Column(language("reward", "beloning"), .trailing),
        ResultTable.Column(interval), ResultTable.Column(language("asymmetry", "asymmetrie"), .trailing),
        ResultTable.Column(language("class", "klasse")),
        ResultTable.Column(language("certainty", "zekerheid"), .trailing),
      ],
      rows: drivers.map { driver in
        let name = driver.estimatedClass.map { ModelText.name(of: $0, language) }
        return [
          .text(context.labels.question(driver.id)), words.decimal(driver.penalty, 2),
          words.decimal(driver.penaltyInterval, 2), words.decimal(driver.reward, 2),
          words.decimal(driver.rewardInterval, 2), words.decimal(driver.asymmetryIndex, 2),
          name.map { .text(driver.isSettled ? $0 : "(\($0))") } ?? .empty,
          driver.certainty.map { .number(context.numbers.shortCertainty($0)) } ?? .empty,
        ]
      })
  }

  private static func name(of found: AsymmetryClass, _ language: ReportLanguage) -> String {
    switch found {
    case .basic: language("basic", "basis")
    case .performance: language("performance", "prestatie")
    case .excitement: language("excitement", "verrassing")
    }
  }

  private static func exactTable(_ drivers: [ShownContrast], _ context: ReportContext) -> ResultTable {
    let figures = [
      "penalty", "penaltyLower", "penaltyUpper", "reward", "rewardLower", "rewardUpper", "asymmetryIndex",
      "rangeOfImpact", "class", "basic", "performance", "excitement",
    ]
    return ResultTable(
      columns: ["id", "label"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: drivers.map { driver in
        [
          .text(driver.id), .text(context.labels.question(driver.id)), .exact(driver.penalty),
          .exact(driver.penaltyInterval?.lowerBound), .exact(driver.penaltyInterval?.upperBound),
          .exact(driver.reward), .exact(driver.rewardInterval?.lowerBound),
          .exact(driver.rewardInterval?.upperBound),
          .exact(driver.asymmetryIndex), .exact(driver.rangeOfImpact),
          driver.estimatedClass.map { .text($0.rawValue) } ?? .empty,
        ]
          + AsymmetryClass.allCases.indices.map {
            .exact(driver.probabilities.isEmpty ? nil : driver.probabilities[$0])
          }
      })
  }

  private static func explanation(_ language: ReportLanguage) -> [String] {
    [
      language(
        "One regression of the score on who rated each driver low and who rated it high, against the middle.",
        "Eén regressie van de score op wie elke driver laag en wie hem hoog beoordeelde, tegenover het midden."
      ),
      language(
        "Basic: low ratings cost more than high ones earn, so it must be in order. Excitement: the reverse. Performance: both alike. The "
          + "certainty is how many of the resamples gave the same class.",
        "Basis: lage oordelen kosten meer dan hoge opleveren, dus het moet op orde zijn. Verrassing: omgekeerd. Prestatie: beide gelijk. De "
          + "zekerheid is in hoeveel hersteekproeven dezelfde klasse uitkwam."),
      language(
        "The score ends at 10, which by itself makes rewards smaller where people are happy already.",
        "De score stopt bij 10, wat beloningen vanzelf kleiner maakt waar mensen al tevreden zijn."),
    ]
  }
}

/// A driver's contrast without what rests on fewer than five ratings.
private struct ShownContrast {
  let id: String
  let cuts: RatingCuts
  let counts: [Int]
  let penalty: Double?
  let penaltyInterval: ClosedRange<Double>?
  let reward: Double?
  let rewardInterval: ClosedRange<Double>?
  let asymmetryIndex: Double?
  let rangeOfImpact: Double?
  let estimatedClass: AsymmetryClass?
  let probabilities: [Double]
  let isSettled: Bool

  init(_ driver: PenaltyRewardAnalysis.Driver) {
    let shown = [0, 2].map { driver.counts[$0] >= Base.suppressed }
    let both = shown.allSatisfy { $0 }
    (id, cuts, counts) = (driver.id, driver.cuts, driver.counts)
    (penalty, penaltyInterval) = shown[0] ? (driver.penalty, driver.penaltyInterval) : (nil, nil)
    (reward, rewardInterval) = shown[1] ? (driver.reward, driver.rewardInterval) : (nil, nil)
    (asymmetryIndex, rangeOfImpact) = both ? (driver.asymmetryIndex, driver.rangeOfImpact) : (nil, nil)
    estimatedClass = both ? driver.estimatedClass : nil
    probabilities = both ? driver.probabilities : []
    isSettled = both && driver.settledClass != nil
  }

  /// Whether something of it is not shown.
  var isWithheld: Bool { counts[0] < Base.suppressed || counts[2] < Base.suppressed }

  /// How often the class came out in the resamples.
  var certainty: Double? {
    guard let estimatedClass, let place = AsymmetryClass.allCases.firstIndex(of: estimatedClass),
      probabilities.indices.contains(place)
    else { return nil }
    return probabilities[place]
  }
}

/// `loyalty drivers --method penalty-reward --format json`; counts under five are `null`.
private struct PenaltyRewardRecord: Encodable {
  struct Counts: Encodable {
    @Nullable var low: Int?
    @Nullable var middle: Int?
    @Nullable var high: Int?

    init(_ counts: [Int]) {
      let shown = counts.map { $0 >= Base.suppressed || $0 == 0 ? $0 : nil }
      (low, middle, high) = (shown[0], shown[1], shown[2])
    }
  }
  struct Driver: Encodable {
    let id: String
    let label: String
    let lowCut: Int
    let highCut: Int
    let counts: Counts
    @Nullable var penalty: Double?
    @Nullable var penaltyInterval: IntervalRecord<Double>?
    @Nullable var reward: Double?
    @Nullable var rewardInterval: IntervalRecord<Double>?
    @Nullable var asymmetryIndex: Double?
    @Nullable var rangeOfImpact: Double?
    @Nullable var asymmetryClass: String?
    let isSettled: Bool
    @Nullable var classProbabilities: [String: Double]?
  }

  let version = JSONFormat.version
  let method = "penalty-reward"
  let rSquared: Double
  let baseSize: Int
  let effectiveBaseSize: Double
  let completeCases: Int
  let confidence: Double
  @Nullable var design: DesignRecord?
  let drivers: [Driver]
  let findings: [FindingRecord]

  init(_ analysis: PenaltyRewardAnalysis, _ shown: [ShownContrast], _ context: ReportContext) {
    (rSquared, baseSize) = (analysis.rSquared, analysis.base.size)
    (effectiveBaseSize, completeCases) = (analysis.base.effectiveSize, analysis.completeCases)
    confidence = analysis.confidence
    design = analysis.design.map(DesignRecord.init)
    findings = FindingRecord.all(analysis.findings, context)
    drivers = shown.map { driver in
      let probabilities = zip(AsymmetryClass.allCases.map(\.rawValue), driver.probabilities)
      return Driver(
        id: driver.id, label: context.labels.question(driver.id), lowCut: driver.cuts.low,
        highCut: driver.cuts.high, counts: Counts(driver.counts), penalty: driver.penalty,
        penaltyInterval: driver.penaltyInterval.map(IntervalRecord.init), reward: driver.reward,
        rewardInterval: driver.rewardInterval.map(IntervalRecord.init), asymmetryIndex: driver.asymmetryIndex,
        rangeOfImpact: driver.rangeOfImpact, asymmetryClass: driver.estimatedClass?.rawValue,
        isSettled: driver.isSettled,
        classProbabilities: driver.probabilities.isEmpty
          ? nil : Dictionary(uniqueKeysWithValues: probabilities))
    }
  }
}
