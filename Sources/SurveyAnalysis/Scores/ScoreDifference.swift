internal import Statistics

/// A difference between two scores.
public struct ScoreDifference: Sendable, Equatable {
  /// The difference in points.
  public let value: Double
  /// The interval in points.
  public let interval: ClosedRange<Double>
  /// The two-sided p-value of "no difference", as it stands alone.
  public let pValue: Double
  /// The p-value adjusted for the number of comparisons made together.
  public let adjustedPValue: Double
  /// The smallest true difference, in points, that a comparison on these bases finds with a power of 80 %.
  public let smallestDetectable: Double
  /// Whether either base is low (under 30), so that there is no verdict whatever the p-value.
  public let isLowBase: Bool
  /// Whether the adjusted p-value lies below 1 − confidence and neither base is low.
  public let isSignificant: Bool
}

extension ScoreDifference {
  init(_ comparison: ScoreComparison, adjustedPValue: Double) {
    let difference = comparison.difference
    value = 100 * difference.value
    interval = 100 * difference.interval.lowerBound...100 * difference.interval.upperBound
    pValue = difference.pValue
    self.adjustedPValue = adjustedPValue
    smallestDetectable = 100 * difference.smallestDetectable(power: 0.8)
    isLowBase = comparison.isLowBase
    isSignificant = !comparison.isLowBase && adjustedPValue < 1 - difference.confidence
  }
}

/// Two groups compared, before the p-value is adjusted.
struct ScoreComparison {
  let difference: NetShareDifference
  let isLowBase: Bool

  /// The first group less the second, or nil where either has fewer than 5 valid answers.
  init?(_ first: ScoreTally, minus second: ScoreTally, options: ScoreOptions) {
    guard !first.base.isSuppressed, !second.base.isSuppressed,
      let one = first.share, let two = second.share
    else { return nil }
    let correlation = first.clusters.flatMap { left in second.clusters.map { left.correlation(with: $0) } }
    difference = NetShareDifference(
      one, minus: two, correlation: correlation ?? 0, interval: options.interval,
      confidence: options.confidence)
    isLowBase = first.base.isLow || second.base.isLow
  }

  /// The differences of one family of comparisons, nil where there is no comparison.
  ///
  /// - Parameter areOne: Whether all are one and the same test, so that there is nothing to adjust for.
  static func adjusted(
    _ family: [ScoreComparison?], areOne: Bool = false, by adjustment: MultipleTesting
  ) -> [ScoreDifference?] {
    let pValues = family.compactMap { $0?.difference.pValue }
    var adjusted = (areOne ? pValues : adjustment.adjusted(pValues)).makeIterator()
    return family.map { comparison in
      guard let comparison, let pValue = adjusted.next() else { return nil }
      return ScoreDifference(comparison, adjustedPValue: pValue)
    }
  }
}
