internal import RealModule

/// Intervals of single shares.
public enum ShareInterval {
  /// Wilson's score interval (1927, doi:10.1080/01621459.1927.10502953).
  ///
  /// - Parameters:
  ///   - share: The share, 0…1.
  ///   - count: The number of respondents, or the effective number; positive.
  ///   - confidence: Between 0 and 1.
  public static func wilson(share: Double, count: Double, confidence: Double = 0.95) -> ClosedRange<Double> {
    score(share: share, count: count, NormalDistribution.criticalValue(confidence: confidence))
  }

  /// Intervals that hold together for all shares of one question (Goodman 1965, doi:10.1080/00401706.1965.10490252).
  ///
  /// Each is Wilson's at the confidence that Bonferroni's inequality asks for.
  public static func goodman(
    shares: [Double], count: Double, confidence: Double = 0.95
  ) -> [ClosedRange<Double>] {
    let each = 1 - (1 - confidence) / Double(max(1, shares.count))
    return shares.map { wilson(share: $0, count: count, confidence: each) }
  }

  /// The interval that is Wald's on the scale of log odds, back as shares; for weighted shares.
  ///
  /// The whole of 0…1 where the share is 0 or 1.
  ///
  /// - Parameters:
  ///   - share: The share, 0…1.
  ///   - standardError: Its standard error, linearised where weighted.
  ///   - degreesOfFreedom: Of Student's distribution: respondents less one; infinite for the normal one.
  ///   - confidence: Between 0 and 1.
  public static func logit(
    share: Double, standardError: Double, degreesOfFreedom: Double, confidence: Double = 0.95
  ) -> ClosedRange<Double> {
    guard share > 0, share < 1 else { return 0...1 }
    let quantile = StudentTDistribution(degreesOfFreedom: degreesOfFreedom).upperQuantile(
      (1 - confidence) / 2)
    let half = quantile * standardError / (share * (1 - share))
    let odds = Double.log(share) - Double.log(onePlus: -share)
    return 1 / (1 + Double.exp(half - odds))...1 / (1 + Double.exp(-half - odds))
  }

  private static func score(share: Double, count: Double, _ z: Double) -> ClosedRange<Double> {
    precondition(share >= 0 && share <= 1 && count > 0, "A share of nobody has no interval.")
    let square = z * z
    let centre = share + square / (2 * count)
    let half = z * (share * (1 - share) / count + square / (4 * count * count)).squareRoot()
    let scale = 1 + square / count
    return max(0, (centre - half) / scale)...min(1, (centre + half) / scale)
  }
}
