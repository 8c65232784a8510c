/// A log-likelihood at one place, with what Newton's iteration needs.
protocol LikelihoodState {
  /// Where it is.
  var parameters: [Double] { get set }
  /// The log-likelihood; minus infinity where the place is impossible.
  var logLikelihood: Double { get }
  /// Its slope.
  var gradient: [Double] { get }
  /// Minus the matrix of second derivatives.
  var information: Matrix { get }
}

/// Newton's iteration with step halving for a concave log-likelihood.
struct ConcaveMaximum<State: LikelihoodState> {
  /// The state where the iteration ended.
  private(set) var state: State
  /// Whether it ended at a maximum.
  private(set) var isConverged = false

  /// The maximum from a start; `movement` is the most that a step moves a row's linear predictor.
  ///
  /// The iteration goes on until a step is shorter than 1e-9 standard errors, which is then taken too: it changes nothing
  /// but the parameters. Steps that still move a row far
  /// after 16 iterations lead to infinity: no maximum exists.
  ///
  /// - Parameters:
  ///   - steps: The most steps taken.
  ///   - shortest: The length of the last step in standard errors, squared.
  init(
    from start: State, steps: Int = 200, shortest: Double = 1e-18, movement: ([Double]) -> Double,
    evaluated: ([Double]) -> State
  ) {
    state = start
    for iteration in 0..<steps {
      let step = CholeskyDecomposition(state.information, tolerance: 0).solve(state.gradient)
      let decrement = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
      if !(decrement > shortest) {
        isConverged = decrement.isFinite
        if isConverged { state.parameters = zip(state.parameters, step).map(+) }
        return
      }
      if iteration >= 16, movement(step) > 0.3 { return }
      guard let next = ConcaveMaximum.advanced(from: state, by: step, evaluated) else {
        isConverged = decrement < 1e-9
        return
      }
      state = next
    }
  }

  /// The state after the first of the step, its half, quarter, … that does not lower the likelihood.
  static func advanced(
    from state: State, by step: [Double], _ evaluated: ([Double]) -> State
  ) -> State? {
    var scale = 1.0
    while scale > 1e-8 {
      let next = evaluated(zip(state.parameters, step).map { $0 + scale * $1 })
      let slack = 1e-13 * max(1, state.logLikelihood.magnitude)
      if next.logLikelihood >= state.logLikelihood - slack { return next }
      scale /= 2
    }
    return nil
  }
}
