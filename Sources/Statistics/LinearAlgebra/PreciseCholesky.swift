/// The factor L of a symmetric matrix A = LLᵀ to about 31 digits; rows that follow from earlier ones are left out, as in
/// `CholeskyDecomposition`.
struct PreciseCholesky {
  /// A pivot counts as zero where what earlier rows leave of the diagonal element is no more than this part of it.
  static let tolerance = 1e-24

  /// The rows that follow from earlier ones, or have no variance.
  let dependent: [Int]
  private let factor: PreciseMatrix

  init(_ matrix: PreciseMatrix) {
    var factor = PreciseMatrix(size: matrix.size) { _, _ in DoubleDouble(0) }
    var dependent: [Int] = []
    for row in 0..<matrix.size {
      for column in 0..<row where factor[column, column].high > 0 {
        let left = (0..<column).reduce(matrix[row, column]) { $0 - factor[row, $1] * factor[column, $1] }
        factor[row, column] = left / factor[column, column]
      }
      let left = (0..<row).reduce(matrix[row, row]) { $0 - factor[row, $1] * factor[row, $1] }
      if left.high > PreciseCholesky.tolerance * matrix[row, row].high, left.high > 0 {
        factor[row, row] = left.squareRoot
      } else {
        dependent.append(row)
        for column in 0..<row { factor[row, column] = DoubleDouble(0) }
      }
    }
    self.factor = factor
    self.dependent = dependent
  }

  /// The solution x of Ax = b; zero in the places of `dependent`.
  func solve(_ right: [DoubleDouble]) -> [DoubleDouble] {
    var solution = right
    for row in 0..<factor.size {
      guard factor[row, row].high > 0 else { solution[row] = DoubleDouble(0); continue }
      let left = (0..<row).reduce(solution[row]) { $0 - factor[row, $1] * solution[$1] }
      solution[row] = left / factor[row, row]
    }
    for row in stride(from: factor.size - 1, through: 0, by: -1) where factor[row, row].high > 0 {
      let left = (row + 1..<max(factor.size, row + 1)).reduce(solution[row]) {
        $0 - factor[$1, row] * solution[$1]
      }
      solution[row] = left / factor[row, row]
    }
    return solution
  }

  /// The inverse of A; zero in the rows and columns of `dependent`.
  var inverse: PreciseMatrix {
    let columns = (0..<factor.size).map { unit in
      solve((0..<factor.size).map { DoubleDouble($0 == unit ? 1 : 0) })
    }
    return PreciseMatrix(size: factor.size) { columns[$1][$0] }
  }
}
