/// Drivers ranked by how much they explain of the outcome.
public struct DriverAnalysis: Sendable, Equatable {
  /// What is explained.
  public let outcome: OutcomeKind
  /// How importance is shared.
  public let method: DriverMethod
  /// What was done about missing ratings.
  public let missing: MissingTreatment
  /// The share of the outcome's variance that the drivers explain together, 0…1.
  public let rSquared: Double
  /// The same for being a promoter; nil where nobody or everybody is one.
  public let promoterRSquared: Double?
  /// The same for being a detractor; nil where nobody or everybody is one.
  public let detractorRSquared: Double?
  /// Respondents with a valid outcome and at least one rated driver.
  public let base: Base
  /// How many of them rated every driver.
  public let completeCases: Int
  /// The drivers, most important first.
  public let drivers: [RankedDriver]
  /// Groups of ranks that cannot be told apart; they may overlap.
  public let ties: [RankTie]
  /// What a reader must know.
  public let findings: [DriverFinding]
  /// The confidence of all intervals.
  public let confidence: Double
  /// How the intervals were made; nil without intervals.
  public let intervals: IntervalMethod?
}
