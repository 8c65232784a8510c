internal import RealModule

/// Binary logistic regression with an intercept, by maximum likelihood.
///
/// Newton's iteration to rounding on standardised predictors. A predictor that follows from earlier ones is left out and
/// named in `aliased`. Weights count as so many respondents in the likelihood; standard errors that allow for probability
/// weights are the robust ones.
public struct LogisticRegression: Sendable {
  /// When the likelihood is penalised.
  public enum Penalty: String, Sendable, CaseIterable {
    /// Where a combination of predictors separates the outcomes, so that the plain estimate is infinite; the default.
    case whereSeparated
    /// Always: less bias in small samples.
    case always
    /// Never; separated estimates are then meaningless and `isSeparated` says so.
    case never
  }

  /// The log odds where all predictors are 0.
  public let intercept: Double
  /// The standard error of `intercept`.
  public let interceptStandardError: Double
  /// Log odds per point of each predictor; nil for aliased ones.
  public let coefficients: [Double?]
  /// The standard errors by the information matrix; nil for aliased predictors.
  public let standardErrors: [Double?]
  /// Predictors that follow from earlier ones, or do not vary.
  public let aliased: [Int]
  /// Whether some combination of predictors tells the outcomes apart without error, wholly or in part.
  public let isSeparated: Bool
  /// Whether Firth's penalty was used (Firth 1993, doi:10.1093/biomet/80.1.27).
  public let isPenalized: Bool
  /// The log-likelihood, without penalty.
  public let logLikelihood: Double
  /// The log-likelihood of the overall shares.
  public let nullLogLikelihood: Double
  /// Respondents with a positive weight.
  public let observations: Int
  /// The measures of explained variation, with the sum of the weights for n.
  public let rSquared: PseudoRSquared
  /// The average marginal effects: percentage of probability (0…1) per point of predictor, b·mean(μ(1 − μ)).
  public let averageMarginalEffects: [Double?]

  let design: LogisticDesign
  let newton: LogisticNewton

  /// The regression of an outcome on predictors.
  ///
  /// - Throws: `FitError.tooFewObservations` with fewer than two observations, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(
    of outcome: [Bool], on predictors: [[Double]], weights: [Double]? = nil,
    penalty: Penalty = .whereSeparated
  ) throws(FitError) {
    precondition(predictors.allSatisfy { $0.count == outcome.count }, "All columns have the same length.")
    precondition(weights.map { $0.count == outcome.count } ?? true, "There is a weight per row.")
    precondition(
      weights?.allSatisfy { $0 >= 0 && $0.isFinite } ?? true, "A weight is finite and not negative.")
    let design = LogisticDesign(ofWhole: outcome.map { $0 ? 1 : 0 }, on: predictors, weights: weights)
    guard design.rows > 1 else { throw .tooFewObservations(have: design.rows, need: 2) }
    let ones = zip(design.outcome, design.weights).reduce(0) { $0 + $1.0 * $1.1 }
    guard ones > 0, design.outcome.contains(0) else { throw .constantOutcome }
    let plain = LogisticNewton(design, isPenalized: penalty == .always)
    let isRepaired = plain.isSeparated && penalty == .whereSeparated
    let newton = isRepaired ? LogisticNewton(design, isPenalized: true) : plain
    let states = LogisticSummary(design, newton, ones: ones, predictors: predictors.count)
    (intercept, coefficients) = (states.intercept, states.coefficients)
    (interceptStandardError, standardErrors) = (states.interceptError, states.standardErrors)
    aliased = predictors.indices.filter { !design.kept.contains($0) }
    isSeparated = plain.isSeparated
    isPenalized = isRepaired || penalty == .always
    logLikelihood = newton.state.logLikelihood
    nullLogLikelihood = states.nullLogLikelihood
    observations = design.rows
    rSquared = PseudoRSquared(
      logLikelihood: newton.state.logLikelihood, null: states.nullLogLikelihood, count: design.sumOfWeights)
    averageMarginalEffects = states.coefficients.map { $0.map { $0 * states.meanSlope } }
    self.design = design
    self.newton = newton
  }

  /// The predicted probabilities of the respondents with a positive weight, in order.
  public var fitted: [Double] {
    (0..<design.rows).map { LogisticProbability(design.linearPredictor($0, newton.state.coefficients)).one }
  }

  /// How well the predictions tell the outcomes apart; sorts all respondents each time it is asked for.
  public var discrimination: Discrimination {
    Discrimination(of: fitted, for: design.outcome.map { $0 > 0.5 }, weights: design.weights)
  }
}
