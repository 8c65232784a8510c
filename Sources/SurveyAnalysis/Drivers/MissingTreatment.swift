/// What is done about respondents who left a driver unanswered.
public enum MissingTreatment: String, Sendable, CaseIterable {
  /// Maximum-likelihood covariance by the EM algorithm; the default.
  case expectationMaximization = "em"
  /// Only respondents who answered everything.
  case completeCases = "complete"
  /// Each covariance from all who answered both questions.
  case pairwise
}
