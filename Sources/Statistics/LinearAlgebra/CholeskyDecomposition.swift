/// The factor L of a symmetric matrix A = LLᵀ; rows that follow from earlier ones are left out.
///
/// A pivot counts as zero where what earlier rows leave of the diagonal element is at most `tolerance` of it. Such
/// a row is set to zero and named in `dependent`, so that solutions are those of the other rows, with zeros in
/// the left-out places: the same convention as a regression that drops a collinear predictor.
public struct CholeskyDecomposition: Sendable {
  /// The factor: zero above the diagonal, and zero in the rows and columns of `dependent`.
  public let factor: Matrix
  /// The rows that follow from earlier ones, or have no variance, in order.
  public let dependent: [Int]

  /// The factor of a symmetric matrix with no negative eigenvalue beyond rounding.
  public init(_ matrix: Matrix, tolerance: Double = 1e-12) {
    precondition(matrix.rows == matrix.columns, "A Cholesky factor needs a square matrix.")
    var factor = Matrix(rows: matrix.rows, columns: matrix.rows)
    var dependent: [Int] = []
    for row in 0..<matrix.rows {
      for column in 0..<row where factor[column, column] > 0 {
        let left = matrix[row, column] - CholeskyDecomposition.dot(factor, row, column, upTo: column)
        factor[row, column] = left / factor[column, column]
      }
      let left = matrix[row, row] - CholeskyDecomposition.dot(factor, row, row, upTo: row)
      if left > tolerance * matrix[row, row], left > 0 {
        factor[row, row] = left.squareRoot()
      } else {
        dependent.append(row)
        for column in 0..<row { factor[row, column] = 0 }
      }
    }
    self.factor = factor
    self.dependent = dependent
  }

  /// Whether earlier rows leave no more than a hundredth of some diagonal element, so that double precision would lose
  /// digits that the data hold.
  var leavesLittle: Bool {
    (0..<factor.rows).contains { row in
      let whole = (0...row).reduce(0.0) { $0 + factor[row, $1] * factor[row, $1] }
      return dependent.contains(row) || factor[row, row] * factor[row, row] < 0.01 * whole
    }
  }

  /// The solution x of Ax = b; zero in the places of `dependent`.
  public func solve(_ right: [Double]) -> [Double] {
    let size = factor.rows
    precondition(right.count == size, "The right-hand side has one number per row.")
    var solution = right
    for row in 0..<size {
      guard factor[row, row] > 0 else { solution[row] = 0; continue }
      for column in 0..<row { solution[row] -= factor[row, column] * solution[column] }
      solution[row] /= factor[row, row]
    }
    for row in stride(from: size - 1, through: 0, by: -1) where factor[row, row] > 0 {
      for below in row + 1..<max(size, row + 1) { solution[row] -= factor[below, row] * solution[below] }
      solution[row] /= factor[row, row]
    }
    return solution
  }

  /// The inverse of A; zero in the rows and columns of `dependent`.
  public var inverse: Matrix {
    let size = factor.rows
    var result = Matrix(rows: size, columns: size)
    for column in 0..<size {
      var unit = [Double](repeating: 0, count: size)
      unit[column] = 1
      let solution = solve(unit)
      for row in 0..<size { result[row, column] = solution[row] }
    }
    return result
  }

  private static func dot(_ factor: Matrix, _ first: Int, _ second: Int, upTo end: Int) -> Double {
    var sum = 0.0
    for column in 0..<end { sum += factor[first, column] * factor[second, column] }
    return sum
  }
}
