internal import RealModule

/// Ordinal regression in which some predictors have a coefficient of their own at each threshold.
///
/// logit P(Y ≤ level) = threshold − x′b − z′c(level), z being the predictors that vary (Peterson & Harrell 1990,
/// doi:10.2307/2347760; Williams 2006, doi:10.1177/1536867X0600600104). With all of them varying it is the generalised
/// ordered logit, against which proportional odds are tested. Lines that are not parallel must cross somewhere: where they
/// do so among the respondents, some level has a negative probability, and `hasNegativeProbabilities` says so.
public struct PartialProportionalOdds: Sendable {
  /// The levels that occur, in rising order.
  public let levels: [Int]
  /// The threshold above each level but the last.
  public let thresholds: [Double]
  /// Per threshold the coefficient of every predictor: the same at all for those that do not vary, nil for aliased ones.
  public let coefficients: [[Double?]]
  /// The standard errors of `coefficients`, by the observed information.
  public let standardErrors: [[Double?]]
  /// The predictors that vary and are not aliased.
  public let varying: [Int]
  /// Predictors that follow from earlier ones, or do not vary over respondents.
  public let aliased: [Int]
  /// The log-likelihood.
  public let logLikelihood: Double
  /// Respondents with a positive weight.
  public let observations: Int
  /// Whether the iteration came to a maximum.
  public let isConverged: Bool
  /// Whether the model gives some respondent a negative probability of some level.
  public let hasNegativeProbabilities: Bool

  private let design: PartialOddsDesign
  private let parameters: [Double]
  private let covariance: Matrix

  /// The regression with the predictors in `varying` free at each threshold.
  ///
  /// - Throws: `FitError.tooFewObservations` with fewer than two observations, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(
    of outcome: [Int], on predictors: [[Double]], varying: [Int], weights: [Double]? = nil
  ) throws(FitError) {
    precondition(predictors.allSatisfy { $0.count == outcome.count }, "All columns have the same length.")
    let ordinal = OrdinalDesign(of: outcome, on: predictors, weights: weights)
    guard ordinal.count > 1 else { throw .tooFewObservations(have: ordinal.count, need: 2) }
    guard ordinal.levels.count > 1 else { throw .constantOutcome }
    let design = PartialOddsDesign(ordinal, varying: varying)
    let maximum = ConcaveMaximum(
      from: PartialOddsState(design, at: design.start), movement: design.movement,
      evaluated: { PartialOddsState(design, at: $0) })
    let parameters = maximum.state.parameters
    let covariance = CholeskyDecomposition(maximum.state.information, tolerance: 0).inverse
    let cuts = 0..<ordinal.thresholds
    levels = ordinal.levels
    thresholds = cuts.map { design.threshold($0, parameters) }
    coefficients = cuts.map { cut in
      design.spread(predictors.count) { parameters[design.place(of: $0, at: cut)] / ordinal.scales[$0] }
    }
    standardErrors = design.errors(covariance, of: predictors.count)
    self.varying = design.varying.map { ordinal.kept[$0] }.sorted()
    aliased = predictors.indices.filter { !ordinal.kept.contains($0) }
    logLikelihood = maximum.state.logLikelihood
    observations = ordinal.count
    isConverged = maximum.isConverged
    hasNegativeProbabilities = design.hasCrossing(parameters)
    (self.design, self.parameters, self.covariance) = (design, parameters, covariance)
  }

  /// Linearised standard errors of `coefficients` under a survey design with probability weights (Binder 1983,
  /// doi:10.2307/1402588).
  ///
  /// - Precondition: the design has the rows the regression was made of, all with a positive weight.
  public func standardErrors(under sampling: SamplingDesign) -> [[Double?]] {
    let covariance = sampling.covariance(of: covariance, scores: design.scores(parameters))
    return design.errors(covariance, of: coefficients.first?.count ?? 0)
  }

  /// The likelihood ratio test of proportional odds for the predictors that vary, against the model in which none does.
  ///
  /// Both models must have been fitted to the same outcome, predictors and weights; nil where nothing varies or either
  /// has no maximum.
  public func test(against proportional: CumulativeLogit) -> ProportionalOddsTest.Result? {
    let degrees = varying.count * (thresholds.count - 1)
    guard degrees > 0, isConverged, proportional.isConverged else { return nil }
    let statistic = max(0, 2 * (logLikelihood - proportional.logLikelihood))
    return ProportionalOddsTest.Result(
      statistic: statistic, degreesOfFreedom: degrees,
      pValue: ChiSquaredDistribution(degreesOfFreedom: Double(degrees)).upperTail(statistic))
  }
}

extension ProportionalOddsTest {
  /// The likelihood ratio test that all predictors have the same coefficients at all thresholds; nil where a model has
  /// no maximum.
  ///
  /// - Throws: `FitError.tooFewObservations` with fewer than two observations, `FitError.constantOutcome`.
  public static func likelihoodRatio(
    of outcome: [Int], on predictors: [[Double]], weights: [Double]? = nil
  ) throws(FitError) -> Result? {
    let parallel = try CumulativeLogit(of: outcome, on: predictors, weights: weights)
    let free = try PartialProportionalOdds(
      of: outcome, on: predictors, varying: Array(predictors.indices), weights: weights)
    return free.test(against: parallel)
  }
}
