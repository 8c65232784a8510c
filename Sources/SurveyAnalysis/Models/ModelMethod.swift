/// A method whose results have a shape of their own: models of the groups, asymmetry, and what drivers share.
public enum ModelMethod: String, Sendable, CaseIterable {
  /// The linear model behind the shares, under every treatment of missing answers.
  case linear
  /// Binary logistic regression of one group against others.
  case logit
  /// Exact Shapley shares of the logit's pseudo-R².
  case logisticShapley = "logistic-shapley"
  /// Relative weights for a binary outcome.
  case logisticRelativeWeights = "logistic-relative-weights"
  /// Cumulative logit, with tests of proportional odds.
  case ordinal
  /// Exact Shapley shares of the cumulative logit's pseudo-R².
  case ordinalShapley = "ordinal-shapley"
  /// Relative weights for an ordered outcome.
  case ordinalRelativeWeights = "ordinal-relative-weights"
  /// Multinomial logit of the three groups.
  case multinomial
  /// What low ratings cost and high ratings earn.
  case penaltyReward = "penalty-reward"
  /// Whether a driver is necessary for a high score.
  case necessaryCondition = "necessary-condition"
  /// What each driver explains alone and together with others.
  case commonality
}

/// Which groups a binary model tells apart.
public enum GroupContrast: String, Sendable, CaseIterable {
  /// Promoters from all others.
  case promoterRest = "promoter-rest"
  /// Detractors from all others.
  case detractorRest = "detractor-rest"
  /// Promoters from detractors; passives are left out.
  case promoterDetractor = "promoter-detractor"
}

/// The ordered levels an ordinal model explains.
public enum OutcomeLevels: String, Sendable, CaseIterable {
  /// Detractors (−1), passives (0) and promoters (1).
  case groups
  /// Every answer of the scale.
  case answers
}

/// What a model explains, and how its intervals are made.
public struct ModelOptions: Sendable, Equatable {
  /// The groups a binary model tells apart.
  public var contrast: GroupContrast
  /// The levels of an ordinal model.
  public var levels: OutcomeLevels
  /// What commonality explains, and how missing ratings are treated by linear methods; likelihood models use complete
  /// cases.
  public var linear: DriverOptions

  /// The confidence of all intervals.
  public var confidence: Double { linear.confidence }

  /// Options; promoters against the rest, and the three groups, unless given.
  public init(
    contrast: GroupContrast = .promoterRest, levels: OutcomeLevels = .groups,
    linear: DriverOptions = DriverOptions()
  ) {
    (self.contrast, self.levels, self.linear) = (contrast, levels, linear)
  }
}

/// What a model of any kind found.
public enum ModelAnalysis: Sendable, Equatable {
  /// The linear model.
  case linear(LinearModelAnalysis)
  /// A binary logit.
  case logistic(LogisticAnalysis)
  /// Shares of a binary or ordinal model's explanation.
  case shares(ModelShareAnalysis)
  /// A cumulative logit.
  case ordinal(OrdinalAnalysis)
  /// A multinomial logit.
  case multinomial(MultinomialAnalysis)
  /// Penalties and rewards.
  case penaltyReward(PenaltyRewardAnalysis)
  /// Necessary conditions.
  case necessaryCondition(NecessaryConditionTable)
  /// Commonalities.
  case commonality(CommonalityTable)
  /// A published matrix.
  case matrix(MatrixAnalysis)
  /// Themes, or drivers beside covariates.
  case themes(ThemeAnalysis)
}
