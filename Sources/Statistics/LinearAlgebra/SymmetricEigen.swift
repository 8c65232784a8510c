import RealModule

/// Eigenvalues and eigenvectors of a symmetric matrix.
///
/// Householder reduction to tridiagonal form, then the implicit QL method (Bowdler, Martin, Reinsch & Wilkinson
/// 1968, doi:10.1007/BF02165404). Signs are fixed: in each vector the element of largest size is positive, the first
/// of them where several are equally large.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, largest first.
  public let values: [Double]
  /// The eigenvectors as columns, in the order of `values`, each of length 1.
  public let vectors: Matrix

  /// The eigenvalues and eigenvectors of a symmetric matrix; only its lower half is read.
  public init(_ matrix: Matrix) {
    precondition(matrix.rows == matrix.columns, "Eigenvalues need a square matrix.")
    var reduction = TridiagonalReduction(matrix)
    reduction.iterate()
    let size = matrix.rows
    let order = (0..<size).sorted {
      (-reduction.diagonal[$0], $0) < (-reduction.diagonal[$1], $1)
    }
    var vectors = Matrix(rows: size, columns: size)
    for (column, from) in order.enumerated() {
      let sign = SymmetricEigen.sign((0..<size).map { reduction.vectors[$0, from] })
      for row in 0..<size { vectors[row, column] = sign * reduction.vectors[row, from] }
    }
    values = order.map { reduction.diagonal[$0] }
    self.vectors = vectors
  }

  /// The matrix with the same vectors and other values: `V f(λ) Vᵀ`.
  func transformed(_ function: (Double) -> Double) -> Matrix {
    let size = values.count
    var result = Matrix(rows: size, columns: size)
    for index in 0..<size {
      let value = function(values[index])
      guard value != 0 else { continue }
      for row in 0..<size {
        let factor = value * vectors[row, index]
        for column in 0..<size { result[row, column] += factor * vectors[column, index] }
      }
    }
    return result
  }

  private static func sign(_ vector: [Double]) -> Double {
    var largest = 0.0
    for element in vector where element.magnitude > largest.magnitude * (1 + 1e-10) { largest = element }
    return largest < 0 ? -1 : 1
  }
}

/// A symmetric matrix on its way to diagonal form.
private struct TridiagonalReduction {
  var diagonal: [Double]
  var beside: [Double]
  var vectors: Matrix

  /// The tridiagonal matrix similar to `matrix`, with the product of the reflections in `vectors`.
  init(_ matrix: Matrix) {
    let size = matrix.rows
    vectors = matrix
    diagonal = [Double](repeating: 0, count: size)
    beside = [Double](repeating: 0, count: size)
    for row in stride(from: size - 1, to: 0, by: -1) { reflect(row) }
    for row in 0..<size { accumulate(row) }
  }

  /// Clears a row left of its neighbour of the diagonal.
  private mutating func reflect(_ row: Int) {
    let last = row - 1
    var scale = 0.0
    for column in 0...last { scale += vectors[row, column].magnitude }
    guard last > 0, scale > 0 else {
      beside[row] = vectors[row, last]
      diagonal[row] = 0
      return
    }
    var norm = 0.0
    for column in 0...last {
      vectors[row, column] /= scale
      norm += vectors[row, column] * vectors[row, column]
    }
    let head = vectors[row, last]
    let root = head >= 0 ? -norm.squareRoot() : norm.squareRoot()
    beside[row] = scale * root
    norm -= head * root
    vectors[row, last] = head - root
    project(row, norm)
    diagonal[row] = norm
  }

  /// Applies the reflection of a row to the rows above it.
  private mutating func project(_ row: Int, _ norm: Double) {
    var total = 0.0
    for column in 0..<row {
      vectors[column, row] = vectors[row, column] / norm
      var sum = 0.0
      for inner in 0...column { sum += vectors[column, inner] * vectors[row, inner] }
      for inner in column + 1..<max(row, column + 1) { sum += vectors[inner, column] * vectors[row, inner] }
      beside[column] = sum / norm
      total += beside[column] * vectors[row, column]
    }
    let half = total / (norm + norm)
    for column in 0..<row {
      let factor = vectors[row, column]
      let shifted = beside[column] - half * factor
      beside[column] = shifted
      for inner in 0...column {
        vectors[column, inner] -= factor * beside[inner] + shifted * vectors[row, inner]
      }
    }
  }

  /// Multiplies the reflections up to a row together.
  private mutating func accumulate(_ row: Int) {
    if diagonal[row] != 0 {
      for column in 0..<row {
        var sum = 0.0
        for inner in 0..<row { sum += vectors[row, inner] * vectors[inner, column] }
        for inner in 0..<row { vectors[inner, column] -= sum * vectors[inner, row] }
      }
    }
    diagonal[row] = vectors[row, row]
    vectors[row, row] = 1
    for column in 0..<row {
      vectors[column, row] = 0
      vectors[row, column] = 0
    }
  }

  /// Turns the tridiagonal matrix into a diagonal one.
  mutating func iterate() {
    let size = diagonal.count
    guard size > 1 else { return }
    for row in 1..<size { beside[row - 1] = beside[row] }
    beside[size - 1] = 0
    for row in 0..<size {
      var rounds = 0
      while true {
        let end = firstSplit(from: row)
        if end == row { break }
        rounds += 1
        precondition(rounds < 100, "The QL iteration of a symmetric matrix did not end: it holds no numbers.")
        chase(from: row, to: end)
      }
    }
  }

  private func firstSplit(from row: Int) -> Int {
    var end = row
    while end < diagonal.count - 1 {
      let size = diagonal[end].magnitude + diagonal[end + 1].magnitude
      if beside[end].magnitude <= Double.ulpOfOne * 0.5 * size { break }
      end += 1
    }
    return end
  }

  private mutating func chase(from row: Int, to end: Int) {
    var ratio = (diagonal[row + 1] - diagonal[row]) / (2 * beside[row])
    let length = Double.hypot(ratio, 1)
    ratio = diagonal[end] - diagonal[row] + beside[row] / (ratio + (ratio < 0 ? -length : length))
    var (sine, cosine, shift) = (1.0, 1.0, 0.0)
    for index in stride(from: end - 1, through: row, by: -1) {
      let first = sine * beside[index]
      let second = cosine * beside[index]
      let norm = Double.hypot(first, ratio)
      beside[index + 1] = norm
      if norm == 0 {
        diagonal[index + 1] -= shift
        beside[end] = 0
        return
      }
      (sine, cosine) = (first / norm, ratio / norm)
      ratio = diagonal[index + 1] - shift
      let turned = (diagonal[index] - ratio) * sine + 2 * cosine * second
      shift = sine * turned
      diagonal[index + 1] = ratio + shift
      ratio = cosine * turned - second
      rotate(index, sine, cosine)
    }
    diagonal[row] -= shift
    beside[row] = ratio
    beside[end] = 0
  }

  private mutating func rotate(_ column: Int, _ sine: Double, _ cosine: Double) {
    for row in 0..<diagonal.count {
      let (left, right) = (vectors[row, column], vectors[row, column + 1])
      vectors[row, column + 1] = sine * left + cosine * right
      vectors[row, column] = cosine * left - sine * right
    }
  }
}
