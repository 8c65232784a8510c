/// The triangular factor R of a tall matrix A = QR, gathered from blocks of rows by Householder reflections.
///
/// Q is never formed: least squares needs R alone once the outcome is carried as the last column. Memory is that of
/// one block (Golub & Van Loan 2013, Matrix Computations, 4th edition, 5.2 and 6.5).
struct TriangularFactor {
  /// How many columns A has.
  let columns: Int
  /// R, column after column, zero below the diagonal, with diagonal elements of either sign.
  private(set) var elements: [Double]

  init(columns: Int) {
    self.columns = columns
    elements = [Double](repeating: 0, count: columns * columns)
  }

  subscript(row: Int, column: Int) -> Double { elements[column * columns + row] }

  /// Takes a block of `rows` rows, stored column after column; the block's content is used up.
  mutating func absorb(_ block: inout [Double], rows: Int) {
    precondition(block.count == rows * columns, "A block has a number per row and column.")
    let columns = columns
    elements.withUnsafeMutableBufferPointer { upper in
      block.withUnsafeMutableBufferPointer { block in
        for column in 0..<columns {
          TriangularFactor.reflect(upper, block, column: column, rows: rows, columns: columns)
        }
      }
    }
  }

  /// Clears one column of the block by a reflection that mixes it with the diagonal element of R.
  private static func reflect(
    _ upper: UnsafeMutableBufferPointer<Double>, _ block: UnsafeMutableBufferPointer<Double>, column: Int,
    rows: Int, columns: Int
  ) {
    let from = column * rows
    var squares = 0.0
    for row in 0..<rows { squares += block[from + row] * block[from + row] }
    guard squares > 0 else { return }
    let diagonal = upper[column * columns + column]
    let norm = (diagonal * diagonal + squares).squareRoot()
    let head = diagonal + (diagonal < 0 ? -norm : norm)
    let scale = 1 / (norm * head.magnitude)
    upper[column * columns + column] = diagonal < 0 ? norm : -norm
    for other in column + 1..<max(columns, column + 1) {
      let start = other * rows
      var product = head * upper[other * columns + column]
      for row in 0..<rows { product += block[from + row] * block[start + row] }
      product *= scale
      upper[other * columns + column] -= product * head
      for row in 0..<rows { block[start + row] -= product * block[from + row] }
    }
  }
}
