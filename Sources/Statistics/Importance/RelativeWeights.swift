/// Johnson's relative weights: shares of R² by way of the uncorrelated variables closest to the drivers.
///
/// With L the symmetric root of the drivers' correlations R and β = L⁻¹r, the share of driver j is Σₖ L²ⱼₖ β²ₖ (Johnson
/// 2000, doi:10.1207/S15327906MBR3501_1). The same numbers were given by Genizi (1993). A singular R is taken on its
/// positive eigenvalues, so that a driver that follows from others does no harm.
public struct RelativeWeights: Sendable, Equatable {
  /// An eigenvalue of the correlations counts as zero below this.
  static let tolerance = PreciseCholesky.tolerance

  /// The drivers' shares; they sum to `rSquared`.
  public let shares: [Double]
  /// The share of the outcome's variance that all drivers explain together, 0…1.
  public let rSquared: Double

  /// The shares as parts of what is explained; they sum to 1, and are 0 where nothing is explained.
  public var fractions: [Double] {
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares.map { _ in 0 }
  }

  /// The shares of one outcome's R² among the other columns, or among some of them.
  ///
  /// - Throws: `FitError.constantOutcome` where the outcome does not vary.
  public init(of outcome: Int, in covariance: Covariance, drivers: [Int]? = nil) throws(FitError) {
    let drivers = drivers ?? (0..<covariance.columns).filter { $0 != outcome }
    self = try RelativeWeights.sharing([outcome], in: covariance, drivers: drivers)[0]
  }

  /// The shares of several outcomes that have the same drivers, from one root.
  public static func sharing(
    _ outcomes: [Int], in covariance: Covariance, drivers: [Int]
  ) throws(FitError) -> [RelativeWeights] {
    guard outcomes.allSatisfy({ covariance.matrix[$0, $0] > 0 }) else { throw .constantOutcome }
    let part = covariance.restricted(to: drivers + outcomes)
    let correlations = part.correlation
    var among = correlations.restricted(to: Array(drivers.indices))
    for place in drivers.indices where part.matrix[place, place] <= 0 { among[place, place] = 0 }
    if among.isNearlySingular { return precise(part, drivers: drivers.count) }
    let eigen = SymmetricEigen(among)
    let root = eigen.transformed { $0 > 0 ? $0.squareRoot() : 0 }
    let inverseRoot = eigen.transformed { $0 > tolerance ? 1 / $0.squareRoot() : 0 }
    return outcomes.indices.map { outcome in
      let cross = drivers.indices.map { correlations[$0, drivers.count + outcome] }
      return RelativeWeights(root: root, coefficients: inverseRoot * cross)
    }
  }

  /// The same with twice the precision, for drivers that nearly follow from each other.
  private static func precise(_ part: Covariance, drivers: Int) -> [RelativeWeights] {
    let correlations = PreciseMatrix(correlationsOf: part)
    let eigen = PreciseEigen(correlations.restricted(to: Array(0..<drivers)))
    let (root, inverseRoot) = (eigen.root, eigen.inverseRoot)
    return (drivers..<part.columns).map { outcome in
      let coefficients = inverseRoot * (0..<drivers).map { correlations[$0, outcome] }
      let shares = (0..<drivers).map { row in
        coefficients.indices.reduce(DoubleDouble(0)) { sum, column in
          let share = root[row, column] * coefficients[column]
          return sum + share * share
        }
      }
      return RelativeWeights(shares: shares.map(\.high))
    }
  }

  private init(shares: [Double]) {
    self.shares = shares
    rSquared = shares.reduce(0, +)
  }

  private init(root: Matrix, coefficients: [Double]) {
    let shares = (0..<root.rows).map { row in
      var sum = 0.0
      for column in 0..<root.rows {
        let part = root[row, column] * coefficients[column]
        sum += part * part
      }
      return sum
    }
    self.init(shares: shares)
  }
}
