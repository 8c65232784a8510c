import SurveyAnalysis

/// `loyalty drivers --diagnostics --format json`.
struct DiagnosticsRecord: Encodable {
  /// How far answers that belong together agree.
  struct Consistency: Encodable {
    let pairs: Int
    let respondents: Int
    let mean: Double
    let lowShare: Double

    init(_ consistency: AnswerConsistency) {
      pairs = consistency.pairs
      respondents = consistency.respondents
      mean = consistency.mean
      lowShare = consistency.lowShare
    }
  }

  /// How respondents answered, as counts.
  struct Patterns: Encodable {
    let straightLined: Int
    let meanLongestRun: Double
    @Nullable var meanVariability: Double?
    let improbable: Int
    let duplicates: Int
    let flagged: Int
    @Nullable var evenOdd: Consistency?
    @Nullable var synonyms: Consistency?
    @Nullable var secondsPerItem: Double?

    init(_ careless: CarelessResponses) {
      straightLined = careless.straightLined.count
      let answered = careless.longestRuns.enumerated().reduce(0) { $0 + $1.offset * $1.element }
      meanLongestRun = Double(answered) / Double(max(1, careless.count))
      meanVariability = careless.meanVariability
      improbable = careless.improbable.count
      duplicates = careless.duplicates.count
      flagged = careless.flagged.count
      evenOdd = careless.evenOdd.map(Consistency.init)
      synonyms = careless.synonyms.map(Consistency.init)
      secondsPerItem = nil
    }
  }

  /// How far the drivers go together.
  struct Reliability: Encodable {
    @Nullable var alpha: Double?
    @Nullable var omega: Double?
    @Nullable var meanCorrelation: Double?
    @Nullable var firstEigenvalueShare: Double?
  }

  /// One driver beside the others.
  struct Driver: Encodable {
    let id: String
    let label: String
    @Nullable var itemRestCorrelation: Double?
    let opposed: Int
    let lowest: Double
    let highest: Double
    let scale: IntervalRecord<Int>
    let ceilingShare: Double
    let floorShare: Double
    @Nullable var varianceInflation: Double?
    let answered: Int
  }

  /// A condition index with its variance proportions.
  struct Dependency: Encodable {
    @Nullable var conditionIndex: Double?
    let interceptShare: Double
    let shares: [Double]
  }

  /// How many respondents pull the regression.
  struct Influence: Encodable {
    let completeCases: Int
    @Nullable var largestCooksDistance: Double?
    let influential: Int
    let highLeverage: Int
  }

  /// Something to look at.
  struct Flag: Encodable {
    let code: String
    let drivers: [String]
    let text: String
  }

  let version = JSONFormat.version
  let baseSize: Int
  let completeCases: Int
  let patterns: Patterns
  let reliability: Reliability
  let drivers: [Driver]
  let conditionIndices: [Dependency]
  @Nullable var influence: Influence?
  @Nullable var nonlinearCheck: NonlinearRecord?
  let comparison: SensitivityRecord
  let flags: [Flag]

  init(_ quality: DataQuality, context: ReportContext) {
    baseSize = quality.base.size
    completeCases = quality.completeCases
    patterns = Patterns(quality.careless)
    reliability = Reliability(
      alpha: quality.alpha, omega: quality.omega, meanCorrelation: quality.meanCorrelation,
      firstEigenvalueShare: quality.firstShare)
    drivers = quality.drivers.map { driver in
      Driver(
        id: driver.id, label: context.labels.question(driver.id),
        itemRestCorrelation: driver.itemRestCorrelation, opposed: driver.opposed, lowest: driver.lowest,
        highest: driver.highest, scale: IntervalRecord(driver.scale), ceilingShare: driver.ceilingShare,
        floorShare: driver.floorShare, varianceInflation: driver.varianceInflation, answered: driver.answered)
    }
    conditionIndices = quality.dependencies.map {
      Dependency(
        conditionIndex: $0.conditionIndex, interceptShare: $0.interceptShare,
        shares: $0.proportions.map(\.share))
    }
    influence = quality.influence.map {
      Influence(
        completeCases: $0.completeCases, largestCooksDistance: $0.largestCooksDistance,
        influential: $0.influential, highLeverage: $0.highLeverage)
    }
    nonlinearCheck = quality.nonlinear.map { NonlinearRecord($0, context: context) }
    comparison = SensitivityRecord(quality.comparison, context: context)
    let sentences = DiagnosticsSentences(context: context)
    flags = quality.flags.map { Flag(code: $0.code, drivers: $0.drivers, text: sentences.text(of: $0)) }
  }
}

/// The nonlinear check as JSON.
struct NonlinearRecord: Encodable {
  /// A driver in the forest.
  struct Driver: Encodable {
    let id: String
    let permutationImportance: Double
    let rank: Int
  }

  let baseSize: Int
  let folds: Int
  let linearRSquared: Double
  let forestRSquared: Double
  @Nullable var outOfBagRSquared: Double?
  let gain: Double
  let gainStandardError: Double
  let verdict: String
  let text: String
  let drivers: [Driver]

  init(_ check: NonlinearCheck, context: ReportContext) {
    baseSize = check.baseSize
    folds = check.folds
    linearRSquared = check.linearRSquared
    forestRSquared = check.forestRSquared
    outOfBagRSquared = check.outOfBagRSquared
    gain = check.gain
    gainStandardError = check.gainStandardError
    verdict = check.verdict.rawValue
    text = NonlinearSentences(context: context).verdict(check)
    drivers = check.drivers.map {
      Driver(id: $0.id, permutationImportance: $0.permutationImportance, rank: $0.rank)
    }
  }
}

extension QualityFlag {
  /// A stable code.
  var code: String {
    switch self {
    case .straightLining: "straight-lining"
    case .duplicates: "duplicates"
    case .improbable: "improbable"
    case .halo: "halo"
    case .reversed: "reversed"
    case .unusedTop: "unused-top"
    case .inflated: "inflated"
    case .nearDependency: "near-dependency"
    case .influential: "influential"
    case .ceiling: "ceiling"
    case .floor: "floor"
    case .tooFewItems: "too-few-items"
    case .noResponseTimes: "no-response-times"
    }
  }

  /// The drivers it is about.
  var drivers: [String] {
    switch self {
    case .reversed(let driver, _), .unusedTop(let driver, _), .inflated(let driver, _),
      .ceiling(let driver, _),
      .floor(let driver, _):
      [driver]
    case .nearDependency(_, let drivers): drivers
    default: []
    }
  }
}
