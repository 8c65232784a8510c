internal import RealModule

/// Multinomial regression: log P(Y = level)/P(Y = baseline) = intercept + x′b, with coefficients of its own per level.
///
/// Maximum likelihood by Newton's iteration to rounding (McFadden 1974), on standardised predictors. It ignores the order
/// of the levels, and is what remains where an ordinal model does not hold. Weights count as so many respondents;
/// predictors that follow from earlier ones are left out.
public struct MultinomialLogit: Sendable {
  /// The log odds of one level against the baseline.
  public struct Contrast: Sendable, Equatable {
    /// The level.
    public let level: Int
    /// The log odds where all predictors are 0.
    public let intercept: Double
    /// The standard error of `intercept`.
    public let interceptStandardError: Double
    /// Log odds per point of each predictor; nil for aliased ones.
    public let coefficients: [Double?]
    /// The standard errors by the information matrix; nil for aliased predictors.
    public let standardErrors: [Double?]
  }

  /// The levels that occur, in rising order.
  public let levels: [Int]
  /// The level the others are compared with.
  public let baseline: Int
  /// A contrast per level other than the baseline, in rising order.
  public let contrasts: [Contrast]
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
  let iteration: MultinomialIteration
  let covariance: Matrix

  /// The regression of a categorical outcome on predictors; the lowest level is the baseline unless another is named.
  ///
  /// - Throws: `FitError.tooFewObservations` with fewer than two observations, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative; the baseline occurs.
  public init(
    of outcome: [Int], on predictors: [[Double]], weights: [Double]? = nil, baseline: Int? = nil
  ) throws(FitError) {
    precondition(predictors.allSatisfy { $0.count == outcome.count }, "All columns have the same length.")
    precondition(weights.map { $0.count == outcome.count } ?? true, "There is a weight per row.")
    let design = OrdinalDesign(ofWhole: outcome, on: predictors, weights: weights)
    guard design.count > 1 else { throw .tooFewObservations(have: design.count, need: 2) }
    guard design.levels.count > 1 else { throw .constantOutcome }
    let base = baseline ?? design.levels[0]
    guard let place = design.levels.firstIndex(of: base) else {
      preconditionFailure("The baseline is a level that occurs.")
    }
    let iteration = MultinomialIteration(design, baseline: place)
    let state = iteration.state
    let covariance = CholeskyDecomposition(state.information, tolerance: 0).inverse
    contrasts = iteration.order.enumerated().map { block, level in
      Contrast(
        level: design.levels[level], block: block, design, state.parameters, covariance, predictors.count)
    }
    levels = design.levels
    self.baseline = base
    aliased = predictors.indices.filter { !design.kept.contains($0) }
    let total = design.sumOfWeights
    let null = design.totals.reduce(0) { $0 + $1 * Double.log($1 / total) }
    logLikelihood = state.logLikelihood
    nullLogLikelihood = null
    observations = design.count
    rSquared = PseudoRSquared(logLikelihood: state.logLikelihood, null: null, count: total)
    isConverged = iteration.isConverged
    (self.design, self.iteration, self.covariance) = (design, iteration, covariance)
  }
}

extension MultinomialLogit {
  /// Linearised standard errors of each contrast's coefficients under a survey design with probability weights (Binder
  /// 1983, doi:10.2307/1402588); nil for aliased predictors.
  ///
  /// - Precondition: the design has the rows the regression was made of, all with a positive weight.
  public func standardErrors(under sampling: SamplingDesign) -> [[Double?]] {
    let parameters = iteration.state.parameters
    let covariance = sampling.covariance(
      of: covariance, scores: iteration.state.scores(of: design, order: iteration.order))
    return contrasts.enumerated().map { block, contrast in
      Contrast(
        level: contrast.level, block: block, design, parameters, covariance, contrast.coefficients.count
      ).standardErrors
    }
  }
}

extension MultinomialLogit.Contrast {
  /// One block of the standardised parameters, brought back to the predictors' units.
  init(
    level: Int, block: Int, _ design: OrdinalDesign, _ parameters: [Double], _ covariance: Matrix,
    _ count: Int
  ) {
    let start = block * (design.predictors + 1)
    let own = covariance.restricted(to: Array(start...start + design.predictors))
    let inner = Array(parameters[start...start + design.predictors])
    var (coefficients, errors) = ([Double?](repeating: nil, count: count), [Double?]())
    errors = coefficients
    for (place, predictor) in design.kept.enumerated() {
      coefficients[predictor] = design.coefficient(place + 1, of: inner)
      errors[predictor] = design.error(place + 1, of: own)
    }
    self.level = level
    intercept = design.coefficient(0, of: inner)
    interceptStandardError = design.error(0, of: own)
    self.coefficients = coefficients
    standardErrors = errors
  }
}
