internal import RealModule
internal import Statistics

/// The factor by which odds change per point of rating, all other drivers alike.
public struct OddsRatio: Sendable, Equatable {
  /// e to the coefficient.
  public let value: Double
  /// b ± z·SE on the log scale (Wald).
  public let interval: ClosedRange<Double>
  /// The two-sided p-value of "no change", by Wald's test.
  public let pValue: Double
  /// The log odds per point.
  public let coefficient: Double
  /// Its standard error.
  public let standardError: Double

  /// Nil where the driver follows from others, or the error is not known.
  init?(_ coefficient: Double?, _ standardError: Double?, confidence: Double) {
    guard let coefficient, let standardError, standardError.isFinite, standardError > 0 else { return nil }
    let half = NormalDistribution.criticalValue(confidence: confidence) * standardError
    value = Double.exp(coefficient)
    interval = Double.exp(coefficient - half)...Double.exp(coefficient + half)
    pValue = 2 * NormalDistribution.standard.cumulative(-(coefficient / standardError).magnitude)
    (self.coefficient, self.standardError) = (coefficient, standardError)
  }
}
