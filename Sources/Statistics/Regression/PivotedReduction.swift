/// The columns of a triangular factor, taken one by one.
///
/// Columns that are passed over stand aside and touch no other, as in R's variant of LINPACK's `dqrdc`.
struct PivotedReduction {
  private let size: Int
  private var columns: [[Double]]
  private let lengths: [Double]
  private var rank = 0

  init(_ factor: TriangularFactor) {
    size = factor.columns
    columns = (0..<size).map { column in (0..<factor.columns).map { factor[$0, column] } }
    lengths = columns.map { $0.reduce(0.0) { $0 + $1 * $1 }.squareRoot() }
  }

  /// The part of its length that earlier ones leave of a column.
  func left(_ column: Int) -> Double {
    lengths[column] > 0 ? rest(column) / lengths[column] : 0
  }

  private func rest(_ column: Int) -> Double {
    columns[column][rank...].reduce(0.0) { $0 + $1 * $1 }.squareRoot()
  }

  /// Takes a column of which something is left.
  mutating func take(_ column: Int) {
    let rest = rest(column)
    let head = columns[column][rank]
    let signed = head < 0 ? -rest : rest
    var reflector = columns[column]
    reflector[rank] += signed
    let scale = 1 / (rest * reflector[rank].magnitude)
    for other in 0..<size where other >= column {
      var product = 0.0
      for row in rank..<size { product += reflector[row] * columns[other][row] }
      for row in rank..<size { columns[other][row] -= scale * product * reflector[row] }
    }
    columns[column][rank] = -signed
    rank += 1
  }

  /// The squared length of what the columns taken explain of another.
  func explained(column: Int) -> Double { columns[column][..<rank].reduce(0.0) { $0 + $1 * $1 } }

  /// The inverse of the triangle of the columns taken, and the coefficients of the outcome's column on them.
  func solved(kept: [Int], outcome: Int) -> (inverse: Matrix, coefficients: [Double]) {
    var inverse = Matrix(rows: kept.count, columns: kept.count)
    for column in kept.indices {
      inverse[column, column] = 1 / columns[kept[column]][column]
      for row in stride(from: column - 1, through: 0, by: -1) {
        var sum = 0.0
        for inner in row + 1...column { sum += columns[kept[inner]][row] * inverse[inner, column] }
        inverse[row, column] = -sum / columns[kept[row]][row]
      }
    }
    var coefficients = [Double](repeating: 0, count: kept.count)
    for row in stride(from: kept.count - 1, through: 0, by: -1) {
      var left = columns[outcome][row]
      for inner in row + 1..<max(kept.count, row + 1) {
        left -= columns[kept[inner]][row] * coefficients[inner]
      }
      coefficients[row] = left / columns[kept[row]][row]
    }
    return (inverse, coefficients)
  }
}
