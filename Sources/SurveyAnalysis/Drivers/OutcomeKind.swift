/// What a ranking explains.
public enum OutcomeKind: String, Sendable, CaseIterable {
  /// The answer from 0 to 10.
  case score
  /// Whether the respondent is a promoter (9–10): what makes fans.
  case promoter
  /// Whether the respondent is a detractor (0–6): what keeps detractors away.
  case detractor
}
