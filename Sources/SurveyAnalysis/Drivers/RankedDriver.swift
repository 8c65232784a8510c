/// One driver's place in the ranking.
public struct RankedDriver: Sendable, Equatable {
  /// The driver's id.
  public let id: String
  /// The share of what the model explains of the outcome, 0…1; the shares of all ranked drivers sum to 1.
  public let importance: Double
  /// The standard error that random orders of the drivers leave in `importance`; nil where it is exact.
  public internal(set) var samplingError: Double?
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
  ///
  /// Where ratings are missing and complete cases were not asked for, it is the standard deviation over the resamples, and
  /// nil without them.
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
