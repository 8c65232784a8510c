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
  /// Belsley's condition indices, smallest first; empty where complete cases are too few.
  public let conditionIndices: [Double]
  /// The largest Cook's distance in the regression of the score on all drivers; nil where complete cases are too few.
  public let largestCooksDistance: Double?
  /// What to look at, in a fixed order.
  public let flags: [QualityFlag]

  /// The quality of a survey's answers.
  ///
  /// Correlations are the maximum-likelihood ones where ratings are missing; collinearity and influence rest on complete
  /// cases.
  ///
  /// - Throws: as `DriverAnalysis` for the score.
  public init(of survey: Survey, _ table: ResponseTable) throws(AnalysisError) {
    let data = try DriverData(of: survey, table, options: DriverOptions(intervals: .none))
    let model = try DriverModel(data, .expectationMaximization)
    let reliability = ScaleReliability(DataQuality.inPartsOfScales(model.covariance, data))
    let complete = CompleteDiagnostics(data)
    base = data.base
    completeCases = data.completeCases
    careless = CarelessResponses(data, table)
    drivers = data.drivers.enumerated().map { place, question in
      Driver(
        id: question.id, itemRestCorrelation: reliability.itemRestCorrelations[place],
        varianceInflation: complete?.collinearity.varianceInflation[place],
        ceilingShare: DataQuality.share(of: question.scale.maximum, place, data),
        floorShare: DataQuality.share(of: question.scale.minimum, place, data))
    }
    (alpha, omega) = (reliability.alpha, reliability.omega)
    firstShare = data.count > 1 ? reliability.firstShare : nil
    meanCorrelation = reliability.meanCorrelation
    conditionIndices = complete?.collinearity.conditionIndices ?? []
    largestCooksDistance = complete?.largestCooksDistance
    flags =
      DataQuality.flags(of: careless, complete: data.completeCases, items: data.count)
      + DataQuality.flags(of: drivers, firstShare: firstShare)
      + (complete?.flags(data.drivers.map(\.id)) ?? []) + [.noResponseTimes]
  }

  /// The drivers' covariances with every scale brought to length 1.
  private static func inPartsOfScales(_ covariance: Covariance, _ data: DriverData) -> Covariance {
    let lengths = data.drivers.map { Double($0.scale.maximum - $0.scale.minimum) }
    var matrix = Matrix(rows: data.count, columns: data.count)
    for row in 0..<data.count {
      for column in 0...row {
        matrix[row, column] = covariance.matrix[row, column] / (lengths[row] * lengths[column])
        matrix[column, row] = matrix[row, column]
      }
    }
    return Covariance(published: matrix, rows: covariance.rows)
  }

  /// The weighted share of a driver's ratings with a value, the good end of the scale on top.
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
