internal import RealModule

/// The log-likelihood of a cumulative logit model at one place, with its slope and its information matrix.
///
/// The parameters are the thresholds in rising order, then the coefficients of the standardised predictors. A row of
/// category k has log(F(a) − F(b)), a = θₖ − x′β, b = θₖ₋₁ − x′β; slope and bend are exact (McCullagh 1980,
/// doi:10.1111/j.2517-6161.1980.tb01109.x).
struct OrdinalState: LikelihoodState {
  var parameters: [Double]
  let logLikelihood: Double
  let gradient: [Double]
  let information: Matrix

  init(_ design: OrdinalDesign, at parameters: [Double]) {
    var sums = OrdinalSums(design, parameters)
    var products = WeightedProducts(blocks: design.blocks)
    design.cells.withUnsafeBufferPointer { cells in
      for start in stride(from: 0, to: design.count, by: WeightedProducts.stretch) {
        let rows = start..<min(start + WeightedProducts.stretch, design.count)
        let part = UnsafeBufferPointer(
          rebasing: cells[rows.lowerBound * design.blocks..<rows.upperBound * design.blocks])
        sums.add(rows, part, design)
        sums.bends.withUnsafeBufferPointer { bends in
          products.add(part, weights: UnsafeBufferPointer(rebasing: bends[..<rows.count]))
        }
      }
    }
    self.parameters = parameters
    logLikelihood = sums.logLikelihood.value
    gradient = sums.gradient
    information = sums.information(products.matrix(from: 1, size: design.predictors))
  }
}

/// One row's log-probability and its derivatives with respect to the limits above and below.
struct OrdinalTerm {
  let probability: Double
  let slopeAbove: Double
  let slopeBelow: Double
  let bendAbove: Double
  let bendBelow: Double
  let bendBoth: Double

  var logProbability: Double { probability > 0 ? Double.log(probability) : -.infinity }

  /// The term between two limits on the logistic scale; nil for an open end.
  @inline(__always)
  init(upper: Double?, lower: Double?) {
    let above = upper.map { LogisticProbability($0) }
    let below = lower.map { LogisticProbability($0) }
    // The difference of two probabilities, taken on the side away from 1.
    let isLow = (upper ?? 0) + (lower ?? 0) < 0
    probability =
      upper == nil
      ? below?.zero ?? 1
      : lower == nil
        ? above?.one ?? 1
        : isLow ? (above?.one ?? 0) - (below?.one ?? 0) : (below?.zero ?? 0) - (above?.zero ?? 0)
    func density(_ at: LogisticProbability?) -> Double { at.map { $0.one * $0.zero } ?? 0 }
    func bend(_ at: LogisticProbability?) -> Double { at.map { $0.one * $0.zero * ($0.zero - $0.one) } ?? 0 }
    let inverse = 1 / probability
    slopeAbove = density(above) * inverse
    slopeBelow = -density(below) * inverse
    bendAbove = bend(above) * inverse - slopeAbove * slopeAbove
    bendBelow = -bend(below) * inverse - slopeBelow * slopeBelow
    bendBoth = -slopeAbove * slopeBelow
  }
}

/// Sums over rows, the information with its sign turned, and what the information needs of each row of a stretch.
private struct OrdinalSums {
  var logLikelihood = LogLikelihoodSum()
  /// How much the information among predictors gets of each row of the last stretch.
  var bends = [Double](repeating: 0, count: WeightedProducts.stretch)
  private let thresholds: [Double]
  private let coefficients: [SIMD4<Double>]
  /// Per threshold its slope, its bend, and its bend with the threshold below.
  private var cuts: [(slope: Double, own: Double, below: Double)]
  /// The slope along the predictors, and per threshold its bend with them.
  private var slope: [SIMD4<Double>]
  private var edges: [SIMD4<Double>]
  private let predictors: Int

