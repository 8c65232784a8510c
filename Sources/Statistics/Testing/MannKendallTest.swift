/// Kendall's test of whether a series rises or falls, whatever the shape, with Sen's slope.
///
/// Mann 1945 (doi:10.2307/1907187), Kendall 1975 (Rank Correlation Methods), Sen 1968
/// (doi:10.1080/01621459.1968.10480934). The p-value is by the normal approximation with correction for continuity and
/// for ties; rough below ten points.
public struct MannKendallTest: Sendable, Equatable {
  /// Pairs that rise less pairs that fall.
  public let statistic: Int
  /// The variance of `statistic` where there is no trend, corrected for ties.
  public let variance: Double
  /// (S ∓ 1)/√variance; 0 where S is 0.
  public let z: Double
  /// The two-sided p-value of "no trend".
  public let pValue: Double
  /// Sen's slope: the median of the slopes between all pairs.
  public let slope: Double

  /// A test of values at rising times, or nil for fewer than two values.
  ///
  /// - Precondition: the lists have one length and `times` rise.
  public init?(of values: [Double], at times: [Double]) {
    precondition(values.count == times.count, "Lengths differ.")
    precondition(zip(times, times.dropFirst()).allSatisfy { $0 < $1 }, "Times must rise.")
    guard values.count >= 2 else { return nil }
    var (sum, slopes) = (0, [Double]())
    for later in values.indices.dropFirst() {
      for earlier in 0..<later {
        let rise = values[later] - values[earlier]
        sum += rise > 0 ? 1 : (rise < 0 ? -1 : 0)
        slopes.append(rise / (times[later] - times[earlier]))
      }
    }
    let spread = MannKendallTest.variance(values)
    statistic = sum
    variance = spread
    z = sum == 0 || spread == 0 ? 0 : Double(sum - sum.signum()) / spread.squareRoot()
    pValue = NormalDistribution.standard.twoSided(z)
    slope = MannKendallTest.median(slopes)
  }

  /// (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over groups of t equal values.
  private static func variance(_ values: [Double]) -> Double {
    func term(_ count: Int) -> Int { count * (count - 1) * (2 * count + 5) }
    let ties = Dictionary(grouping: values) { $0 }.values.reduce(0) { $0 + term($1.count) }
    return Double(term(values.count) - ties) / 18
  }

  private static func median(_ list: [Double]) -> Double {
    let sorted = list.sorted()
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
