internal import Statistics
public import SurveyModel

/// What each driver explains by itself, and what drivers explain in common.
public struct CommonalityTable: Sendable, Equatable {
  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// What it explains and no other driver does.
    public let unique: Double
    /// The interval of `unique`; nil without resamples.
    public let uniqueInterval: ClosedRange<Double>?
    /// What it explains in common with others: its squared correlation less `unique`; negative under suppression.
    public let common: Double
    /// The interval of `common`; nil without resamples.
    public let commonInterval: ClosedRange<Double>?

    /// What it explains alone: its squared correlation.
    public var total: Double { unique + common }
  }

  /// What a set of drivers explains in common and no other driver does.
  public struct Part: Sendable, Equatable {
    /// The ids, in the survey's order.
    public let drivers: [String]
    /// The part of the outcome's variance; negative where a driver suppresses another.
    public let value: Double
  }

  /// The drivers, largest unique part first.
  public let drivers: [Driver]
  /// The parts that drivers share, two and more, largest magnitude first; at most `mostParts`.
  public let parts: [Part]
  /// What is explained.
  public let outcome: OutcomeKind
  /// The share of the outcome's variance that the drivers explain together, 0…1: the sum of all parts.
  public let rSquared: Double
  /// Respondents with a valid outcome, a positive weight and at least one rated driver.
  public let base: Base
  /// The confidence of all intervals.
  public let confidence: Double
  /// How the intervals were made; nil without intervals.
  public let intervals: IntervalMethod?

  /// The most drivers: there are 2ᵖ − 1 parts.
  public static let mostDrivers = 20
  /// The most parts that are kept.
  public static let mostParts = 50

  /// The commonalities of a survey's drivers.
  ///
  /// - Throws: as `DriverAnalysis`; `tooManyDrivers` beyond 20.
  public init(
    of survey: Survey, _ table: ResponseTable, options: DriverOptions = DriverOptions()
  ) throws(AnalysisError) {
    let data = try DriverData(of: survey, table, options: options)
    guard data.count <= CommonalityTable.mostDrivers else {
      throw .tooManyDrivers(have: data.count, most: CommonalityTable.mostDrivers)
    }
    let model = try DriverModel(data, options.missing)
    guard let column = data.column(of: options.outcome),
      let models = CommonalityTable.models(column, model.covariance, data.count)
    else {
      throw .constantOutcome(value: Int(data.columns.columns[data.count][0]))
    }
    let (ids, count) = (data.drivers.map(\.id), data.count)
    let last = MeasureValues(.last, of: column, in: model.covariance, drivers: count).values
    let common = CommonalityTable.common(column, model.covariance, count)
    let unique = MeasureUncertainty(.last, of: column, model, options)
    let uncertainty = MeasureUncertainty(count, of: model, options, replicates: options.replicates) {
      CommonalityTable.common(column, $0, count)
    }
    drivers = RankDraws.order(last).map { driver in
      Driver(
        id: ids[driver], unique: last[driver], uniqueInterval: unique?.intervals[driver],
        common: common[driver], commonInterval: uncertainty?.intervals[driver])
    }
    parts = CommonalityTable.parts(of: models, ids)
    (outcome, rSquared, base) = (options.outcome, models.values[models.values.count - 1], data.base)
    (confidence, intervals) = (options.confidence, uncertainty?.method)
  }

  /// What each driver explains in common with others.
  private static func common(_ outcome: Int, _ covariance: Covariance, _ drivers: Int) -> [Double] {
    let last = MeasureValues(.last, of: outcome, in: covariance, drivers: drivers)
    let first = MeasureValues(.first, of: outcome, in: covariance, drivers: drivers)
    guard last.isDefined, first.isDefined else { return [Double](repeating: 0, count: drivers) }
    return zip(first.values, last.values).map { $0 - $1 }
  }

  private static func models(_ outcome: Int, _ covariance: Covariance, _ drivers: Int) -> SubsetRSquared? {
    do { return try SubsetRSquared(of: outcome, in: covariance, drivers: Array(0..<drivers)) } catch {
      return nil
    }
  }

  private static func parts(of models: SubsetRSquared, _ ids: [String]) -> [Part] {
    let parts = CommonalityAnalysis(models).parts
    let shared = parts.indices.filter { $0.nonzeroBitCount > 1 }
    let order = shared.sorted { (-parts[$0].magnitude, $0) < (-parts[$1].magnitude, $1) }
    return order.prefix(mostParts).map { mask in
      Part(drivers: ids.indices.filter { mask >> $0 & 1 == 1 }.map { ids[$0] }, value: parts[mask])
    }
  }
}
