/// The stretches of time a trend is told in.
public enum Period: String, Sendable, CaseIterable {
  /// The survey's waves.
  case wave
  /// Weeks by ISO 8601, `2026-W47`.
  case week
  /// Months, `2026-11`.
  case month
  /// Quarters, `2026-Q4`.
  case quarter
  /// Years, `2026`.
  case year
}

/// The score in one period.
public struct PeriodScore: Sendable, Equatable {
  /// The period's name: a wave, or as in `Period`.
  public let period: String
  /// What it rests on.
  public let base: Base
  /// The score, or nil where the base is under 5.
  public let score: NetPromoterScore?
  /// The change since the period before; nil for the first one and where either score is withheld.
  public let change: ScoreDifference?
  /// Whether the period before is missing from the data (no responses at all): the line is not to be drawn on.
  public let followsGap: Bool
}

/// The periods of one group of respondents.
public struct SegmentTrend: Sendable, Equatable {
  /// The segment's id.
  public let segment: String
  /// The stored code of the group.
  public let value: String
  /// Its periods, in order.
  public let periods: [PeriodScore]
}

/// How p-values of comparisons made together are adjusted.
public enum MultipleTesting: String, Sendable, CaseIterable {
  /// Holm 1979: the chance of even one false alarm stays at 5 %.
  case holm
  /// Benjamini & Hochberg 1995: at most 5 % of the alarms are false.
  case benjaminiHochberg = "benjamini-hochberg"
  /// No adjustment.
  case none
}

/// The net promoter score over time.
public struct TrendAnalysis: Sendable, Equatable {
  /// What a period is.
  public let period: Period
  /// The periods of all respondents, in order.
  public let periods: [PeriodScore]
  /// The periods of each group of the segments asked for.
  public let segments: [SegmentTrend]
  /// How the p-values across segments were adjusted.
  public let adjustment: MultipleTesting
  /// The confidence of all intervals.
  public let confidence: Double
}
