/// How penalties and rewards are estimated.
public struct PenaltyRewardOptions: Sendable, Equatable {
  /// The cuts of all drivers; nil for the usual ones of each driver's scale.
  public var cuts: RatingCuts?
  /// How far the asymmetry index may be from zero for a driver to count as symmetric.
  public var band: Double
  /// What is done about missing ratings; pairwise counts as maximum likelihood.
  public var missing: MissingTreatment
  /// The confidence of all intervals, between 0 and 1.
  public var confidence: Double
  /// How many resamples give the intervals and the probabilities of the classes.
  public var replicates: Int
  /// The seed of the random streams.
  public var seed: UInt64

  /// Options; usual cuts, a band of 0.1 (Mikulić & Prebežac 2008), 95 % and 1,000 resamples unless given.
  ///
  /// - Precondition: `band` lies from 0 to below 1, `confidence` between 0 and 1, and there is a replicate.
  public init(
    cuts: RatingCuts? = nil, band: Double = 0.1, missing: MissingTreatment = .expectationMaximization,
    confidence: Double = 0.95, replicates: Int = 1000, seed: UInt64 = 1
  ) {
    precondition(band >= 0 && band < 1, "The band of symmetry lies from 0 to below 1.")
    precondition(confidence > 0 && confidence < 1, "A confidence lies between 0 and 1.")
    precondition(replicates > 0, "A bootstrap needs at least one replicate.")
    self.cuts = cuts
    self.band = band
    self.missing = missing
    self.confidence = confidence
    self.replicates = replicates
    self.seed = seed
  }
}
