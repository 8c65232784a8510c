internal import RealModule
internal import Statistics

/// The factor by which odds change per point of rating, all other drivers alike.
public struct OddsRatio: Sendable, Equatable {
  /// e to the coefficient.
  public let value: Double
  /// b ± z·SE on the log scale (Wald); with clusters or strata, b ± t·SE by the design's degrees of freedom.
  public let interval: ClosedRange<Double>
  /// The two-sided p-value of "no change", by the same distribution.
  public let pValue: Double
  /// The log odds per point.
  public let coefficient: Double
  /// Its standard error.
  public let standardError: Double

  /// Nil where the driver follows from others, or the error is not known.
  init?(
    _ coefficient: Double?, _ standardError: Double?, degreesOfFreedom: Double = .infinity, confidence: Double
  ) {
    guard let coefficient, let standardError, standardError.isFinite, standardError > 0 else { return nil }
    let distribution = StudentTDistribution(degreesOfFreedom: degreesOfFreedom)
    let half = distribution.upperQuantile((1 - confidence) / 2) * standardError
    value = Double.exp(coefficient)
    interval = Double.exp(coefficient - half)...Double.exp(coefficient + half)
    pValue = distribution.twoSided(coefficient / standardError)
    (self.coefficient, self.standardError) = (coefficient, standardError)
  }
}
