internal import RealModule

/// The log-likelihood of a logistic model at one place, with its slope and its information matrix.
struct LogisticState: Sendable {
  private(set) var coefficients: [Double]
  let logLikelihood: Double
  /// The gradient of the log-likelihood.
  let gradient: [Double]
  /// Minus the matrix of second derivatives.
  let information: Matrix

  init(_ design: LogisticDesign, at coefficients: [Double]) {
    var sums = LogisticSums(design, coefficients)
    var products = WeightedProducts(blocks: design.blocks)
    design.cells.withUnsafeBufferPointer { cells in
      for start in stride(from: 0, to: design.rows, by: WeightedProducts.stretch) {
        let rows = start..<min(start + WeightedProducts.stretch, design.rows)
        let part = UnsafeBufferPointer(
          rebasing: cells[rows.lowerBound * design.blocks..<rows.upperBound * design.blocks])
        sums.add(rows, part, design)
        sums.slopes.withUnsafeBufferPointer { slopes in
          products.add(part, weights: UnsafeBufferPointer(rebasing: slopes[..<rows.count]))
        }
      }
    }
    self.coefficients = coefficients
    logLikelihood = sums.logLikelihood.value
    gradient = coefficients.indices.map { sums.gradient[$0 / 4][$0 % 4] }
    information = products.matrix(size: coefficients.count)
  }

  /// The state with coefficients moved so little that nothing else changes in double precision.
  func moved(by step: [Double]) -> LogisticState {
    var result = self
    for place in step.indices { result.coefficients[place] += step[place] }
    return result
  }
}

/// Sums over the rows of a logistic model, and what the information needs of each row of a stretch.
private struct LogisticSums {
  var logLikelihood = LogLikelihoodSum()
  var gradient: [SIMD4<Double>]
  /// w·μ(1 − μ) per row of the last stretch.
  var slopes = [Double](repeating: 0, count: WeightedProducts.stretch)
  private var coefficients: [SIMD4<Double>]

  init(_ design: LogisticDesign, _ coefficients: [Double]) {
    gradient = [SIMD4<Double>](repeating: .zero, count: design.blocks)
    self.coefficients = gradient
    for (place, value) in coefficients.enumerated() { self.coefficients[place / 4][place % 4] = value }
  }

  /// Adds a stretch of rows with their cells.
  @inline(__always)
  mutating func add(_ rows: Range<Int>, _ cells: UnsafeBufferPointer<SIMD4<Double>>, _ design: LogisticDesign)
  {
    let blocks = coefficients.count
    for row in rows {
      let base = (row - rows.lowerBound) * blocks
      var sum = SIMD4<Double>.zero
      for block in 0..<blocks { sum += cells[base + block] * coefficients[block] }
      let fitted = LogisticProbability(sum.sum())
      let (weight, one) = (design.weights[row], design.outcome[row])
      // Rows taken together have no single probability.
      let probability = one == 1 ? fitted.one : one == 0 ? fitted.zero : 0
      logLikelihood.add(
        probability, weight: weight,
        logarithm: one * fitted.logOfOne + (1 - one) * fitted.logOfZero)
      let residual = weight * (one * fitted.zero - (1 - one) * fitted.one)
      for block in 0..<blocks { gradient[block] += residual * cells[base + block] }
      slopes[row - rows.lowerBound] = weight * fitted.one * fitted.zero
    }
  }
}

/// The probability that belongs to a linear predictor, and its complement, both without cancellation.
struct LogisticProbability {
  /// 1/(1 + e⁻ᶯ).
  let one: Double
  /// 1/(1 + eᶯ).
  let zero: Double
  private let size: Double
  /// e to minus the size.
  private let power: Double
  private let isPositive: Bool

  @inline(__always)
  init(_ eta: Double) {
    isPositive = eta >= 0
    size = eta.magnitude
    power = Double.exp(-size)
    let large = 1 / (1 + power)
    one = isPositive ? large : power * large
    zero = isPositive ? power * large : large
  }

  /// log of `one`.
  var logOfOne: Double { isPositive ? -Double.log(onePlus: power) : -size - Double.log(onePlus: power) }
  /// log of `zero`.
  var logOfZero: Double { isPositive ? -size - Double.log(onePlus: power) : -Double.log(onePlus: power) }
}
