/// One reasonable way to rank the drivers.
public enum SensitivityChoice: String, Sendable, CaseIterable {
  /// Exact Shapley shares of R², missing ratings by maximum likelihood: the ranking that is reported.
  case shapley
  /// Johnson's relative weights instead.
  case relativeWeights
  /// Squared CAR scores instead: correlations with the score after the overlap is taken out of all drivers alike.
  ///
  /// A driver with a negative score counts as 0.
  case car
  /// Respondents who rated every driver only.
  case completeCases
  /// Each covariance from all who answered both questions.
  case pairwise
  /// Missing ratings filled in five times by chained equations, the shares of the five covariances averaged.
  case multipleImputation
  /// Without respondents who gave the same answer to everything.
  case withoutStraightLining
  /// Without all who look careless: straight-lined, repeated, or with an improbable combination of ratings.
  case withoutCareless
  /// Without respondents with a Cook's distance above 4/n, among those who rated every driver.
  case withoutInfluential
  /// Each rating less the respondent's mean rating, so that a general mood of rating high or low cannot count.
  ///
  /// Complete cases. What is left says which driver is rated better or worse than a respondent's others; one that goes
  /// against the outcome counts as 0, because it only says that the others matter more.
  case personCentred
  /// Shapley shares of McFadden's R² in a logistic regression of being a promoter; complete cases.
  ///
  /// Where all sub-models would take too long, logistic relative weights stand in, here and in the next two.
  case promoterLogit
  /// The same for being a detractor.
  case detractorLogit
  /// Shapley shares of McFadden's R² in a cumulative logit of detractors, passives and promoters; complete cases.
  case ordinalLogit

  /// The ranking of all respondents, and the choices that differ from it only in who counts or in their mood.
  public static let ofRespondents: [SensitivityChoice] = [
    .shapley, .withoutStraightLining, .withoutCareless, .withoutInfluential, .personCentred,
  ]
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
