/// Weighted least squares with an intercept.
///
/// Columns are centred and scaled, then reduced by Householder reflections; the normal equations are never formed. A
/// predictor that follows from earlier ones is left out and named in `aliased`, as R does.
public struct LinearRegression: Sendable, Equatable {
  /// A predictor counts as following from earlier ones where they leave no more than this part of its length.
  public static let tolerance = 1e-10

  /// The outcome where all predictors are 0.
  public let intercept: Double
  /// The standard error of `intercept`, by the usual formula; nil without residual degrees of freedom.
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
  /// The weighted sum of squared deviations of the outcome from its mean.
  public let totalSumOfSquares: Double

  /// The share of the outcome's variance explained, 0…1.
  public var rSquared: Double { 1 - residualSumOfSquares / totalSumOfSquares }
  /// R² corrected for the number of predictors (Ezekiel 1930); nil without residual degrees of freedom.
  public var adjustedRSquared: Double? {
    guard residualDegreesOfFreedom > 0 else { return nil }
    return 1 - (1 - rSquared) * Double(observations - 1) / Double(residualDegreesOfFreedom)
  }
  /// The residual standard deviation; nil without residual degrees of freedom.
  public var residualStandardDeviation: Double? {
    guard residualDegreesOfFreedom > 0 else { return nil }
    return (residualSumOfSquares / Double(residualDegreesOfFreedom)).squareRoot()
  }
  /// The F statistic of all predictors together, on `coefficients − aliased` and the residual degrees of freedom.
  public var fStatistic: Double? {
    let rank = coefficients.count - aliased.count
    guard residualDegreesOfFreedom > 0, rank > 0, residualSumOfSquares > 0 else { return nil }
    let explained = (totalSumOfSquares - residualSumOfSquares) / Double(rank)
    return explained / (residualSumOfSquares / Double(residualDegreesOfFreedom))
  }

  /// The regression of an outcome on predictors.
  ///
  /// - Throws: `FitError.tooFewObservations` with fewer than two observations, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(
    of outcome: [Double], on predictors: [[Double]], weights: [Double]? = nil,
    robust: RobustErrors = .hc3
  ) throws(FitError) {
    precondition(predictors.allSatisfy { $0.count == outcome.count }, "All columns have the same length.")
    let design = RegressionDesign(columns: predictors + [outcome], weights: weights)
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
    let outcomeMean = design.means[predictors]
    totalSumOfSquares = design.sumsOfSquares[predictors]
    guard totalSumOfSquares > 0 else { throw .constantOutcome }
    let solution = design.solve(tolerance: LinearRegression.tolerance)
    let residuals = design.residuals(solution, robust: robust)
    let degrees = design.rows - solution.kept.count - 1
    let variance = degrees > 0 ? residuals.sumOfSquares / Double(degrees) : nil
    var (coefficients, standardized) = ([Double?](repeating: nil, count: predictors), [Double?]())
    var (usual, robustErrors) = (coefficients, coefficients)
    var intercept = outcomeMean
    for (place, predictor) in solution.kept.enumerated() {
      coefficients[predictor] = solution.coefficients[place]
      intercept -= solution.coefficients[place] * design.means[predictor]
      usual[predictor] = variance.map { ($0 * solution.variance(of: place + 1)).squareRoot() }
      robustErrors[predictor] = residuals.robustVariance(of: place + 1, solution)?.squareRoot()
    }
    for predictor in 0..<predictors {
      let ratio = (design.sumsOfSquares[predictor] / totalSumOfSquares).squareRoot()
      standardized.append(coefficients[predictor].map { $0 * ratio })
    }
    self.intercept = intercept
    interceptStandardError = variance.map { ($0 * solution.variance(of: 0)).squareRoot() }
    interceptRobustStandardError = residuals.robustVariance(of: 0, solution)?.squareRoot()
    self.coefficients = coefficients
    standardizedCoefficients = standardized
    standardErrors = usual
    robustStandardErrors = robustErrors
    aliased = (0..<predictors).filter { !solution.kept.contains($0) }
    observations = design.rows
    residualDegreesOfFreedom = degrees
    residualSumOfSquares = residuals.sumOfSquares
  }
}
