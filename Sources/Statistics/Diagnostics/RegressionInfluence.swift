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
    let parameters = Double(solution.kept.count + 1)
    let variance = fitted.residualStandardDeviation.map { $0 * $0 } ?? .nan
    var (leverages, distances) = ([Double](), [Double]())
    var kept = 0
    for observation in outcome.indices {
      guard weights.map({ $0[observation] > 0 }) ?? true else {
        leverages.append(0)
        distances.append(0)
        continue
      }
      let (leverage, squared) = RegressionInfluence.observed(kept, design, solution)
      kept += 1
      let left = 1 - leverage
      leverages.append(leverage)
      distances.append(
        left > 1e-12 ? squared * leverage / (left * left * variance * parameters) : .infinity)
    }
    self.leverages = leverages
    cooksDistances = distances
  }

  /// The leverage and the weighted squared residual of a row of the design.
  private static func observed(
    _ row: Int, _ design: RegressionDesign, _ solution: RegressionDesign.Solution
  ) -> (leverage: Double, squaredResidual: Double) {
    func deviation(_ column: Int) -> Double {
      design.columns[column][row] - design.means[column] - design.remainders[column]
    }
    let weight = design.weights[row]
    let deviations = solution.kept.map(deviation)
    var residual = deviation(design.columns.count - 1)
    var length = 1 / design.sumOfWeights
    for column in deviations.indices {
      residual -= solution.coefficients[column] * deviations[column]
      var place = 0.0
      for index in 0...column {
        place += deviations[index] / solution.scales[index] * solution.inverse[index, column]
      }
      length += place * place
    }
    return (weight * length, weight * residual * residual)
  }
}
