/// What is to be ranked, and how.
public struct DriverOptions: Sendable, Equatable {
  /// How intervals are to be made.
  public enum Intervals: Sendable, Equatable {
    /// None.
    case none
    /// By the bootstrap up to 20,000 respondents, by the delta method above.
    case automatic
    /// By resampling respondents.
    case bootstrap
    /// By the delta method on the covariance matrix; with pairwise covariances, and where drivers follow from each
    /// other, by resampling.
    case delta
  }

  /// What the ranking explains.
  public var outcome: OutcomeKind
  /// How importance is shared.
  public var method: DriverMethod
  /// What is done about missing ratings.
  public var missing: MissingTreatment
  /// How intervals are made.
  public var intervals: Intervals
  /// How intervals of shares are read off resamples.
  public var replicateInterval: ReplicateInterval
  /// The confidence of all intervals, between 0 and 1.
  public var confidence: Double
  /// How many resamples the bootstrap draws; `automatic` may draw fewer, and the analysis says how many.
  public var replicates: Int
  /// The seed of the random streams.
  public var seed: UInt64

  /// The most respondents for whom `automatic` intervals are made by resampling.
  ///
  /// Up to here a thousand resamples take seconds at most and need no large-sample argument; above, the delta method
  /// takes one more pass and the two agree, also where ratings are missing. With pairwise covariances a part of the
  /// respondents is resampled and the spread scaled by the root of the ratio, which rests on the same large-sample
  /// argument.
  public static let mostResampled = 20_000

  /// The most drivers of which resamples have exact shares; beyond, all have the same few hundred orders of the drivers.
  public static let mostResampledDrivers = 25

  /// The standard error that random orders of the drivers may leave in a share, as a part of what is explained.
  static let orderPrecision = 0.0003

  /// How many orders are drawn for it at most, about a second's work.
  static func mostOrders(of drivers: Int) -> Int {
    max(4_096, 6_000_000_000 / (drivers * drivers * drivers))
  }

  /// Options; the defaults are what a report shows.
  ///
  /// - Precondition: `confidence` lies between 0 and 1, and there is at least one replicate.
  public init(
    outcome: OutcomeKind = .score, method: DriverMethod = .shapley,
    missing: MissingTreatment = .expectationMaximization, intervals: Intervals = .automatic,
    replicateInterval: ReplicateInterval = .percentile, confidence: Double = 0.95, replicates: Int = 1000,
    seed: UInt64 = 1
  ) {
    precondition(confidence > 0 && confidence < 1, "A confidence lies between 0 and 1.")
    precondition(replicates > 0, "A bootstrap needs at least one replicate.")
    self.outcome = outcome
    self.method = method
    self.missing = missing
    self.intervals = intervals
    self.replicateInterval = replicateInterval
    self.confidence = confidence
    self.replicates = replicates
    self.seed = seed
  }
}
