internal import RealModule

/// Ordinal regression: logit P(Y ≤ level) = threshold − x′b, one set of coefficients for all levels.
///
/// Maximum likelihood by Newton's iteration with the observed information, to rounding. Levels that nobody chose are merged
/// into their neighbours; predictors that follow from earlier ones are left out. Weights count as so many respondents.
public struct CumulativeLogit: Sendable {
  /// The levels that occur, in rising order.
  public let levels: [Int]
  /// The threshold above each level but the last.
  public let thresholds: [Double]
  /// The standard errors of the thresholds.
  public let thresholdStandardErrors: [Double]
  /// Log odds of a higher level per point of each predictor; nil for aliased ones.
  public let coefficients: [Double?]
  /// The standard errors by the observed information; nil for aliased predictors.
  public let standardErrors: [Double?]
  /// Predictors that follow from earlier ones, or do not vary.
  public let aliased: [Int]
  /// The log-likelihood.
  public let logLikelihood: Double
  /// The log-likelihood of the overall shares.
  public let nullLogLikelihood: Double
  /// Respondents with a positive weight.
  public let observations: Int
  /// The measures of explained variation, with the sum of the weights for n.
  public let rSquared: PseudoRSquared
  /// Whether the iteration came to a maximum; where it did not, predictors separate the levels and the estimates mean
  /// nothing.
  public let isConverged: Bool

  let design: OrdinalDesign
  let state: OrdinalState
  let covariance: Matrix

  /// The regression of an ordered outcome on predictors.
  ///
  /// - Throws: `FitError.tooFewObservations` with fewer than two observations, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(of outcome: [Int], on predictors: [[Double]], weights: [Double]? = nil) throws(FitError) {
    precondition(predictors.allSatisfy { $0.count == outcome.count }, "All columns have the same length.")
    precondition(weights.map { $0.count == outcome.count } ?? true, "There is a weight per row.")
    precondition(
      weights?.allSatisfy { $0 >= 0 && $0.isFinite } ?? true, "A weight is finite and not negative.")
    let design = OrdinalDesign(ofWhole: outcome, on: predictors, weights: weights)
    guard design.count > 1 else { throw .tooFewObservations(have: design.count, need: 2) }
    guard design.levels.count > 1 else { throw .constantOutcome }
    let (state, isConverged) = CumulativeLogit.maximum(design)
    let covariance = CholeskyDecomposition(state.information, tolerance: 0).inverse
    let errors = design.errorsInOwnUnits(covariance)
    let cuts = design.thresholds
    var (coefficients, standardErrors) = ([Double?](repeating: nil, count: predictors.count), [Double?]())
    standardErrors = coefficients
    for (place, predictor) in design.kept.enumerated() {
      coefficients[predictor] = zip(design.changeOfSlope(place), state.parameters).reduce(0) {
        $0 + $1.0 * $1.1
      }
      standardErrors[predictor] = errors[cuts + place]
    }
    levels = design.levels
    thresholds = (0..<cuts).map { cut in
      zip(design.changeOfThreshold(cut), state.parameters).reduce(0) { $0 + $1.0 * $1.1 }
    }
    thresholdStandardErrors = Array(errors[..<cuts])
    self.coefficients = coefficients
    self.standardErrors = standardErrors
    aliased = predictors.indices.filter { !design.kept.contains($0) }
    let total = design.sumOfWeights
    let null = design.totals.reduce(0) { $0 + $1 * Double.log($1 / total) }
    logLikelihood = state.logLikelihood
    nullLogLikelihood = null
    observations = design.count
    rSquared = PseudoRSquared(
      logLikelihood: state.logLikelihood, null: null, count: total, coefficients: design.kept.count)
    self.isConverged = isConverged
    (self.design, self.state, self.covariance) = (design, state, covariance)
  }

  /// The maximum of the likelihood, which has no other (Pratt 1981, doi:10.1080/01621459.1981.10477613), looked for from
  /// where a few steps lead on a part of many rows.
  private static func maximum(_ design: OrdinalDesign) -> (OrdinalState, Bool) {
    let evaluated = { (place: [Double]) in OrdinalState(design, at: place) }
    let rough = design.thinned.map { part in
      ConcaveMaximum(
        from: OrdinalState(part, at: part.start), steps: 8, shortest: 0.1, movement: part.movement
      ) { OrdinalState(part, at: $0) }.state.parameters
    }
    let best = ConcaveMaximum(
      from: evaluated(rough ?? design.start), shortest: 1e-18 * design.smallWeight,
      movement: design.movement, evaluated: evaluated)
    return (best.state, best.isConverged)
  }
}
