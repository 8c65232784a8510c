internal import RealModule

/// The log-likelihood of a logistic model at one place, with its slope and its information matrix.
struct LogisticState: Sendable {
  let coefficients: [Double]
  let logLikelihood: Double
  /// The gradient of the log-likelihood.
  let gradient: [Double]
  /// Minus the matrix of second derivatives.
  let information: Matrix

  init(_ design: LogisticDesign, at coefficients: [Double]) {
    let blocks = design.blocks
    var padded = [SIMD4<Double>](repeating: .zero, count: blocks)
    for (place, value) in coefficients.enumerated() { padded[place / 4][place % 4] = value }
    var gradient = [SIMD4<Double>](repeating: .zero, count: blocks)
    var products = [SIMD4<Double>](repeating: .zero, count: 4 * blocks * blocks)
    var logLikelihood = 0.0
    design.cells.withUnsafeBufferPointer { cells in
      gradient.withUnsafeMutableBufferPointer { gradient in
        products.withUnsafeMutableBufferPointer { products in
          for row in 0..<design.rows {
            let x = UnsafeBufferPointer(rebasing: cells[row * blocks..<(row + 1) * blocks])
            let eta = LogisticState.dot(x, padded)
            let fitted = LogisticProbability(eta)
            let weight = design.weights[row]
            let (one, zero) = (design.outcome[row], 1 - design.outcome[row])
            logLikelihood += weight * (one * fitted.logOfOne + zero * fitted.logOfZero)
            let residual = weight * (one * fitted.zero - zero * fitted.one)
            for block in 0..<blocks { gradient[block] += residual * x[block] }
            LogisticState.add(x, weight * fitted.one * fitted.zero, to: products, blocks)
          }
        }
      }
    }
    self.coefficients = coefficients
    self.logLikelihood = logLikelihood
    self.gradient = coefficients.indices.map { gradient[$0 / 4][$0 % 4] }
    information = LogisticState.matrix(products, blocks, size: coefficients.count)
  }

  @inline(__always)
  private static func dot(_ x: UnsafeBufferPointer<SIMD4<Double>>, _ coefficients: [SIMD4<Double>]) -> Double
  {
    var sum = SIMD4<Double>.zero
    for block in 0..<x.count { sum += x[block] * coefficients[block] }
    return sum.sum()
  }

  /// Adds w·x xᵀ, blocks on and above the diagonal only.
  @inline(__always)
  static func add(
    _ x: UnsafeBufferPointer<SIMD4<Double>>, _ weight: Double,
    to products: UnsafeMutableBufferPointer<SIMD4<Double>>, _ blocks: Int
  ) {
    for left in 0..<blocks {
      let scaled = weight * x[left]
      for right in left..<blocks {
        let place = 4 * (left * blocks + right)
        let factor = x[right]
        products[place] += scaled[0] * factor
        products[place + 1] += scaled[1] * factor
        products[place + 2] += scaled[2] * factor
        products[place + 3] += scaled[3] * factor
      }
    }
  }

  static func matrix(_ products: [SIMD4<Double>], _ blocks: Int, size: Int) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    for row in 0..<size {
      for column in row..<size {
        let value = products[4 * (row / 4 * blocks + column / 4) + row % 4][column % 4]
        result[row, column] = value
        result[column, row] = value
      }
    }
    return result
  }
}

/// The probability that belongs to a linear predictor, and its complement, both without cancellation.
struct LogisticProbability {
  /// 1/(1 + e⁻ᶯ).
  let one: Double
  /// 1/(1 + eᶯ).
  let zero: Double
  private let size: Double
  private let logTerm: Double
  private let isPositive: Bool

  @inline(__always)
  init(_ eta: Double) {
    isPositive = eta >= 0
    let power = Double.exp(-eta.magnitude)
    let large = 1 / (1 + power)
    one = isPositive ? large : power * large
    zero = isPositive ? power * large : large
    size = eta.magnitude
    logTerm = Double.log(onePlus: power)
  }

  /// log of `one`.
  var logOfOne: Double { isPositive ? -logTerm : -size - logTerm }
  /// log of `zero`.
  var logOfZero: Double { isPositive ? -size - logTerm : -logTerm }
}
