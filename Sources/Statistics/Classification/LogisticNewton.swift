internal import RealModule

/// Newton's iteration for the logistic log-likelihood, plain or with Firth's penalty.
struct LogisticNewton: Sendable {
  /// The state at the maximum.
  let state: LogisticState
  /// The inverse of the information there.
  let covariance: Matrix
  /// Whether the likelihood has no maximum, because some combination of predictors separates the outcomes.
  let isSeparated: Bool
  /// The log-likelihood, with ½ log |information| added under Firth's penalty.
  let objective: Double

  private static let mostIterations = 200
  /// The squared length of a step in standard errors from which on a step changes nothing but the coefficients.
  private static let smallDecrement = 1e-18
  /// A Newton step still moves some linear predictor by this much after so many iterations only under separation.
  private static let separation = (iterations: 16, movement: 0.3)

  /// The maximum, started from `start`.
  ///
  /// - Parameters:
  ///   - isPenalized: Whether half the logarithm of the information's determinant is added (Firth 1993,
  ///     doi:10.1093/biomet/80.1.27); the estimate then exists always, and has less bias.
  ///   - fixed: A coefficient that stays as it is in `start`.
  init(_ design: LogisticDesign, start: [Double]? = nil, isPenalized: Bool = false, fixed: Int? = nil) {
    let start = start ?? design.thinned.map { LogisticNewton.rough($0) } ?? LogisticNewton.start(design)
    var point = LogisticPoint(design, start, isPenalized)
    var (isSeparated, last) = (false, [Double]())
    for iteration in 0..<LogisticNewton.mostIterations {
      let step = point.step(fixed: fixed)
      let decrement = zip(step, point.score).reduce(0) { $0 + $1.0 * $1.1 }
      if !(decrement > LogisticNewton.smallDecrement * design.smallWeight) {
        if decrement.isFinite { last = step }
        break
      }
      if !isPenalized, iteration >= LogisticNewton.separation.iterations {
        isSeparated = LogisticNewton.movement(design, step) > LogisticNewton.separation.movement
        if isSeparated { break }
      }
      guard let next = LogisticNewton.advance(design, from: point, by: step, isPenalized) else { break }
      point = next
    }
    state = point.state.moved(by: last)
    covariance = point.cholesky.inverse
    objective = point.objective
    self.isSeparated = isSeparated
  }

  /// Where a few steps lead on a part of the rows.
  private static func rough(_ design: LogisticDesign) -> [Double] {
    var point = LogisticPoint(design, start(design), false)
    for _ in 0..<8 {
      let step = point.step(fixed: nil)
      let decrement = zip(step, point.score).reduce(0) { $0 + $1.0 * $1.1 }
      guard decrement > 0.1, let next = advance(design, from: point, by: step, false) else { break }
      point = next
    }
    return point.state.coefficients
  }

  /// The first of the step, its half, quarter, … that does not lower the objective; nil at the limit of rounding.
  static func advance(
    _ design: LogisticDesign, from point: LogisticPoint, by step: [Double], _ isPenalized: Bool
  ) -> LogisticPoint? {
    var scale = 1.0
    while scale > 1e-6 {
      let place = zip(point.state.coefficients, step).map { $0 + scale * $1 }
      let next = LogisticPoint(design, place, isPenalized)
      let slack = 1e-13 * max(1, point.objective.magnitude)
      if next.objective >= point.objective - slack { return next }
      scale /= 2
    }
    return nil
  }

  /// Where nothing but the intercept counts.
  static func start(_ design: LogisticDesign) -> [Double] {
    let ones = zip(design.outcome, design.weights).reduce(0) { $0 + $1.0 * $1.1 }
    var start = [Double](repeating: 0, count: design.columns)
    start[0] = Double.log(ones / (design.sumOfWeights - ones))
    return start
  }

  /// The most that a step moves a linear predictor.
  private static func movement(_ design: LogisticDesign, _ step: [Double]) -> Double {
    var most = 0.0
    for row in 0..<design.rows {
      var sum = 0.0
      for (place, value) in step.enumerated() {
        sum += value * design.cells[row * design.blocks + place / 4][place % 4]
      }
      most = max(most, sum.magnitude)
    }
    return most
  }
}

/// A state with the factor of its information and the score that the iteration follows.
struct LogisticPoint {
  let state: LogisticState
  let cholesky: CholeskyDecomposition
  let score: [Double]
  let objective: Double

  init(_ design: LogisticDesign, _ coefficients: [Double], _ isPenalized: Bool) {
    state = LogisticState(design, at: coefficients)
    cholesky = CholeskyDecomposition(state.information, tolerance: 0)
    if isPenalized {
      let half = cholesky.factor.diagonal.reduce(0) { $0 + Double.log($1) }
      objective = state.logLikelihood + half
      score = LogisticPoint.penalizedScore(design, state, cholesky.inverse)
    } else {
      objective = state.logLikelihood
      score = state.gradient
    }
  }

  /// Newton's step, with one coefficient held.
  func step(fixed: Int?) -> [Double] {
    guard let fixed else { return cholesky.solve(score) }
    let free = score.indices.filter { $0 != fixed }
    let solution = CholeskyDecomposition(state.information.restricted(to: free), tolerance: 0)
      .solve(free.map { score[$0] })
    var step = [Double](repeating: 0, count: score.count)
    for (place, column) in free.enumerated() { step[column] = solution[place] }
    return step
  }

  /// The gradient plus Σ h (½ − μ) x with h the leverages.
  private static func penalizedScore(
    _ design: LogisticDesign, _ state: LogisticState, _ inverse: Matrix
  ) -> [Double] {
    var score = state.gradient
    for row in 0..<design.rows {
      let x = design.row(row)
      let fitted = LogisticProbability(design.linearPredictor(row, state.coefficients))
      let leverage = design.weights[row] * fitted.one * fitted.zero * inverse.quadraticForm(x)
      for place in x.indices { score[place] += leverage * (0.5 - fitted.one) * x[place] }
    }
    return score
  }
}

extension LogisticDesign {
  /// The mean weight, or 1 where it is larger: standard errors are in units of one respondent's information, however small
  /// the weights.
  var smallWeight: Double { min(1, sumOfWeights / Double(rows)) }

  /// A row's cells: 1, then the standardised predictors.
  func row(_ row: Int) -> [Double] {
    (0..<columns).map { cells[row * blocks + $0 / 4][$0 % 4] }
  }

  /// A row's linear predictor.
  func linearPredictor(_ row: Int, _ coefficients: [Double]) -> Double {
    var sum = 0.0
    for (place, value) in coefficients.enumerated() {
      sum += value * cells[row * blocks + place / 4][place % 4]
    }
    return sum
  }
}

extension Matrix {
  /// xᵀAx.
  func quadraticForm(_ x: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<rows {
      var inner = 0.0
      for column in 0..<columns { inner += self[row, column] * x[column] }
      sum += x[row] * inner
    }
    return sum
  }
}
