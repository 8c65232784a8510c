/// Singular values and right singular vectors of a triangular factor, by one-sided Jacobi rotations.
///
/// Columns are rotated two by two until all are orthogonal (Hestenes 1958, doi:10.1137/0106005). Small singular values
/// keep their leading digits, which eigenvalues of the cross-products lose (Demmel & Veselić 1992, doi:10.1137/0613074).
struct SingularDecomposition {
  /// The singular values, largest first.
  let values: [Double]
  /// The right singular vectors as columns, in the order of `values`.
  let vectors: Matrix

  init(_ factor: TriangularFactor) {
    let size = factor.columns
    var columns = (0..<size).map { column in (0..<size).map { factor[$0, column] } }
    var vectors = (0..<size).map { column in (0..<size).map { $0 == column ? 1.0 : 0 } }
    var isRotated = true
    for _ in 0..<60 where isRotated {
      isRotated = false
      for first in 0..<size {
        for second in first + 1..<max(size, first + 1) {
          guard let turn = SingularDecomposition.turn(columns[first], columns[second]) else { continue }
          isRotated = true
          SingularDecomposition.rotate(&columns, first, second, turn)
          SingularDecomposition.rotate(&vectors, first, second, turn)
        }
      }
    }
    let lengths = columns.map { $0.reduce(0.0) { $0 + $1 * $1 }.squareRoot() }
    let order = lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    values = order.map { lengths[$0] }
    var ordered = Matrix(rows: size, columns: size)
    for (place, column) in order.enumerated() {
      for row in 0..<size { ordered[row, place] = vectors[column][row] }
    }
    self.vectors = ordered
  }

  /// The rotation that makes two columns orthogonal; nil where they are, to rounding.
  private static func turn(_ first: [Double], _ second: [Double]) -> (cosine: Double, sine: Double)? {
    var (own, other, cross) = (0.0, 0.0, 0.0)
    for (one, two) in zip(first, second) {
      own += one * one
      other += two * two
      cross += one * two
    }
    guard cross.magnitude > 1e-16 * (own * other).squareRoot(), cross != 0 else { return nil }
    let zeta = (other - own) / (2 * cross)
    let tangent = (zeta < 0 ? -1 : 1) / (zeta.magnitude + (1 + zeta * zeta).squareRoot())
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    return (cosine, cosine * tangent)
  }

  private static func rotate(
    _ columns: inout [[Double]], _ first: Int, _ second: Int, _ turn: (cosine: Double, sine: Double)
  ) {
    for row in columns[first].indices {
      let (one, two) = (columns[first][row], columns[second][row])
      columns[first][row] = turn.cosine * one - turn.sine * two
      columns[second][row] = turn.sine * one + turn.cosine * two
    }
  }
}
