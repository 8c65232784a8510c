/// Eigenvalues and eigenvectors of a symmetric matrix to about 31 digits, by Jacobi's rotations.
struct PreciseEigen {
  /// The eigenvalues, in no order.
  let values: [DoubleDouble]
  private let vectors: [[DoubleDouble]]

  init(_ matrix: PreciseMatrix) {
    var columns = (0..<matrix.size).map { column in (0..<matrix.size).map { matrix[$0, column] } }
    var vectors = (0..<matrix.size).map { column in
      (0..<matrix.size).map { DoubleDouble($0 == column ? 1 : 0) }
    }
    let largest = (0..<matrix.size).map { matrix[$0, $0].high }.max() ?? 0
    var isRotated = true
    for _ in 0..<60 where isRotated {
      isRotated = false
      for first in 0..<matrix.size {
        for second in first + 1..<max(matrix.size, first + 1) {
          let cross = columns[second][first]
          guard cross.high.magnitude > JacobiRotation.tolerance * largest else { continue }
          isRotated = true
          let turn = JacobiRotation(
            first: columns[first][first], second: columns[second][second], cross: cross)
          turn.apply(to: &columns, first, second)
          for column in columns.indices {
            let (one, two) = (columns[column][first], columns[column][second])
            columns[column][first] = turn.cosine * one - turn.sine * two
            columns[column][second] = turn.sine * one + turn.cosine * two
          }
          turn.apply(to: &vectors, first, second)
        }
      }
    }
    values = columns.indices.map { columns[$0][$0] }
    self.vectors = vectors
  }

  /// The matrix with the same vectors and other values; 0 stays out.
  func transformed(_ function: (DoubleDouble) -> DoubleDouble) -> PreciseMatrix {
    let changed = values.map(function)
    return PreciseMatrix(size: values.count) { row, column in
      values.indices.reduce(DoubleDouble(0)) { $0 + changed[$1] * (vectors[$1][row] * vectors[$1][column]) }
    }
  }

  /// The symmetric root; eigenvalues of a correlation matrix below `PreciseCholesky.tolerance` count as zero.
  var root: PreciseMatrix {
    transformed { $0.high > PreciseCholesky.tolerance ? $0.squareRoot : DoubleDouble(0) }
  }

  /// The inverse of the symmetric root, on the eigenvalues that do not count as zero.
  var inverseRoot: PreciseMatrix {
    transformed {
      $0.high > PreciseCholesky.tolerance ? DoubleDouble(1) / $0.squareRoot : DoubleDouble(0)
    }
  }
}
