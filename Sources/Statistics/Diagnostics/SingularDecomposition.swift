/// Singular values and right singular vectors of a triangular factor, by one-sided Jacobi rotations.
///
/// Columns are rotated two by two until all are orthogonal (Hestenes 1958, doi:10.1137/0106005), to about 31 digits, so
/// that small singular values and their vectors keep theirs.
struct SingularDecomposition {
  /// The singular values, largest first.
  let values: [Double]
  /// The right singular vectors as columns, in the order of `values`.
  let vectors: Matrix

  /// The decomposition of an upper triangular matrix, given by column down to the diagonal.
  init(_ triangle: [[DoubleDouble]]) {
    let size = triangle.count
    let zero = DoubleDouble(0)
    var columns = triangle.map { $0 + [DoubleDouble](repeating: zero, count: size - $0.count) }
    var vectors = (0..<size).map { column in (0..<size).map { DoubleDouble($0 == column ? 1 : 0) } }
    var isRotated = true
    for _ in 0..<60 where isRotated {
      isRotated = false
      for first in 0..<size {
        for second in first + 1..<max(size, first + 1) {
          guard let turn = SingularDecomposition.turn(columns[first], columns[second]) else { continue }
          isRotated = true
          turn.apply(to: &columns, first, second)
          turn.apply(to: &vectors, first, second)
        }
      }
    }
    let lengths = columns.map { $0.reduce(zero) { $0 + $1 * $1 }.squareRoot.high }
    let order = lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    values = order.map { lengths[$0] }
    var ordered = Matrix(rows: size, columns: size)
    for (place, column) in order.enumerated() {
      for row in 0..<size { ordered[row, place] = vectors[column][row].high }
    }
    self.vectors = ordered
  }

  /// The rotation that makes two columns orthogonal; nil where they are, to rounding.
  private static func turn(_ first: [DoubleDouble], _ second: [DoubleDouble]) -> JacobiRotation? {
    var (own, other, cross) = (DoubleDouble(0), DoubleDouble(0), DoubleDouble(0))
    for (one, two) in zip(first, second) {
      own = own + one * one
      other = other + two * two
      cross = cross + one * two
    }
    let scale = own.high.squareRoot() * other.high.squareRoot()
    guard cross.high.magnitude > JacobiRotation.tolerance * scale else { return nil }
    return JacobiRotation(first: own, second: other, cross: cross)
  }
}
