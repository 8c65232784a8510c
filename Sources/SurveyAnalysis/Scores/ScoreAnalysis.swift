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
  /// Whether the adjusted p-value lies below 1 − confidence and neither base is low.
  public let isSignificant: Bool
}

/// The score of one group of respondents.
public struct SegmentScore: Sendable, Equatable {
  /// The segment's id.
  public let segment: String
  /// The stored code of the group.
  public let value: String
  /// What it rests on; also there where the score is withheld.
  public let base: Base
  /// The score, or nil where the base is under 5.
  public let score: NetPromoterScore?
  /// The group against all other respondents with a value of this segment; nil where either side is withheld.
  public let againstRest: ScoreDifference?
}

/// The score of one wave.
public struct WaveScore: Sendable, Equatable {
  /// The wave's name.
  public let wave: String
  /// What it rests on.
  public let base: Base
  /// The score, or nil where the base is under 5.
  public let score: NetPromoterScore?
}

/// The net promoter score in total, per segment and per wave.
public struct ScoreAnalysis: Sendable, Equatable {
  /// All responses looked at, pooled; nil where fewer than 5 have a valid answer.
  public let total: NetPromoterScore?
  /// What the total rests on.
  public let base: Base
  /// The groups of every segment asked for, segment after segment, in the order of `survey.yaml`.
  public let segments: [SegmentScore]
  /// The waves in order; empty where the survey has none.
  public let waves: [WaveScore]
  /// The confidence of all intervals.
  public let confidence: Double
}
