import RealModule

/// Intervals of a share between 0 and 1.
public enum LogitInterval {
  /// The normal interval on the logit scale, log(p/(1 − p)), which cannot leave 0…1.
  ///
  /// A share of 0 or 1 has no width there and gives itself.
  public static func ofShare(_ share: Double, standardError: Double, confidence: Double) -> ClosedRange<
    Double
  > {
    let spread = share * (1 - share)
    guard spread > 0, standardError > 0 else { return share...share }
    let centre = Double.log(share) - Double.log(onePlus: -share)
    let half = NormalDistribution.criticalValue(confidence: confidence) * standardError / spread
    let bounds = [centre - half, centre + half].map { 1 / (1 + Double.exp(-$0)) }
    return min(bounds[0], share)...max(bounds[1], share)
  }
}
