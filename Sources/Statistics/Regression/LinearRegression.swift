/// Weighted least squares, with an intercept or through the origin.
///
/// Columns are centred and scaled, then reduced by Householder reflections; the normal equations are never formed. Where
/// predictors nearly follow from each other the reduction is made again with twice the precision, so that coefficients and
/// errors keep the digits that the data hold. A predictor that follows from earlier ones is left out and named in
/// `aliased`, as R does.
public struct LinearRegression: Sendable, Equatable {
  /// A predictor counts as following from earlier ones where they leave no more than this part of its length.
  public static let tolerance = 1e-12

  /// What the outcome is where all predictors are 0.
  public enum Intercept: Sendable {
    /// A parameter of its own.
    case estimated
    /// 0: a regression through the origin, whose sums of squares and R² are taken about 0.
    case zero
  }

  /// The outcome where all predictors are 0.
  public let intercept: Double
  /// The standard error of `intercept`, by the usual formula; nil without residual degrees of freedom or through the
  /// origin.
  public let interceptStandardError: Double?
  /// The heteroscedasticity-consistent standard error of `intercept`; nil where it is not defined.
  public let interceptRobustStandardError: Double?
  /// Points of outcome per point of each predictor; nil for aliased ones.
  public let coefficients: [Double?]
  /// The coefficients in standard deviations: b·sd(x)/sd(y); nil for aliased ones.
  public let standardizedCoefficients: [Double?]
  /// The usual standard errors; nil for aliased predictors and without residual degrees of freedom.
  public let standardErrors: [Double?]
  /// The heteroscedasticity-consistent standard errors of the kind asked for; nil where they are not defined, as
  /// where an observation alone determines a coefficient.
  public let robustStandardErrors: [Double?]
  /// Predictors that follow from earlier ones, or do not vary.
  public let aliased: [Int]
  /// Observations with a positive weight.
  public let observations: Int
  /// Observations less estimated parameters.
  public let residualDegreesOfFreedom: Int
  /// The weighted sum of squared residuals.
  public let residualSumOfSquares: Double
  /// The weighted sum of squared deviations of the outcome from its mean, or from 0 through the origin.
  public let totalSumOfSquares: Double
  /// The part of `totalSumOfSquares` that the predictors explain.
  public let explainedSumOfSquares: Double

  /// How many predictors are in.
  private var rank: Int { coefficients.count - aliased.count }
  /// The share of the outcome's variance explained, 0…1.
  public var rSquared: Double {
    // From the smaller part, which keeps its digits.
    explainedSumOfSquares < residualSumOfSquares
      ? explainedSumOfSquares / totalSumOfSquares : 1 - residualSumOfSquares / totalSumOfSquares
  }
  /// R² corrected for the number of predictors (Ezekiel 1930); nil without residual degrees of freedom.
  public var adjustedRSquared: Double? {
    guard residualDegreesOfFreedom > 0 else { return nil }
    let total = residualDegreesOfFreedom + rank
    return 1 - (1 - rSquared) * Double(total) / Double(residualDegreesOfFreedom)
  }
  /// The residual standard deviation; nil without residual degrees of freedom.
  public var residualStandardDeviation: Double? {
    guard residualDegreesOfFreedom > 0 else { return nil }
    return (residualSumOfSquares / Double(residualDegreesOfFreedom)).squareRoot()
  }
  /// The F statistic of all predictors together, on `coefficients − aliased` and the residual degrees of freedom.
  public var fStatistic: Double? {
    guard residualDegreesOfFreedom > 0, rank > 0, residualSumOfSquares > 0 else { return nil }
    return explainedSumOfSquares / Double(rank) / (residualSumOfSquares / Double(residualDegreesOfFreedom))
  }

  /// The regression of an outcome on predictors.
  ///
  /// - Throws: `FitError.tooFewObservations` with fewer than two observations, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(
    of outcome: [Double], on predictors: [[Double]], weights: [Double]? = nil,
    robust: RobustErrors = .hc3, intercept: Intercept = .estimated
  ) throws(FitError) {
    precondition(predictors.allSatisfy { $0.count == outcome.count }, "All columns have the same length.")
    let design = RegressionDesign(
      columns: predictors + [outcome], weights: weights, hasIntercept: intercept == .estimated)
    try self.init(design, robust: robust)
  }

  /// The regression of one column of whole numbers on others, over rows where none of them is missing.
  public init(
    of outcome: Int, on predictors: [Int], in columns: IntegerColumns, weights: [Double]? = nil,
    robust: RobustErrors = .hc3
  ) throws(FitError) {
    let wanted = (predictors + [outcome]).map { columns.columns[$0] }
    let rows = (0..<columns.rows).filter { row in
      wanted.allSatisfy { $0[row] != IntegerColumns.missing }
    }
    let design = RegressionDesign(
      columns: wanted.map { column in rows.map { Double(column[$0]) } },
      weights: weights.map { weights in rows.map { weights[$0] } })
    try self.init(design, robust: robust)
  }

  private init(_ design: RegressionDesign, robust: RobustErrors) throws(FitError) {
    guard design.rows > 1 else { throw .tooFewObservations(have: design.rows, need: 2) }
    let predictors = design.columns.count - 1
    totalSumOfSquares = design.sumsOfSquares[predictors]
    guard totalSumOfSquares > 0 else { throw .constantOutcome }
    let solution = design.solve(tolerance: LinearRegression.tolerance)
    let residuals = design.residuals(solution, robust: robust)
    let degrees = design.rows - solution.parameters
    let variance = degrees > 0 ? residuals.sumOfSquares / Double(degrees) : nil
    var (coefficients, standardized) = ([Double?](repeating: nil, count: predictors), [Double?]())
    var (usual, robustErrors) = (coefficients, coefficients)
    for (place, predictor) in solution.kept.enumerated() {
      coefficients[predictor] = solution.coefficients[place]
      let parameter = place + solution.offset
      usual[predictor] = variance.map { ($0 * solution.variance(of: parameter)).squareRoot() }
      robustErrors[predictor] = residuals.robustVariance(of: parameter, solution)?.squareRoot()
    }
    for predictor in 0..<predictors {
      let ratio = (design.sumsOfSquares[predictor] / totalSumOfSquares).squareRoot()
      standardized.append(coefficients[predictor].map { $0 * ratio })
    }
    intercept = solution.intercept
    let own = design.hasIntercept ? variance : nil
    interceptStandardError = own.map { ($0 * solution.variance(of: 0)).squareRoot() }
    interceptRobustStandardError =
      design.hasIntercept ? residuals.robustVariance(of: 0, solution)?.squareRoot() : nil
    self.coefficients = coefficients
    standardizedCoefficients = standardized
    standardErrors = usual
    robustStandardErrors = robustErrors
    aliased = (0..<predictors).filter { !solution.kept.contains($0) }
    observations = design.rows
    residualDegreesOfFreedom = degrees
    residualSumOfSquares = residuals.sumOfSquares
    explainedSumOfSquares = solution.explained
  }
}
