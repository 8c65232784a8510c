/// What a sensitivity panel tries.
public struct SensitivityOptions: Sendable, Equatable {
  /// The choices, in this order; the first is the reported ranking whatever is given.
  public var choices: [SensitivityChoice]
  /// The most sub-models times respondents for which the logistic choices are made; the ordinal one takes a quarter.
  public var mostLogisticWork: Int
  /// The most missing ratings times drivers for which ratings are filled in.
  public var mostImputationWork: Int

  /// Options; by default each choice takes some seconds at most, such as the logistic ones of 10 drivers and 20,000
  /// respondents.
  ///
  /// - Precondition: limits are not negative.
  public init(
    choices: [SensitivityChoice] = SensitivityChoice.allCases, mostLogisticWork: Int = 20_480_000,
    mostImputationWork: Int = 1_000_000
  ) {
    precondition(mostLogisticWork >= 0 && mostImputationWork >= 0, "A limit is not negative.")
    self.choices = [.shapley] + choices.filter { $0 != .shapley }
    self.mostLogisticWork = mostLogisticWork
    self.mostImputationWork = mostImputationWork
  }
}
