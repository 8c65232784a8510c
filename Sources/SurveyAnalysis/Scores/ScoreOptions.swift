public import Statistics

/// How p-values of comparisons made together are adjusted.
public enum MultipleTesting: String, Sendable, CaseIterable {
  /// Holm 1979: the chance of even one false alarm stays at 5 %.
  case holm
  /// Benjamini & Hochberg 1995: at most 5 % of the alarms are false.
  case benjaminiHochberg = "benjamini-hochberg"
  /// No adjustment.
  case none

  /// The adjusted p-values, in the order given.
  func adjusted(_ pValues: [Double]) -> [Double] {
    switch self {
    case .holm: PValueAdjustment.holm.adjusted(pValues)
    case .benjaminiHochberg: PValueAdjustment.benjaminiHochberg.adjusted(pValues)
    case .none: pValues
    }
  }
}

/// What can be chosen about scores and their comparisons.
public struct ScoreOptions: Sendable, Equatable {
  /// The confidence of all intervals and verdicts, between 0 and 1.
  public var confidence: Double
  /// How the p-values of comparisons made together are adjusted.
  public var adjustment: MultipleTesting
  /// How intervals are made.
  public var interval: NetShareInterval
  /// Whether an outcome on a scale without promoters is counted by its highest and lowest answers, not refused.
  ///
  /// `ScoreAnalysis.groups.isNetPromoter` is then false.
  public var acceptsAnyScale: Bool

  /// Options; 95 %, Holm and adjusted Wald unless given.
  ///
  /// - Precondition: `confidence` lies between 0 and 1.
  public init(
    confidence: Double = 0.95, adjustment: MultipleTesting = .holm,
    interval: NetShareInterval = .adjustedWald, acceptsAnyScale: Bool = false
  ) {
    precondition(confidence > 0 && confidence < 1, "A confidence lies between 0 and 1.")
    self.confidence = confidence
    self.adjustment = adjustment
    self.interval = interval
    self.acceptsAnyScale = acceptsAnyScale
  }
}
