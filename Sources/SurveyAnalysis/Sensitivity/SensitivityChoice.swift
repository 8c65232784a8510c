/// One reasonable way to rank the drivers.
public enum SensitivityChoice: String, Sendable, CaseIterable {
  /// Exact Shapley shares of R², missing ratings by maximum likelihood: the ranking that is reported.
  case shapley
  /// Johnson's relative weights instead.
  case relativeWeights
  /// Respondents who rated every driver only.
  case completeCases
  /// Each covariance from all who answered both questions.
  case pairwise
  /// Without respondents who gave the same answer to everything.
  case withoutStraightLining
  /// Each rating less the respondent's mean rating, so that a general mood of rating high or low cannot count.
  ///
  /// Complete cases. What is left says which driver is rated better or worse than a respondent's others; one that goes
  /// against the outcome counts as 0, because it only says that the others matter more.
  case personCentred
  /// Shapley shares of McFadden's R² in a logistic regression of being a promoter; complete cases.
  case promoterLogit
  /// The same for being a detractor.
  case detractorLogit
}

/// Why a way to rank was left out of the panel.
public enum SensitivityOmission: Sendable, Equatable {
  /// It would be the same as another one, as where nothing is missing or nobody answers alike.
  case same
  /// Too few respondents would be left.
  case tooFewRespondents
  /// The outcome has no promoters or detractors, or nobody is one.
  case noGroups
  /// It would take too long for this many respondents and drivers.
  case tooLarge
}
