public import SurveyModel

extension ModelAnalysis {
  /// The results of a method.
  ///
  /// - Throws: as `DriverAnalysis`, and as the method's own analysis says.
  public init(
    _ method: ModelMethod, of survey: Survey, _ table: ResponseTable, options: ModelOptions = ModelOptions()
  ) throws(AnalysisError) {
    switch method {
    case .logit: self = .logistic(try LogisticAnalysis(of: survey, table, options: options))
    case .logisticShapley, .logisticRelativeWeights, .ordinalShapley, .ordinalRelativeWeights:
      guard let shared = ModelShareMethod(rawValue: method.rawValue) else {
        preconditionFailure("Every method of shares has the same name as its model method.")
      }
      self = .shares(try ModelShareAnalysis(of: survey, table, method: shared, options: options))
    case .linear: self = .linear(try LinearModelAnalysis(of: survey, table, options: options.linear))
    case .ordinal: self = .ordinal(try OrdinalAnalysis(of: survey, table, options: options))
    case .multinomial: self = .multinomial(try MultinomialAnalysis(of: survey, table, options: options))
    case .penaltyReward:
      let linear = options.linear
      self = .penaltyReward(
        try PenaltyRewardAnalysis(
          of: survey, table,
          options: PenaltyRewardOptions(
            missing: linear.missing, confidence: linear.confidence, replicates: linear.replicates,
            seed: linear.seed)))
    case .necessaryCondition:
      self = .necessaryCondition(try NecessaryConditionTable(of: survey, table, options: options.linear))
    case .commonality: self = .commonality(try CommonalityTable(of: survey, table, options: options.linear))
    }
  }
}
