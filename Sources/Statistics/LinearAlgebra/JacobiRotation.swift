/// The rotation of two coordinates that makes a symmetric 2 × 2 matrix diagonal, to about 31 digits.
struct JacobiRotation {
  /// What is smaller beside the diagonal, in units of it, counts as zero.
  static let tolerance = 1e-30

  let cosine: DoubleDouble
  let sine: DoubleDouble

  /// The rotation by the smaller angle (Golub & Van Loan 2013, Matrix Computations, 4th edition, 8.5).
  ///
  /// - Precondition: `cross` is not 0.
  init(first: DoubleDouble, second: DoubleDouble, cross: DoubleDouble) {
    let zeta = (second - first) / (2 * cross)
    let size = zeta.high < 0 ? -zeta : zeta
    let root = (DoubleDouble(1) + zeta * zeta).squareRoot
    let angle = DoubleDouble(1) / (size + root)
    let tangent = zeta.high < 0 ? -angle : angle
    cosine = DoubleDouble(1) / (DoubleDouble(1) + tangent * tangent).squareRoot
    sine = cosine * tangent
  }

  /// Rotates two of some columns.
  func apply(to columns: inout [[DoubleDouble]], _ first: Int, _ second: Int) {
    for row in columns[first].indices {
      let (one, two) = (columns[first][row], columns[second][row])
      columns[first][row] = cosine * one - sine * two
      columns[second][row] = sine * one + cosine * two
    }
  }
}
