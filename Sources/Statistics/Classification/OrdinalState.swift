internal import RealModule

/// The log-likelihood of a cumulative logit model at one place, with its slope and its information matrix.
///
/// The parameters are the thresholds in rising order, then the coefficients of the standardised predictors. A row of
/// category k has log(F(a) − F(b)), a = θₖ − x′β, b = θₖ₋₁ − x′β; slope and bend are exact (McCullagh 1980,
/// doi:10.1111/j.2517-6161.1980.tb01109.x).
struct OrdinalState: Sendable {
  let parameters: [Double]
  let logLikelihood: Double
  let gradient: [Double]
  let information: Matrix

  init(_ design: OrdinalDesign, at parameters: [Double]) {
    let (cuts, width) = (design.thresholds, design.predictors)
    var sums = OrdinalSums(thresholds: cuts, predictors: width)
    design.rows.withUnsafeBufferPointer { cells in
      for row in 0..<design.count {
        let x = UnsafeBufferPointer(rebasing: cells[row * width..<(row + 1) * width])
        var eta = 0.0
        for column in 0..<width { eta += x[column] * parameters[cuts + column] }
        let category = design.categories[row]
        let part = OrdinalTerm(
          upper: category < cuts ? parameters[category] - eta : nil,
          lower: category > 0 ? parameters[category - 1] - eta : nil)
        sums.add(part, x, category: category, weight: design.weights[row])
      }
    }
    self.parameters = parameters
    logLikelihood = sums.logLikelihood
    gradient = sums.gradient
    information = sums.information
  }
}

/// One row's log-probability and its derivatives with respect to the limits above and below.
struct OrdinalTerm {
  let logProbability: Double
  let slopeAbove: Double
  let slopeBelow: Double
  let bendAbove: Double
  let bendBelow: Double
  let bendBoth: Double

  /// The term between two limits on the logistic scale; nil for an open end.
  init(upper: Double?, lower: Double?) {
    let above = upper.map { LogisticProbability($0) }
    let below = lower.map { LogisticProbability($0) }
    // The difference of two probabilities, taken on the side away from 1.
    let isLow = (upper ?? 0) + (lower ?? 0) < 0
    let probability =
      upper == nil
      ? below?.zero ?? 1
      : lower == nil
        ? above?.one ?? 1
        : isLow ? (above?.one ?? 0) - (below?.one ?? 0) : (below?.zero ?? 0) - (above?.zero ?? 0)
    func density(_ at: LogisticProbability?) -> Double { at.map { $0.one * $0.zero } ?? 0 }
    func bend(_ at: LogisticProbability?) -> Double { at.map { $0.one * $0.zero * ($0.zero - $0.one) } ?? 0 }
    slopeAbove = density(above) / probability
    slopeBelow = -density(below) / probability
    bendAbove = bend(above) / probability - slopeAbove * slopeAbove
    bendBelow = -bend(below) / probability - slopeBelow * slopeBelow
    bendBoth = -slopeAbove * slopeBelow
    logProbability = probability > 0 ? Double.log(probability) : -.infinity
  }
}

/// Sums over rows, the information with its sign turned.
struct OrdinalSums {
  private let thresholds: Int
  private let predictors: Int
  private(set) var logLikelihood = 0.0
  private(set) var gradient: [Double]
  private var corner: Matrix
  private var edge: Matrix
  private var body: [Double]

  init(thresholds: Int, predictors: Int) {
    self.thresholds = thresholds
    self.predictors = predictors
    gradient = [Double](repeating: 0, count: thresholds + predictors)
    corner = Matrix(rows: thresholds, columns: thresholds)
    edge = Matrix(rows: thresholds, columns: predictors)
    body = [Double](repeating: 0, count: predictors * predictors)
  }

  @inline(__always)
  mutating func add(_ term: OrdinalTerm, _ x: UnsafeBufferPointer<Double>, category: Int, weight: Double) {
    logLikelihood += weight * term.logProbability
    if category < thresholds {
      gradient[category] += weight * term.slopeAbove
      corner[category, category] -= weight * term.bendAbove
      addEdge(category, weight * (term.bendAbove + term.bendBoth), x)
    }
    if category > 0 {
      gradient[category - 1] += weight * term.slopeBelow
      corner[category - 1, category - 1] -= weight * term.bendBelow
      addEdge(category - 1, weight * (term.bendBelow + term.bendBoth), x)
      if category < thresholds { corner[category, category - 1] -= weight * term.bendBoth }
    }
    let slope = weight * (term.slopeAbove + term.slopeBelow)
    let bend = -weight * (term.bendAbove + term.bendBelow + 2 * term.bendBoth)
    body.withUnsafeMutableBufferPointer { body in
      for first in 0..<predictors {
        gradient[thresholds + first] -= slope * x[first]
        let scaled = bend * x[first]
        for second in first..<predictors { body[first * predictors + second] += scaled * x[second] }
      }
    }
  }

  @inline(__always)
  private mutating func addEdge(_ threshold: Int, _ bend: Double, _ x: UnsafeBufferPointer<Double>) {
    for column in 0..<predictors { edge[threshold, column] += bend * x[column] }
  }

  var information: Matrix {
    let size = thresholds + predictors
    var result = Matrix(rows: size, columns: size)
    for row in 0..<thresholds {
      for column in 0...row { result[row, column] = corner[row, column] }
      for column in 0..<predictors { result[thresholds + column, row] = edge[row, column] }
    }
    for row in 0..<predictors {
      for column in 0...row {
        result[thresholds + row, thresholds + column] = body[column * predictors + row]
      }
    }
    for row in 0..<size {
      for column in 0..<row { result[column, row] = result[row, column] }
    }
    return result
  }
}
