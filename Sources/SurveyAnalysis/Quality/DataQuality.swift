internal import Statistics
public import SurveyModel

/// What is known of the quality of the answers that a ranking rests on.
///
/// It flags and never drops anything; `SensitivityPanel` shows rankings with and without what is flagged.
public struct DataQuality: Sendable, Equatable {
  /// One driver beside the others.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// Its correlation with the sum of the other drivers, each in parts of its scale; nil for the only driver.
    public let itemRestCorrelation: Double?
    /// By how much overlap with the others inflates the variance of its coefficient; infinite where it follows from them,
    /// nil where complete cases are too few.
    public let varianceInflation: Double?
    /// The share of its ratings at the good end of the scale, 0…1.
    public let ceilingShare: Double
    /// The share at the bad end.
    public let floorShare: Double
    /// With how many other drivers it has a negative correlation.
    public let opposed: Int
    /// The lowest and the highest answer, as in the file.
    public let lowest: Double
    /// The highest answer, as in the file.
    public let highest: Double
    /// The scale's lowest and highest answer, as in the file.
    public let scale: ClosedRange<Int>
    /// How many respondents with a valid outcome rated it.
    public let answered: Int

    /// Whether at least 30 ratings stay in the lower seven tenths of the scale as it stands in the file.
    var isTopUnused: Bool { UnusedTop.holds(highest: highest, of: scale, answered: answered) }
  }

  /// A condition index with the shares of variance that belong to it.
  public struct Dependency: Sendable, Equatable {
    /// The largest singular value over this one; 30 and more is the usual alarm.
    public let conditionIndex: Double
    /// The share of the intercept's variance, 0…1.
    public let interceptShare: Double
    /// The share of each coefficient's variance, in the order of the drivers.
    public let proportions: [Proportion]
  }

  /// The share of a coefficient's variance that belongs to a condition index.
  public struct Proportion: Sendable, Equatable {
    /// The driver's id.
    public let driver: String
    /// The share, 0…1; over all condition indices they sum to 1.
    public let share: Double
  }

  /// Respondents with a valid outcome, a positive weight and at least one rated driver.
  public let base: Base
  /// How many of them rated every driver.
  public let completeCases: Int
  /// Who looks careless.
  public let careless: CarelessResponses
  /// The drivers, in the survey's order.
  public let drivers: [Driver]
  /// Cronbach's alpha of the drivers, each in parts of its scale; nil for a single one.
  public let alpha: Double?
  /// McDonald's omega of one common factor; nil with fewer than three drivers, or where none is found.
  public let omega: Double?
  /// The first eigenvalue's share of the correlations, 1/p…1: how much one overall impression could explain.
  public let firstShare: Double?
  /// The mean correlation of two drivers.
  public let meanCorrelation: Double?
  /// Belsley's condition indices, smallest first, with variance proportions; empty where complete cases are too few.
  public let dependencies: [Dependency]
  /// Who pulls the regression of the score on all drivers; nil where complete cases are too few.
  public let influence: ResponseInfluence?
  /// Whether the linear story suffices; nil where complete cases are too few.
  public let nonlinear: NonlinearCheck?
  /// The ranking of all respondents beside those without careless and without influential ones, and on person-centred
  /// ratings.
  public let comparison: SensitivityPanel
  /// What to look at, in a fixed order.
  public let flags: [QualityFlag]

  /// The quality of a survey's answers.
  ///
  /// Correlations are the maximum-likelihood ones where ratings are missing; collinearity, influence and the nonlinear check
  /// rest on complete cases.
  ///
  /// - Parameter seed: The seed of the nonlinear check's folds and trees.
  /// - Throws: as `DriverAnalysis` for the score.
  public init(of survey: Survey, _ table: ResponseTable, seed: UInt64 = 1) throws(AnalysisError) {
    let data = try DriverData(of: survey, table, options: DriverOptions(intervals: .none))
    let model = try DriverModel(data, .expectationMaximization)
    let reliability = ScaleReliability(DataQuality.inPartsOfScales(model.covariance, data))
    let correlation = model.covariance.correlation.restricted(to: Array(0..<data.count))
    let collinearity = DataQuality.collinearity(data)
    base = data.base
    completeCases = data.completeCases
    careless = CarelessResponses(data, table, correlation: correlation)
    drivers = data.drivers.indices.map {
      DataQuality.driver($0, data, reliability, correlation, collinearity)
    }
    (alpha, omega) = (reliability.alpha, reliability.omega)
    firstShare = data.count > 1 ? reliability.firstShare : nil
    meanCorrelation = reliability.meanCorrelation
    let ids = data.drivers.map(\.id)
    dependencies = DataQuality.dependencies(collinearity, ids)
    influence = ResponseInfluence(data)
    nonlinear = NonlinearCheck(data, seed: seed)
    comparison = try SensitivityPanel(
      of: survey, table, options: SensitivityOptions(choices: SensitivityChoice.ofRespondents))
    flags =
      DataQuality.flags(of: careless, complete: data.completeCases, items: data.count)
      + DataQuality.flags(of: drivers, firstShare: firstShare, base)
      + DataQuality.flags(of: collinearity, influence, ids) + [.noResponseTimes]
  }

  /// Nil where there are fewer than two more complete cases than drivers.
  private static func collinearity(_ data: DriverData) -> Collinearity? {
    let (columns, weights) = data.completeRows()
    guard columns.rows > data.count + 1 else { return nil }
    return Collinearity(of: columns.columns[..<data.count].map { $0.map { Double($0) } }, weights: weights)
  }

  private static func driver(
    _ place: Int, _ data: DriverData, _ reliability: ScaleReliability, _ correlation: Matrix,
    _ collinearity: Collinearity?
  ) -> Driver {
    let question = data.drivers[place]
    let given = data.rawRange(of: place)
    return Driver(
      id: question.id, itemRestCorrelation: reliability.itemRestCorrelations[place],
      varianceInflation: collinearity?.varianceInflation[place],
      ceilingShare: share(of: question.scale.codes.upperBound, place, data),
      floorShare: share(of: question.scale.codes.lowerBound, place, data),
      opposed: (0..<data.count).count { $0 != place && correlation[place, $0] < 0 },
      lowest: given.lowerBound, highest: given.upperBound,
      scale: question.scale.minimum...question.scale.maximum, answered: data.answered[place])
  }

  /// The drivers' covariances with every scale brought to length 1.
  private static func inPartsOfScales(_ covariance: Covariance, _ data: DriverData) -> Covariance {
    let lengths = data.drivers.map { Double($0.scale.length) }
    var matrix = Matrix(rows: data.count, columns: data.count)
    for row in 0..<data.count {
      for column in 0...row {
        matrix[row, column] = covariance.matrix[row, column] / (lengths[row] * lengths[column])
        matrix[column, row] = matrix[row, column]
      }
    }
    return Covariance(published: matrix, rows: covariance.rows)
  }

  /// The weighted share of a driver's ratings with a code, the good end of the scale on top.
  private static func share(of value: Int, _ driver: Int, _ data: DriverData) -> Double {
    var (hits, total) = (0.0, 0.0)
    for (row, rating) in data.columns.columns[driver].enumerated() where rating != IntegerColumns.missing {
      let weight = data.weights?[row] ?? 1
      total += weight
      if Int(rating) == value { hits += weight }
    }
    return total > 0 ? hits / total : 0
  }
}
