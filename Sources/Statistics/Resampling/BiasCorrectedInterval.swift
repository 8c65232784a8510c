extension BootstrapInterval {
  /// What a bias-corrected interval corrects for.
  public struct Correction: Sendable, Equatable {
    /// How far the replicates' median lies from the estimate, in standard deviations of a normal distribution.
    public let bias: Double
    /// How fast the standard error changes with the true value.
    public let acceleration: Double
  }

  /// The bias of replicates and the acceleration by the jackknife (Efron 1987,
  /// doi:10.1080/01621459.1987.10478410).
  ///
  /// The bias is the normal quantile of the share of replicates below the estimate; where none or all lie below it,
  /// half a replicate is counted on the empty side, so that it stays finite.
  public static func correction(
    _ replicates: [Double], estimate: Double, jackknife: [Double]
  ) -> Correction {
    correction(replicates, estimate: estimate, acceleration: acceleration(jackknife: jackknife))
  }

  /// The bias of replicates beside an acceleration that is known, as from influences (`DeltaMethod.accelerations`).
  public static func correction(
    _ replicates: [Double], estimate: Double, acceleration: Double
  ) -> Correction {
    let count = Double(replicates.count)
    let below = Double(replicates.reduce(0) { $0 + ($1 < estimate ? 1 : 0) })
    let share = min(max(below / count, 0.5 / count), 1 - 0.5 / count)
    return Correction(bias: NormalDistribution.standard.quantile(share), acceleration: acceleration)
  }

  /// The skewness that the estimates without each observation (or group) show, over 6; 0 where they are all alike.
  public static func acceleration(jackknife: [Double]) -> Double {
    guard !jackknife.isEmpty else { return 0 }
    let mean = jackknife.reduce(0, +) / Double(jackknife.count)
    var (squares, cubes) = (0.0, 0.0)
    for value in jackknife {
      let deviation = mean - value
      squares += deviation * deviation
      cubes += deviation * deviation * deviation
    }
    return squares > 0 ? cubes / (6 * squares * squares.squareRoot()) : 0
  }

  /// The bias-corrected and accelerated interval (BCa).
  public static func biasCorrected(
    _ replicates: [Double], _ correction: Correction, confidence: Double = 0.95
  ) -> ClosedRange<Double> {
    let sorted = replicates.sorted()
    let normal = NormalDistribution.standard
    func bound(_ probability: Double) -> Double {
      let moved = correction.bias + normal.quantile(probability)
      let place = correction.bias + moved / (1 - correction.acceleration * moved)
      return Quantile.ofSorted(sorted, at: normal.cumulative(place))
    }
    let tail = (1 - confidence) / 2
    let (lower, upper) = (bound(tail), bound(1 - tail))
    return min(lower, upper)...max(lower, upper)
  }
}
