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
    let part = covariance.restricted(to: varying.map { drivers[$0] } + [outcome]).correlation
    let among = part.restricted(to: Array(varying.indices))
    let cross = varying.indices.map { part[$0, varying.count] }
    let factor = CholeskyDecomposition(among, tolerance: ShapleyImportance.tolerance)
    let (solution, inverse) = (factor.solve(cross), factor.inverse)
    let eigen = SymmetricEigen(among)
    let limit = RelativeWeights.tolerance * (eigen.values.first ?? 0)
    let scores = eigen.transformed { $0 > limit ? 1 / $0.squareRoot() : 0 } * cross
    func spread(_ value: (Int) -> Double) -> [Double] {
      var result = [Double](repeating: 0, count: drivers.count)
      for (place, driver) in varying.enumerated() { result[driver] = value(place) }
      return result
    }
    // A driver on which another one depends adds nothing to all others, like the one that depends on it.
    let adds = varying.indices.map { driver in
      factor.dependent.isEmpty
        || CholeskyDecomposition(
          among.restricted(to: varying.indices.filter { $0 != driver } + [driver]),
          tolerance: ShapleyImportance.tolerance
        ).dependent.allSatisfy { $0 != varying.count - 1 }
    }
    first = spread { cross[$0] * cross[$0] }
    last = spread { adds[$0] ? solution[$0] * solution[$0] / inverse[$0, $0] : 0 }
    standardizedCoefficients = spread { solution[$0] }
    carScores = spread { scores[$0] }
    pratt = spread { solution[$0] * cross[$0] }
  }
}
