/// The score in one period.
public struct PeriodScore: Sendable, Equatable {
  /// The period's name: a wave, or as in `Period`.
  public let period: String
  /// What it rests on.
  public let base: Base
  /// The score, or nil where it is withheld or nobody answered.
  public let score: NetPromoterScore?
  /// Why the score is withheld; nil where it is shown or nobody answered.
  public let withheld: Withholding?
  /// The change since the period before; nil for the first one and where either score is withheld.
  public let change: ScoreDifference?
  /// Whether periods without a response of this group lie between this one and the one before: the line is not to be
  /// drawn on.
  public let followsGap: Bool
}

/// The periods of one group of respondents.
public struct SegmentTrend: Sendable, Equatable {
  /// The segment's id.
  public let segment: String
  /// The stored code of the group.
  public let value: String
  /// Its periods, in order; those without a response of the group are left out.
  public let periods: [PeriodScore]
}
