internal import Statistics
public import SurveyModel

/// Drivers by one measure of importance, in the measure's own units: parts of the outcome's variance.
public struct MeasureAnalysis: Sendable, Equatable {
  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// The measure; nil where it has no answer, as PMVD among duplicates.
    public let value: Double?
    /// Its interval; nil without intervals.
    public let interval: ClosedRange<Double>?
    /// The value over R²; nil for measures that do not sum to it, and where a value is negative.
    public let share: Double?
    /// Whether the driver goes against the outcome: its correlation, or for CAR its score, is negative.
    public let isNegative: Bool
    /// The place by value, 1 for the largest.
    public let rank: Int
  }

  /// The measure.
  public let measure: DriverMeasure
  /// What is explained.
  public let outcome: OutcomeKind
  /// What was done about missing ratings.
  public let missing: MissingTreatment
  /// The share of the outcome's variance that the drivers explain together, 0…1.
  public let rSquared: Double
  /// The sum of the drivers' values: R² for measures that sum to it; nil where a value is.
  public let sum: Double?
  /// Respondents with a valid outcome, a positive weight and at least one rated driver.
  public let base: Base
  /// How many of them rated every driver.
  public let completeCases: Int
  /// The drivers, largest value first.
  public let drivers: [Driver]
  /// What a reader must know.
  public let findings: [DriverFinding]
  /// The confidence of the intervals.
  public let confidence: Double
  /// How the intervals were made; nil without intervals.
  public let intervals: IntervalMethod?

  /// The measure of a survey's drivers.
  ///
  /// - Throws: as `DriverAnalysis`; for PMVD `tooManyDrivers` beyond 24.
  public init(
    of survey: Survey, _ table: ResponseTable, measure: DriverMeasure,
    options: DriverOptions = DriverOptions()
  ) throws(AnalysisError) {
    let data = try DriverData(of: survey, table, options: options)
    if measure == .pmvd, data.count > SubsetRSquared.mostDrivers {
      throw .tooManyDrivers(have: data.count, most: SubsetRSquared.mostDrivers)
    }
    let model = try DriverModel(data, options.missing)
    guard let column = data.column(of: options.outcome), model.covariance.matrix[column, column] > 0 else {
      throw .constantOutcome(value: Int(data.columns.columns[data.count][0]))
    }
    let values = MeasureValues(measure, of: column, in: model.covariance, drivers: data.count)
    let uncertainty = MeasureUncertainty(measure, of: column, model, options)
    self.measure = measure
    (outcome, missing, confidence) = (options.outcome, options.missing, options.confidence)
    (rSquared, base, completeCases) = (values.rSquared, data.base, data.completeCases)
    sum = values.isDefined ? values.values.reduce(0, +) : nil
    drivers = MeasureAnalysis.drivers(data.drivers.map(\.id), measure, values, uncertainty)
    findings = DriverFindings(data, model, outcome: column, options).all
    intervals = uncertainty?.method
  }

  private static func drivers(
    _ ids: [String], _ measure: DriverMeasure, _ values: MeasureValues, _ uncertainty: MeasureUncertainty?
  ) -> [Driver] {
    let isShared = measure.sumsToRSquared && values.rSquared > 0
    return RankDraws.order(values.isDefined ? values.values : ids.map { _ in 0 }).enumerated()
      .map { place, driver in
        let value = values.isDefined ? values.values[driver] : nil
        return Driver(
          id: ids[driver], value: value, interval: value == nil ? nil : uncertainty?.intervals[driver],
          share: value.flatMap { isShared && $0 >= 0 ? $0 / values.rSquared : nil },
          isNegative: values.isNegative[driver], rank: place + 1)
      }
  }
}

/// A measure's values in one covariance.
struct MeasureValues {
  let values: [Double]
  /// What intervals are made of: for squares the signed roots, in which an effect can pass through zero; else the values.
  let roots: [Double]
  let isNegative: [Bool]
  let rSquared: Double
  /// Whether the measure has an answer.
  let isDefined: Bool

  init(_ measure: DriverMeasure, of outcome: Int, in covariance: Covariance, drivers: Int) {
    let among = Array(0..<drivers)
    let linear: LinearMeasures
    do {
      linear = try LinearMeasures(of: outcome, in: covariance, drivers: among)
    } catch {
      (values, roots, isNegative, rSquared, isDefined) = ([], [], among.map { _ in false }, 0, false)
      return
    }
    rSquared = linear.pratt.reduce(0, +)
    let correlation = covariance.correlation
    isNegative = among.map { measure == .car ? linear.carScores[$0] < 0 : correlation[$0, outcome] < 0 }
    let found: [Double]? =
      switch measure {
      case .first: linear.first
      case .last: linear.last
      case .betaSquared: linear.betaSquared
      case .pratt: linear.pratt
      case .car: linear.carScores.map { $0 * $0 }
      case .pmvd: MeasureValues.proportional(outcome, covariance, among)
      }
    isDefined = found != nil
    let numbers = found ?? []
    values = numbers
    roots = numbers.indices.map { driver in
      let sign =
        switch measure {
        case .first: correlation[driver, outcome]
        case .car: linear.carScores[driver]
        default: linear.standardizedCoefficients[driver]
        }
      guard measure.isSquare else { return numbers[driver] }
      return (sign < 0 ? -1 : 1) * max(0, numbers[driver]).squareRoot()
    }
  }

  private static func proportional(_ outcome: Int, _ covariance: Covariance, _ among: [Int]) -> [Double]? {
    do {
      let models = try SubsetRSquared(of: outcome, in: covariance, drivers: among)
      return ProportionalMarginalShares(models)?.shares
    } catch {
      return nil
    }
  }
}
