/// The factors of a square matrix with rows exchanged for the largest pivot: PA = LU (Gauss; Golub & Van Loan 2013, 3.4).
struct LUDecomposition: Sendable {
  private var factors: Matrix
  private var order: [Int]

  /// The factors of a matrix, or nil where it is singular.
  init?(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "LU factors need a square matrix.")
    let size = matrix.rows
    var factors = matrix
    var order = Array(0..<size)
    for pivot in 0..<size {
      let candidates = (pivot..<size).map { factors[order[$0], pivot].magnitude }
      guard let largest = candidates.max(), largest > 0, largest.isFinite,
        let place = candidates.firstIndex(of: largest)
      else { return nil }
      order.swapAt(pivot, pivot + place)
      for row in order[(pivot + 1)...] {
        let factor = factors[row, pivot] / factors[order[pivot], pivot]
        factors[row, pivot] = factor
        for column in pivot + 1..<max(size, pivot + 1) where factor != 0 {
          factors[row, column] -= factor * factors[order[pivot], column]
        }
      }
    }
    self.factors = factors
    self.order = order
  }

  /// The solution x of Ax = b.
  func solve(_ right: [Double]) -> [Double] {
    precondition(right.count == order.count, "The right-hand side has one number per row.")
    var solution = order.map { right[$0] }
    for row in solution.indices {
      for column in 0..<row { solution[row] -= factors[order[row], column] * solution[column] }
    }
    for row in solution.indices.reversed() {
      for column in row + 1..<max(solution.count, row + 1) {
        solution[row] -= factors[order[row], column] * solution[column]
      }
      solution[row] /= factors[order[row], row]
    }
    return solution
  }
}
