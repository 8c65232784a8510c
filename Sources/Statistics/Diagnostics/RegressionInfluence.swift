/// How far each observation pulls a regression towards itself.
public struct RegressionInfluence: Sendable, Equatable {
  /// The diagonal of the hat matrix, 0…1, per observation; 0 for one without weight.
  public let leverages: [Double]
  /// Cook's distance per observation: how far all fitted values move without it, in units of the residual variance.
  ///
  /// Cook 1977, doi:10.1080/00401706.1977.10489493. Infinite where an observation alone determines a coefficient, and NaN
  /// without residual degrees of freedom.
  public let cooksDistances: [Double]

  /// The influence of observations in the regression of an outcome on predictors.
  ///
  /// - Throws: `FitError.tooFewObservations` with fewer than two observations, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(of outcome: [Double], on predictors: [[Double]], weights: [Double]? = nil) throws(FitError) {
    precondition(predictors.allSatisfy { $0.count == outcome.count }, "All columns have the same length.")
    let fitted = try LinearRegression(of: outcome, on: predictors, weights: weights)
    let design = RegressionDesign(columns: predictors + [outcome], weights: weights)
    let solution = design.solve(tolerance: LinearRegression.tolerance)
    let parameters = Double(solution.parameters)
    let variance = fitted.residualStandardDeviation.map { $0 * $0 } ?? .nan
    var (leverages, distances) = ([Double](), [Double]())
    var kept = 0
    for observation in outcome.indices {
      guard weights.map({ $0[observation] > 0 }) ?? true else {
        leverages.append(0)
        distances.append(0)
        continue
      }
      let (weight, residual) = (design.weights[kept], design.residual(kept, solution))
      let leverage = weight * design.coordinates(kept, solution).reduce(0) { $0 + $1 * $1 }
      kept += 1
      let left = 1 - leverage
      leverages.append(leverage)
      distances.append(
        left > 1e-12
          ? weight * residual * residual * leverage / (left * left * variance * parameters) : .infinity)
    }
    self.leverages = leverages
    cooksDistances = distances
  }
}
