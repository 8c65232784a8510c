/// Intervals from the replicates of a bootstrap.
public enum BootstrapInterval {
  /// From quantile to quantile of the replicates (type 7).
  ///
  /// - Precondition: there is at least one replicate, and none is NaN.
  public static func percentile(_ replicates: [Double], confidence: Double = 0.95) -> ClosedRange<Double> {
    let sorted = replicates.sorted()
    let tail = (1 - confidence) / 2
    return Quantile.ofSorted(sorted, at: tail)...Quantile.ofSorted(sorted, at: 1 - tail)
  }

  /// The percentile interval mirrored at the estimate (Davison & Hinkley 1997, 5.2).
  public static func basic(
    _ replicates: [Double], estimate: Double, confidence: Double = 0.95
  ) -> ClosedRange<Double> {
    let mirrored = percentile(replicates, confidence: confidence)
    return 2 * estimate - mirrored.upperBound...2 * estimate - mirrored.lowerBound
  }

  /// The standard deviation of the replicates, by n − 1; 0 with fewer than two.
  public static func standardError(_ replicates: [Double]) -> Double {
    guard replicates.count > 1 else { return 0 }
    return Covariance(of: [replicates]).matrix[0, 0].squareRoot()
  }
}
