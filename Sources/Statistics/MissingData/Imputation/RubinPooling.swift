internal import RealModule

/// An estimate from several completed data sets, with what the missing numbers add to its uncertainty.
///
/// Rubin's rules (Rubin 1987, doi:10.1002/9780470316696), with degrees of freedom for small samples (Barnard & Rubin
/// 1999, doi:10.1093/biomet/86.4.948).
public struct RubinPooling: Sendable, Equatable {
  /// The mean of the estimates.
  public let estimate: Double
  /// The mean of their squared standard errors.
  public let withinVariance: Double
  /// The variance of the estimates, by m − 1.
  public let betweenVariance: Double
  /// Within plus (1 + 1/m) times between.
  public let totalVariance: Double
  /// The degrees of freedom for a t interval; infinite where the estimates are all alike in a large sample.
  public let degreesOfFreedom: Double
  /// How much the missing numbers increase the variance: (1 + 1/m)·between/within.
  public let relativeIncrease: Double
  /// The fraction of information that is missing, 0…1.
  public let missingInformation: Double

  /// The standard error of `estimate`.
  public var standardError: Double { totalVariance.squareRoot() }

  /// The pooled estimate.
  ///
  /// - Parameters:
  ///   - estimates: One per completed data set, two or more.
  ///   - variances: Their squared standard errors.
  ///   - completeDegreesOfFreedom: What they would be if nothing were missing; n − k for a regression.
  /// - Precondition: there are at least two estimates, and as many variances, some of them positive.
  public init(
    of estimates: [Double], variances: [Double], completeDegreesOfFreedom complete: Double = .infinity
  ) {
    precondition(
      estimates.count > 1 && estimates.count == variances.count, "Two estimates or more are pooled.")
    let count = Double(estimates.count)
    let mean = estimates.reduce(0, +) / count
    let within = variances.reduce(0, +) / count
    precondition(within > 0, "Some variance is positive.")
    let between = estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let added = (1 + 1 / count) * between
    let total = within + added
    let share = added / total
    let classic = (count - 1) / (share * share)
    let observed = complete < .infinity ? (complete + 1) / (complete + 3) * complete * (1 - share) : .infinity
    let freedom =
      classic == .infinity
      ? observed : observed == .infinity ? classic : classic * observed / (classic + observed)
    estimate = mean
    (withinVariance, betweenVariance, totalVariance) = (within, between, total)
    degreesOfFreedom = freedom
    relativeIncrease = added / within
    missingInformation = (added / within + 2 / (freedom + 3)) / (added / within + 1)
  }

  /// The interval of the estimate.
  ///
  /// - Precondition: `confidence` lies between 0 and 1.
  public func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    precondition(confidence > 0 && confidence < 1, "A confidence lies between 0 and 1.")
    let t = StudentTDistribution(degreesOfFreedom: degreesOfFreedom).upperQuantile((1 - confidence) / 2)
    return estimate - t * standardError...estimate + t * standardError
  }
}
