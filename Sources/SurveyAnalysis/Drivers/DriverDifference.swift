internal import Statistics

/// By how much one driver's share exceeds another's.
///
/// The intervals of all pairs hold at once: with the confidence stated none of them misses its true difference (max-t; see
/// `SimultaneousDifferences`).
public struct DriverDifference: Sendable, Equatable {
  /// The driver with the larger share.
  public let higher: String
  /// The driver with the smaller one.
  public let lower: String
  /// The larger share less the smaller, 0…1.
  public let difference: Double
  /// Its standard error.
  public let standardError: Double
  /// The simultaneous interval of `difference`.
  public let interval: ClosedRange<Double>
  /// The p-value of "no difference", adjusted for all pairs.
  public let adjustedPValue: Double

  /// All pairs of drivers, by the place of the higher and then of the lower; empty without draws.
  static func all(_ drivers: [RankedDriver], order: [Int], _ draws: RankDraws?) -> [DriverDifference] {
    guard let found = draws?.differences(of: drivers.map(\.importance), order: order) else { return [] }
    let ids = drivers.map(\.id)
    return found.differences.map { pair in
      DriverDifference(
        higher: ids[pair.first], lower: ids[pair.second], difference: pair.estimate,
        standardError: pair.standardError, interval: pair.interval, adjustedPValue: pair.adjustedPValue)
    }
  }
}
