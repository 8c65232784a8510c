/// A straight line through estimates whose variances are known, such as the scores of consecutive waves.
///
/// Weighted least squares with weights 1/SE². The standard error is that of the known variances, 1/√Sxx; the one from
/// the scatter about the line is given beside it (Cochran's Q of the residuals says whether the line fits).
public struct WeightedTrend: Sendable, Equatable {
  /// The change per unit of time.
  public let slope: Double
  /// The value at time 0.
  public let intercept: Double
  /// The standard error of the slope by the known variances.
  public let standardError: Double
  /// The standard error of the slope by the scatter about the line; nil for two points.
  public let residualStandardError: Double?
  /// The slope in standard errors.
  public let statistic: Double
  /// The two-sided p-value of "no trend".
  public let pValue: Double

  /// A line, or nil where fewer than two times differ.
  ///
  /// - Precondition: the lists have one length and every standard error is positive.
  public init?(of values: [Double], at times: [Double], standardErrors: [Double]) {
    precondition(values.count == times.count && times.count == standardErrors.count, "Lengths differ.")
    precondition(standardErrors.allSatisfy { $0 > 0 }, "A standard error must be positive.")
    let weights = standardErrors.map { 1 / ($0 * $0) }
    let total = weights.reduce(0, +)
    func mean(_ list: [Double]) -> Double { zip(weights, list).reduce(0) { $0 + $1.0 * $1.1 } / total }
    let (centre, level) = (mean(times), mean(values))
    var (squares, products, residuals) = (0.0, 0.0, 0.0)
    for index in values.indices {
      let distance = times[index] - centre
      squares += weights[index] * distance * distance
      products += weights[index] * distance * (values[index] - level)
    }
    guard squares > 0 else { return nil }
    let slope = products / squares
    for index in values.indices {
      let residual = values[index] - level - slope * (times[index] - centre)
      residuals += weights[index] * residual * residual
    }
    self.slope = slope
    intercept = level - slope * centre
    standardError = 1 / squares.squareRoot()
    let freedom = Double(values.count - 2)
    residualStandardError = freedom > 0 ? (residuals / freedom / squares).squareRoot() : nil
    statistic = slope * squares.squareRoot()
    pValue = NormalDistribution.standard.twoSided(statistic)
  }
}
