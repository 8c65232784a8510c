/// What a ranking explains.
public enum OutcomeKind: String, Sendable, CaseIterable {
  /// The answer from 0 to 10.
  case score
  /// Whether the respondent is a promoter (9–10): what makes fans.
  case promoter
  /// Whether the respondent is a detractor (0–6): what keeps detractors away.
  case detractor
}

/// How importance is shared among drivers.
public enum DriverMethod: String, Sendable, CaseIterable {
  /// Exact Shapley value of R² (LMG, general dominance); the default.
  case shapley
  /// Johnson's relative weights.
  case relativeWeights = "relative-weights"
}

/// What is done about respondents who left a driver unanswered.
public enum MissingTreatment: String, Sendable, CaseIterable {
  /// Maximum-likelihood covariance by the EM algorithm; the default.
  case expectationMaximization = "em"
  /// Only respondents who answered everything.
  case completeCases = "complete"
  /// Each covariance from all who answered both questions.
  case pairwise
}

/// One driver's place in the ranking.
public struct RankedDriver: Sendable, Equatable {
  /// The driver's id.
  public let id: String
  /// The share of what the model explains of the outcome, 0…1; the shares of all ranked drivers sum to 1.
  public let importance: Double
  /// The interval of `importance`; nil where no intervals were asked for or the base is too small.
  public let interval: ClosedRange<Double>?
  /// The place, 1 for the most important.
  public let rank: Int
  /// The places it may as well have; nil without intervals.
  public let rankInterval: ClosedRange<Int>?
  /// How often it is among the first three in the bootstrap, 0…1; nil without intervals.
  public let probabilityTop3: Double?
  /// The share of what is explained of being a promoter, 0…1, and its interval.
  public let promoterImportance: Double?
  /// The interval of `promoterImportance`.
  public let promoterInterval: ClosedRange<Double>?
  /// The share of what is explained of being a detractor, 0…1.
  public let detractorImportance: Double?
  /// The interval of `detractorImportance`.
  public let detractorInterval: ClosedRange<Double>?
  /// The importance by the other method, 0…1: relative weights beside Shapley and the reverse.
  public let otherImportance: Double
  /// Pearson's correlation with the outcome, −1…1.
  public let correlation: Double
  /// Points of outcome per point of rating, all other drivers alike; nil where it cannot be told apart.
  public let coefficient: Double?
  /// The heteroscedasticity-consistent standard error (HC3) of `coefficient`.
  public let coefficientStandardError: Double?
  /// The coefficient in standard deviations.
  public let standardizedCoefficient: Double?
  /// The weighted mean rating on the driver's own scale, high is good.
  public let performance: Double
  /// The interval of `performance`.
  public let performanceInterval: ClosedRange<Double>
  /// How many respondents with a valid outcome rated it.
  public let answered: Int
}

/// Something about the drivers that a reader of the ranking must know.
public enum DriverFinding: Sendable, Equatable {
  /// Left out: every rating is the same.
  case constant(driver: String)
  /// Left out: nobody rated it.
  case unanswered(driver: String)
  /// Ranked, but its ratings equal another driver's, so the two share one importance.
  case duplicate(driver: String, of: String)
  /// Ranked, but it follows exactly from the other drivers, so it has no coefficient of its own.
  case collinear(driver: String)
  /// Goes against the outcome: a better rating goes with a lower score. The scale may be reversed.
  case reversed(driver: String, correlation: Double)
  /// Complete cases would keep fewer than half of the respondents.
  case fewCompleteCases(complete: Int, of: Int)
  /// The base is small for this many drivers (Green 1991: 50 + 8p).
  case smallBase(size: Int, advised: Int)
  /// The EM iteration or the pairwise covariance needed help; the text of the report says which.
  case unstableCovariance
}

/// A group of consecutive ranks whose order the data cannot tell.
public struct RankTie: Sendable, Equatable {
  /// The first and the last rank of the group; it spans at least two.
  public let ranks: ClosedRange<Int>
}

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

/// How intervals of importance are made.
public enum IntervalMethod: Sendable, Equatable {
  /// Resampling respondents, with a seed.
  case bootstrap(replicates: Int, seed: UInt64)
  /// The delta method on the covariance matrix, with draws of the joint normal for the ranks.
  case delta(draws: Int, seed: UInt64)
}
