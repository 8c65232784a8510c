import SurveyAnalysis

/// A ranked driver as JSON.
struct RankedDriverRecord: Encodable {
  let id: String
  let label: String
  let importance: Double
  @Nullable var samplingError: Double?
  @Nullable var interval: IntervalRecord<Double>?
  let rank: Int
  @Nullable var rankInterval: IntervalRecord<Int>?
  @Nullable var probabilityTop3: Double?
  @Nullable var promoterImportance: Double?
  @Nullable var promoterInterval: IntervalRecord<Double>?
  @Nullable var detractorImportance: Double?
  @Nullable var detractorInterval: IntervalRecord<Double>?
  let otherImportance: Double
  @Nullable var correlation: Double?
  @Nullable var coefficient: Double?
  @Nullable var coefficientStandardError: Double?
  @Nullable var standardizedCoefficient: Double?
  let performance: Double
  let performanceInterval: IntervalRecord<Double>
  let answered: Int

  init(_ driver: RankedDriver, label: String) {
    id = driver.id
    self.label = label
    importance = driver.importance
    samplingError = driver.samplingError
    interval = driver.interval.map(IntervalRecord.init)
    rank = driver.rank
    rankInterval = driver.rankInterval.map(IntervalRecord.init)
    probabilityTop3 = driver.probabilityTop3
    promoterImportance = driver.promoterImportance
    promoterInterval = driver.promoterInterval.map(IntervalRecord.init)
    detractorImportance = driver.detractorImportance
    detractorInterval = driver.detractorInterval.map(IntervalRecord.init)
    otherImportance = driver.otherImportance
    correlation = driver.correlation
    coefficient = driver.coefficient
    coefficientStandardError = driver.coefficientStandardError
    standardizedCoefficient = driver.standardizedCoefficient
    performance = driver.performance
    performanceInterval = IntervalRecord(driver.performanceInterval)
    answered = driver.answered
  }
}

/// A finding as JSON: a stable code, the drivers it is about, and a sentence.
struct FindingRecord: Encodable {
  let code: String
  let drivers: [String]
  let text: String

  init(_ finding: DriverFinding, text: String) {
    self.text = text
    switch finding {
    case .constant(let driver): (code, drivers) = ("constant", [driver])
    case .unanswered(let driver): (code, drivers) = ("unanswered", [driver])
    case .fewAnswers(let driver, _): (code, drivers) = ("few-answers", [driver])
    case .duplicate(let driver, let other): (code, drivers) = ("duplicate", [driver, other])
    case .collinear(let driver): (code, drivers) = ("collinear", [driver])
    case .reversed(let driver, _): (code, drivers) = ("reversed", [driver])
    case .reversedOutcome: (code, drivers) = ("reversed-outcome", [])
    case .opposed(let driver, _): (code, drivers) = ("opposed", [driver])
    case .unusedTop(let question, _, _): (code, drivers) = ("unused-top", [question])
    case .fewCompleteCases: (code, drivers) = ("few-complete-cases", [])
    case .smallBase: (code, drivers) = ("small-base", [])
    case .unstableCovariance: (code, drivers) = ("unstable-covariance", [])
    case .fewClusters: (code, drivers) = ("few-clusters", [])
    }
  }
}

/// How intervals were made, as JSON.
struct IntervalMethodRecord: Encodable {
  let method: String
  let replicates: Int
  @Nullable var resampledRows: Int?
  /// How the interval is read off the resamples; null for the delta method.
  @Nullable var interval: String?
  let seed: UInt64

  init(_ method: IntervalMethod) {
    switch method {
    case .bootstrap(let replicates, let seed, let interval):
      (self.method, self.replicates, self.seed) = ("bootstrap", replicates, seed)
      (resampledRows, self.interval) = (nil, interval.rawValue)
    case .scaledBootstrap(let replicates, let rows, let seed):
      (self.method, self.replicates, self.seed) = ("scaled-bootstrap", replicates, seed)
      (resampledRows, interval) = (rows, ReplicateInterval.percentile.rawValue)
    case .delta(let draws, let seed):
      (self.method, self.replicates, self.seed) = ("delta", draws, seed)
      (resampledRows, interval) = (nil, nil)
    }
  }
}

/// How respondents were drawn, as JSON.
struct DesignRecord: Encodable {
  let clusters: Int
  let strata: Int

  init(_ design: DesignSummary) {
    (clusters, strata) = (design.clusters, design.strata)
  }
}

/// How shares were estimated from random orders, as JSON.
struct SamplingRecord: Encodable {
  let orders: Int
  let standardError: Double

  init(_ sampling: OrderSampling) {
    (orders, standardError) = (sampling.orders, sampling.standardError)
  }
}

/// A difference between two drivers' shares as JSON.
struct DriverDifferenceRecord: Encodable {
  let higher: String
  let lower: String
  let difference: Double
  let standardError: Double
  let interval: IntervalRecord<Double>
  let adjustedPValue: Double

  init(_ found: DriverDifference) {
    (higher, lower, difference) = (found.higher, found.lower, found.difference)
    (standardError, adjustedPValue) = (found.standardError, found.adjustedPValue)
    interval = IntervalRecord(found.interval)
  }
}

/// `loyalty drivers --format json`.
struct DriverAnalysisRecord: Encodable {
  let version = JSONFormat.version
  let outcome: String
  let method: String
  let missing: String
  let rSquared: Double
  @Nullable var promoterRSquared: Double?
  @Nullable var detractorRSquared: Double?
  let baseSize: Int
  let effectiveBaseSize: Double
  let completeCases: Int
  let confidence: Double
  @Nullable var intervals: IntervalMethodRecord?
  @Nullable var design: DesignRecord?
  let drivers: [RankedDriverRecord]
  @Nullable var sampling: SamplingRecord?
  let ties: [IntervalRecord<Int>]
  let differences: [DriverDifferenceRecord]
  let findings: [FindingRecord]

  init(_ analysis: DriverAnalysis, context: ReportContext) {
    outcome = analysis.outcome.rawValue
    method = analysis.method.rawValue
    missing = analysis.missing.rawValue
    rSquared = analysis.rSquared
    promoterRSquared = analysis.promoterRSquared
    detractorRSquared = analysis.detractorRSquared
    baseSize = analysis.base.size
    effectiveBaseSize = analysis.base.effectiveSize
    completeCases = analysis.completeCases
    confidence = analysis.confidence
    intervals = analysis.intervals.map(IntervalMethodRecord.init)
    design = analysis.design.map(DesignRecord.init)
    drivers = analysis.drivers.map { RankedDriverRecord($0, label: context.labels.question($0.id)) }
    sampling = analysis.sampling.map(SamplingRecord.init)
    differences = analysis.differences.map(DriverDifferenceRecord.init)
    ties = analysis.ties.map { IntervalRecord($0.ranks) }
    findings = analysis.findings.map { FindingRecord($0, text: context.findings.text(of: $0)) }
  }
}