  init(_ design: OrdinalDesign, _ parameters: [Double]) {
    let (count, blocks) = (design.thresholds, design.blocks)
    var padded = [SIMD4<Double>](repeating: .zero, count: blocks)
    for (place, value) in parameters[count...].enumerated() {
      padded[(place + 1) / 4][(place + 1) % 4] = value
    }
    coefficients = padded
    thresholds = Array(parameters[..<count])
    predictors = design.predictors
    cuts = [(slope: Double, own: Double, below: Double)](repeating: (0, 0, 0), count: count)
    slope = [SIMD4<Double>](repeating: .zero, count: blocks)
    edges = [SIMD4<Double>](repeating: .zero, count: count * blocks)
  }

  /// Adds a stretch of rows with their cells.
  @inline(__always)
  mutating func add(_ rows: Range<Int>, _ cells: UnsafeBufferPointer<SIMD4<Double>>, _ design: OrdinalDesign)
  {
    let blocks = coefficients.count
    for row in rows {
      let x = UnsafeBufferPointer(
        rebasing: cells[(row - rows.lowerBound) * blocks..<(row - rows.lowerBound + 1) * blocks])
      var sum = SIMD4<Double>.zero
      for block in 0..<blocks { sum += x[block] * coefficients[block] }
      let (eta, category, weight) = (sum.sum(), design.categories[row], design.weights[row])
      let term = OrdinalTerm(
        upper: category < thresholds.count ? thresholds[category] - eta : nil,
        lower: category > 0 ? thresholds[category - 1] - eta : nil)
      logLikelihood.add(term.probability, weight: weight, logarithm: term.logProbability)
      bends[row - rows.lowerBound] = -weight * (term.bendAbove + term.bendBelow + 2 * term.bendBoth)
      add(term, x, category, weight)
    }
  }

  /// Adds a row's part in the thresholds and in the slope.
  @inline(__always)
  private mutating func add(
    _ term: OrdinalTerm, _ x: UnsafeBufferPointer<SIMD4<Double>>, _ category: Int, _ weight: Double
  ) {
    if category < cuts.count {
      cuts[category].slope += weight * term.slopeAbove
      cuts[category].own -= weight * term.bendAbove
      cuts[category].below -= weight * term.bendBoth
      addEdge(category, weight * (term.bendAbove + term.bendBoth), x)
    }
    if category > 0 {
      cuts[category - 1].slope += weight * term.slopeBelow
      cuts[category - 1].own -= weight * term.bendBelow
      addEdge(category - 1, weight * (term.bendBelow + term.bendBoth), x)
    }
    let pull = weight * (term.slopeAbove + term.slopeBelow)
    for block in 0..<x.count { slope[block] -= pull * x[block] }
  }

  @inline(__always)
  private mutating func addEdge(_ cut: Int, _ bend: Double, _ x: UnsafeBufferPointer<SIMD4<Double>>) {
    for block in 0..<x.count { edges[cut * x.count + block] += bend * x[block] }
  }

  var gradient: [Double] {
    cuts.map(\.slope) + (1...max(predictors, 1)).prefix(predictors).map { slope[$0 / 4][$0 % 4] }
  }

  /// The information, given that among the predictors.
  func information(_ body: Matrix) -> Matrix {
    let (count, blocks) = (cuts.count, coefficients.count)
    var result = Matrix(rows: count + predictors, columns: count + predictors)
    for cut in 0..<count {
      result[cut, cut] = cuts[cut].own
      if cut > 0 { (result[cut, cut - 1], result[cut - 1, cut]) = (cuts[cut].below, cuts[cut].below) }
      for place in 0..<predictors {
        let value = edges[cut * blocks + (place + 1) / 4][(place + 1) % 4]
        (result[count + place, cut], result[cut, count + place]) = (value, value)
      }
    }
    for row in 0..<predictors {
      for column in 0..<predictors { result[count + row, count + column] = body[row, column] }
    }
    return result
  }
}
