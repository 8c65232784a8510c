/// The correlation matrix nearest to a symmetric matrix, in the sum of squared differences.
///
/// Alternating projections with Dykstra's correction (Higham 2002, doi:10.1093/imanum/22.3.329). It repairs correlations of
/// pairs of columns that rest on different rows and together have a negative eigenvalue.
public struct NearestCorrelation: Sendable, Equatable {
  /// The correlations: ones on the diagonal, no eigenvalue below zero beyond rounding.
  public let matrix: Matrix
  /// The square root of the sum of squared differences from the matrix given.
  public let distance: Double
  /// How many rounds were made.
  public let iterations: Int

  /// The nearest correlations, none of whose eigenvalues is below `smallest`.
  ///
  /// - Precondition: the matrix is square and symmetric; `smallest` is at least 0 and below 1.
  public init(to given: Matrix, smallest: Double = 0, tolerance: Double = 1e-10) {
    precondition(given.rows == given.columns, "Correlations are a square matrix.")
    precondition(smallest >= 0 && smallest < 1, "The smallest eigenvalue lies from 0 to 1.")
    var (current, correction) = (given, Matrix(rows: given.rows, columns: given.rows))
    var round = 0
    var change = Double.infinity
    while change > tolerance, round < 10_000 {
      let shifted = current - correction
      let positive = SymmetricEigen(shifted).transformed { max($0, smallest) }
      correction = positive - shifted
      var next = positive
      for place in 0..<given.rows { next[place, place] = 1 }
      change = (next - current).norm / max(1, next.norm)
      current = next
      round += 1
    }
    // The last projection sets the diagonal; what it leaves of negative eigenvalues is of the size of the tolerance.
    matrix = current
    distance = (current - given).norm
    iterations = round
  }
}

extension Matrix {
  fileprivate static func - (first: Matrix, second: Matrix) -> Matrix {
    Matrix(
      rows: first.rows, columns: first.columns, elements: zip(first.elements, second.elements).map { $0 - $1 }
    )
  }

  /// The square root of the sum of squares.
  fileprivate var norm: Double { elements.reduce(0) { $0 + $1 * $1 }.squareRoot() }
}
