/// A symmetric matrix to about 31 digits, for drivers that nearly follow from each other.
struct PreciseMatrix: Sendable, Equatable {
  /// How many rows, and columns, there are.
  let size: Int
  private var elements: [DoubleDouble]

  /// A matrix by its elements.
  init(size: Int, _ element: (Int, Int) -> DoubleDouble) {
    self.size = size
    elements = (0..<size * size).map { element($0 / size, $0 % size) }
  }

  /// The correlations of a covariance matrix, with 0 throughout for a column that does not vary.
  init(correlationsOf covariance: Covariance) {
    let roots = (0..<covariance.columns).map { covariance.precise($0, $0).squareRoot }
    self.init(size: covariance.columns) { row, column in
      guard roots[row].high > 0, roots[column].high > 0 else { return DoubleDouble(0) }
      return row == column
        ? DoubleDouble(1) : covariance.precise(row, column) / (roots[row] * roots[column])
    }
  }

  subscript(row: Int, column: Int) -> DoubleDouble {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }

  /// The square part of some rows and the same columns, in the order given.
  func restricted(to indices: [Int]) -> PreciseMatrix {
    PreciseMatrix(size: indices.count) { self[indices[$0], indices[$1]] }
  }

  /// The product with a column vector.
  static func * (matrix: PreciseMatrix, vector: [DoubleDouble]) -> [DoubleDouble] {
    (0..<matrix.size).map { row in
      vector.indices.reduce(DoubleDouble(0)) { $0 + matrix[row, $1] * vector[$1] }
    }
  }
}
