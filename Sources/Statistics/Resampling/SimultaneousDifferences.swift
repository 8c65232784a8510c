/// Differences between all pairs of some estimates, with intervals that hold all true differences at once.
///
/// The critical value is the quantile of the largest |difference − estimate|/SE over all pairs, from joint draws of the
/// estimates: resamples, or a joint normal distribution (max-t; Westfall & Young 1993; Hothorn, Bretz & Westfall 2008,
/// doi:10.1002/bimj.200810425). It uses how the estimates vary together, so it is narrower than Bonferroni's.
public struct SimultaneousDifferences: Sendable, Equatable {
  /// One pair.
  public struct Difference: Sendable, Equatable {
    /// The estimate from which the other is taken.
    public let first: Int
    /// The estimate that is taken from it.
    public let second: Int
    /// The first less the second.
    public let estimate: Double
    /// The standard deviation of the difference over the draws.
    public let standardError: Double
    /// The simultaneous interval.
    public let interval: ClosedRange<Double>
    /// The p-value of "no difference", adjusted for all pairs: how often the largest |t| of a draw is at least this pair's,
    /// the sample itself counted.
    public let adjustedPValue: Double
  }

  /// All pairs, each once: first by the place of `first`, then of `second`.
  public let differences: [Difference]
  /// By how many standard errors the intervals reach out; nil where no difference varies.
  public let criticalValue: Double?

  /// The differences of estimates, with joint draws around them.
  ///
  /// A pair that does not vary over the draws, as of copies of one driver, has an interval of no width.
  ///
  /// - Parameter draws: Per draw the estimates in the same order; for `BootstrapInterval` and this alike, the draws vary
  ///   around the estimates as these do around the truth.
  /// - Precondition: there are at least two draws, each with a number per estimate.
  public init(of estimates: [Double], draws: [[Double]], confidence: Double = 0.95) {
    precondition(draws.count > 1, "A spread needs at least two draws.")
    precondition(draws.allSatisfy { $0.count == estimates.count }, "A draw has a number per estimate.")
    let pairs = estimates.indices.flatMap { first in
      (first + 1..<max(first + 1, estimates.count)).map { (first, $0) }
    }
    let errors = pairs.map { first, second in
      BootstrapInterval.standardError(draws.map { $0[first] - $0[second] })
    }
    let centre = pairs.map { first, second in estimates[first] - estimates[second] }
    let varying = pairs.indices.filter { errors[$0] > 1e-12 }
    let largest = draws.map { draw in
      varying.reduce(0.0) { most, pair in
        let (first, second) = pairs[pair]
        return max(most, (draw[first] - draw[second] - centre[pair]).magnitude / errors[pair])
      }
    }.sorted()
    let critical = varying.isEmpty ? nil : Quantile.ofSorted(largest, at: confidence)
    criticalValue = critical
    differences = pairs.indices.map { pair in
      let half = errors[pair] > 1e-12 ? (critical ?? 0) * errors[pair] : 0
      let isEqual = centre[pair].magnitude <= 1e-12
      let distance = half > 0 ? centre[pair].magnitude / errors[pair] : isEqual ? 0 : Double.infinity
      let beyond = largest.count { $0 >= distance }
      return Difference(
        first: pairs[pair].0, second: pairs[pair].1, estimate: centre[pair], standardError: errors[pair],
        interval: centre[pair] - half...centre[pair] + half,
        adjustedPValue: Double(beyond + 1) / Double(largest.count + 1))
    }
  }

  /// The differences of estimates that are jointly normal, such as those of `DeltaMethod`.
  ///
  /// - Parameter draws: How many draws of the normal distribution give the critical value.
  public init(
    of delta: DeltaMethod, _ statistics: Range<Int>, confidence: Double = 0.95, draws: Int = 10_000,
    seed: UInt64 = 1
  ) {
    let drawn = delta.draws(draws, of: statistics, seed: seed)
    self.init(
      of: Array(delta.estimates[statistics]), draws: (0..<draws).map { drawn.row($0) }, confidence: confidence
    )
  }
}
