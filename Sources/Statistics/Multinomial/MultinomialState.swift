internal import RealModule

/// The log-likelihood of a multinomial model at one place, with its slope and its information matrix.
///
/// The parameters are, for each level but the baseline, the intercept and the coefficients of the standardised predictors.
struct MultinomialState: Sendable {
  var parameters: [Double]
  let logLikelihood: Double
  let gradient: [Double]
  let information: Matrix

  /// - Parameter order: The levels other than the baseline, by their place.
  init(_ design: OrdinalDesign, order: [Int], at parameters: [Double]) {
    let size = design.predictors + 1
    var sums = MultinomialSums(blocks: order.count, size: size)
    var x = [Double](repeating: 1, count: size)
    let blocks = design.levels.indices.map { level in order.firstIndex(of: level) }
    for row in 0..<design.count {
      for place in 1..<max(size, 1) { x[place] = design.value(row, place - 1) }
      sums.add(x, at: parameters, chosen: blocks[design.categories[row]], weight: design.weights[row])
    }
    self.parameters = parameters
    logLikelihood = sums.logLikelihood
    gradient = sums.gradient
    information = sums.symmetric
  }

  /// The weighted slope of each row's log-probability with respect to the parameters.
  func scores(of design: OrdinalDesign, order: [Int]) -> [[Double]] {
    let size = design.predictors + 1
    let blocks = design.levels.indices.map { level in order.firstIndex(of: level) }
    return (0..<design.count).map { row in
      var sums = MultinomialSums(blocks: order.count, size: size)
      let x = [1] + (0..<design.predictors).map { design.value(row, $0) }
      sums.add(x, at: parameters, chosen: blocks[design.categories[row]], weight: design.weights[row])
      return sums.gradient
    }
  }
}

/// Sums over rows of a multinomial model.
struct MultinomialSums {
  private let blocks: Int
  private let size: Int
  private(set) var logLikelihood = 0.0
  private(set) var gradient: [Double]
  private var information: Matrix
  private var shares: [Double]

  init(blocks: Int, size: Int) {
    (self.blocks, self.size) = (blocks, size)
    gradient = [Double](repeating: 0, count: blocks * size)
    information = Matrix(rows: blocks * size, columns: blocks * size)
    shares = [Double](repeating: 0, count: blocks)
  }

  /// Adds a row that chose a block's level, or the baseline where `chosen` is nil.
  mutating func add(_ x: [Double], at parameters: [Double], chosen: Int?, weight: Double) {
    logLikelihood += weight * setShares(x, parameters, chosen)
    for block in 0..<blocks {
      let residual = weight * (chosen == block ? 1 - shares[block] : -shares[block])
      for place in 0..<size { gradient[block * size + place] += residual * x[place] }
      for other in 0...block {
        let own = block == other ? 1 - shares[block] : -shares[block]
        addProduct(x, weight * shares[other] * own, block, other)
      }
    }
  }

  /// Computes the probabilities of the blocks' levels, and returns the logarithm of that of the level chosen.
  private mutating func setShares(_ x: [Double], _ parameters: [Double], _ chosen: Int?) -> Double {
    var largest = 0.0
    for block in 0..<blocks {
      var eta = 0.0
      for place in 0..<size { eta += parameters[block * size + place] * x[place] }
      shares[block] = eta
      largest = max(largest, eta)
    }
    let own = chosen.map { shares[$0] } ?? 0
    var total = Double.exp(-largest)
    for block in 0..<blocks {
      shares[block] = Double.exp(shares[block] - largest)
      total += shares[block]
    }
    for block in 0..<blocks { shares[block] /= total }
    return own - largest - Double.log(total)
  }

  private mutating func addProduct(_ x: [Double], _ weight: Double, _ block: Int, _ other: Int) {
    for first in 0..<size {
      let scaled = weight * x[first]
      let end = block == other ? first : size - 1
      for second in 0...end { information[block * size + first, other * size + second] += scaled * x[second] }
    }
  }

  /// The information with its upper half filled in.
  var symmetric: Matrix {
    var result = information
    for row in 0..<result.rows {
      for column in 0..<row { result[column, row] = result[row, column] }
    }
    return result
  }
}

/// Newton's iteration of a multinomial model; its likelihood has one maximum, or none under separation.
struct MultinomialIteration {
  let state: MultinomialState
  let isConverged: Bool
  /// The levels other than the baseline, by their place.
  let order: [Int]

  init(_ design: OrdinalDesign, baseline: Int) {
    let order = design.levels.indices.filter { $0 != baseline }
    let totals = design.totals
    let start = order.flatMap { level in
      [Double.log(totals[level] / totals[baseline])] + [Double](repeating: 0, count: design.predictors)
    }
    let newton = ConcaveMaximum(
      from: MultinomialState(design, order: order, at: start), shortest: 1e-18 * design.smallWeight,
      movement: { MultinomialIteration.movement(design, $0) },
      evaluated: { MultinomialState(design, order: order, at: $0) })
    (state, isConverged, self.order) = (newton.state, newton.isConverged, order)
  }

  /// The most that a step moves a row's log odds.
  private static func movement(_ design: OrdinalDesign, _ step: [Double]) -> Double {
    let size = design.predictors + 1
    var most = 0.0
    for row in 0..<design.count {
      for block in 0..<step.count / size {
        var sum = step[block * size]
        for place in 1..<max(size, 1) {
          sum += step[block * size + place] * design.value(row, place - 1)
        }
        most = max(most, sum.magnitude)
      }
    }
    return most
  }
}

extension MultinomialState: LikelihoodState {}
