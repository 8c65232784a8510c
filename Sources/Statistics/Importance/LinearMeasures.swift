/// The simple measures of importance in a linear model, which answer simpler questions than shares of R² do.
public struct LinearMeasures: Sendable, Equatable {
  /// What each driver explains alone: its squared correlation.
  ///
  /// They sum to more than R² where drivers overlap.
  public let first: [Double]
  /// What each driver adds to all others: its squared semipartial correlation.
  ///
  /// They sum to less than R².
  public let last: [Double]
  /// The correlation of the outcome with what of a driver all others leave; with the sign of the coefficient, its square
  /// is `last`.
  public let semipartialCorrelations: [Double]
  /// The correlation of what all others leave of the outcome with what they leave of a driver.
  public let partialCorrelations: [Double]
  /// The coefficients in standard deviations; 0 for a driver that follows from earlier ones.
  public let standardizedCoefficients: [Double]
  /// CAR scores, R^(−1/2) r: correlations with the outcome of the drivers made uncorrelated with the least change.
  ///
  /// Zuber & Strimmer 2011 (doi:10.2202/1544-6115.1730). They have a sign, and their squares sum to R².
  public let carScores: [Double]
  /// Pratt's measure, coefficient times correlation.
  ///
  /// Pratt 1987; Thomas, Hughes & Zumbo 1998 (doi:10.1023/A:1006954016433). They sum to R² but may be negative.
  public let pratt: [Double]

  /// The squared standardised coefficients.
  public var betaSquared: [Double] { standardizedCoefficients.map { $0 * $0 } }

  /// The measures of the other columns, or some of them, for one outcome.
  ///
  /// - Throws: `FitError.constantOutcome` where the outcome does not vary.
  public init(of outcome: Int, in covariance: Covariance, drivers: [Int]? = nil) throws(FitError) {
    guard covariance.matrix[outcome, outcome] > 0 else { throw .constantOutcome }
    let drivers = drivers ?? (0..<covariance.columns).filter { $0 != outcome }
    let varying = drivers.indices.filter { covariance.matrix[drivers[$0], drivers[$0]] > 0 }
    let part = covariance.restricted(to: varying.map { drivers[$0] } + [outcome])
    let correlation = part.correlation
    let among = correlation.restricted(to: Array(varying.indices))
    let cross = varying.indices.map { correlation[$0, varying.count] }
    let found = among.isNearlySingular ? StandardizedModel(precise: part) : StandardizedModel(among, cross)
    func spread(_ values: [Double]) -> [Double] {
      var result = [Double](repeating: 0, count: drivers.count)
      for (place, driver) in varying.enumerated() { result[driver] = values[place] }
      return result
    }
    first = spread(cross.map { $0 * $0 })
    last = spread(found.last)
    let semipartial = zip(found.last, found.coefficients).map { $1 < 0 ? -$0.squareRoot() : $0.squareRoot() }
    semipartialCorrelations = spread(semipartial)
    partialCorrelations = spread(
      zip(semipartial, found.last).map { $1 > 0 ? $0 / (found.unexplained + $1).squareRoot() : 0 })
    standardizedCoefficients = spread(found.coefficients)
    carScores = spread(found.scores)
    pratt = spread(zip(found.coefficients, cross).map { $0 * $1 })
  }
}

/// A regression in standard deviations, from correlations.
private struct StandardizedModel {
  /// Zero for a driver that follows from earlier ones.
  let coefficients: [Double]
  /// What each driver adds to all others.
  let last: [Double]
  /// R^(−1/2) r.
  let scores: [Double]
  /// 1 − R².
  let unexplained: Double

  /// The model of drivers that are far from following from each other.
  init(_ among: Matrix, _ cross: [Double]) {
    let factor = CholeskyDecomposition(among)
    let (solution, inverse) = (factor.solve(cross), factor.inverse.diagonal)
    coefficients = solution
    last = zip(solution, inverse).map { $0 * $0 / $1 }
    unexplained = max(0, 1 - zip(solution, cross).reduce(0) { $0 + $1.0 * $1.1 })
    scores = SymmetricEigen(among).transformed { 1 / $0.squareRoot() } * cross
  }

  /// The model with twice the precision; the outcome is the last column.
  init(precise part: Covariance) {
    let size = part.columns - 1
    let correlation = PreciseMatrix(correlationsOf: part)
    let among = correlation.restricted(to: Array(0..<size))
    let cross = (0..<size).map { correlation[$0, size] }
    let factor = PreciseCholesky(among)
    let (solution, inverse) = (factor.solve(cross), factor.inverse)
    coefficients = solution.map(\.high)
    unexplained = max(0, zip(solution, cross).reduce(DoubleDouble(1)) { $0 - $1.0 * $1.1 }.high)
    // A driver on which another one depends adds nothing to all others, like the one that depends on it.
    last = (0..<size).map { driver in
      let order = (0..<size).filter { $0 != driver } + [driver]
      let isNeeded =
        factor.dependent.isEmpty
        || !PreciseCholesky(among.restricted(to: order)).dependent.contains(size - 1)
      return isNeeded ? (solution[driver] * solution[driver] / inverse[driver, driver]).high : 0
    }
    scores = (PreciseEigen(among).inverseRoot * cross).map(\.high)
  }
}
