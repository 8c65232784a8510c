/// Standard errors of the EM estimates of means and covariances.
///
/// They are those of the respondents' influences (a sandwich; Huber 1967, White 1982, doi:10.2307/1912526), and so hold
/// whatever the distribution of the answers. What is missing is allowed for by the rate matrix of the iteration (Meng &
/// Rubin 1991, doi:10.1080/01621459.1991.10475130).
public struct MaximumLikelihoodErrors: Sendable, Equatable {
  /// The standard error of each column's mean.
  public let means: [Double]
  /// The standard error of each covariance, symmetric.
  public let covariances: Matrix

  /// The standard errors of the estimates of small whole numbers.
  ///
  /// - Throws: `FitError.tooFewObservations` where fewer than two rows have a positive weight.
  public init(of columns: IntegerColumns, weights: [Double]? = nil) throws(FitError) {
    let patterns = MissingPatterns(of: columns, weights: weights)
    guard patterns.total.rows > 1 else { throw .tooFewObservations(have: patterns.total.rows, need: 2) }
    let estimate = NormalEstimate(maximizingLikelihoodOf: patterns, derived: 0)
    let count = estimate.vector.count
    let units = (0..<count).map { place in (0..<count).map { $0 == place ? 1.0 : 0.0 } }
    let influence = MissingInfluence(patterns, derived: 0, at: estimate, gradients: units)
    let errors = influence.moments(of: columns, weights: weights, atMost: .max).covariance.diagonal
      .map { max($0, 0).squareRoot() }
    let result = NormalEstimate(vector: errors, columns: estimate.means.count)
    (means, covariances) = (result.means, result.covariance)
  }
}

extension NormalEstimate {
  /// The estimates at the end of the iteration, as deviations from the patterns' shift.
  init(maximizingLikelihoodOf patterns: MissingPatterns, derived: Int) {
    var step = ExpectationStep(patterns, derived: derived)
    var state = NormalEstimate(startingFrom: patterns)
    _ = step.iterate(&state, tolerance: 1e-9, atMost: 10_000)
    self = state
  }
}
