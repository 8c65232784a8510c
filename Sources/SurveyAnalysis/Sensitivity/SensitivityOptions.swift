/// What a sensitivity panel tries.
public struct SensitivityOptions: Sendable, Equatable {
  /// The most sub-models times respondents for which the logistic choices are made.
  public var mostLogisticWork: Int

  /// Options; by default the logistic choices take some seconds at most, such as 10 drivers and 20,000 respondents.
  ///
  /// - Precondition: `mostLogisticWork` is not negative.
  public init(mostLogisticWork: Int = 20_480_000) {
    precondition(mostLogisticWork >= 0, "A limit is not negative.")
    self.mostLogisticWork = mostLogisticWork
  }
}
