/// How unusual each row's combination of numbers is, given how the columns go together.
///
/// D² = (x − m)′S⁻¹(x − m) (Mahalanobis 1936), about χ² with as many degrees of freedom as independent columns under a
/// normal distribution, which ratings are not: read the p-value as an order, not as a probability.
public struct MahalanobisDistances: Sendable, Equatable {
  /// D² of each row.
  public let squared: [Double]
  /// How many columns do not follow from others.
  public let degreesOfFreedom: Int

  /// P(χ² ≥ D²) of each row.
  public var pValues: [Double] {
    guard degreesOfFreedom > 0 else { return squared.map { _ in 1 } }
    let distribution = ChiSquaredDistribution(degreesOfFreedom: Double(degreesOfFreedom))
    return squared.map { distribution.upperTail($0) }
  }

  /// The distances from the (weighted) means by the (weighted) covariance of the columns.
  ///
  /// - Precondition: all columns have equal lengths; weights are finite and not negative.
  public init(of columns: [[Double]], weights: [Double]? = nil) {
    let covariance = Covariance(of: columns, weights: weights)
    let factor = CholeskyDecomposition(covariance.matrix)
    degreesOfFreedom = columns.count - factor.dependent.count
    squared = (0..<(columns.first?.count ?? 0)).map { row in
      var left = columns.indices.map { columns[$0][row] - covariance.means[$0] }
      var sum = 0.0
      // Forward substitution alone: D² is the squared length of L⁻¹(x − m).
      for index in left.indices where factor.factor[index, index] > 0 {
        for earlier in 0..<index { left[index] -= factor.factor[index, earlier] * left[earlier] }
        left[index] /= factor.factor[index, index]
        sum += left[index] * left[index]
      }
      return sum
    }
  }
}
