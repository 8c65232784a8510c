internal import Statistics
public import SurveyModel

/// Whether straight lines tell what the drivers have to tell: a linear model and a random forest predict respondents neither
/// has seen.
///
/// A forest finds thresholds, saturation and interactions without being told where. Where it predicts no better, the linear
/// ranking misses nothing that matters for prediction.
public struct NonlinearCheck: Sendable, Equatable {
  /// What the comparison says.
  public enum Verdict: String, Sendable {
    /// The forest predicts no better, or not noticeably so.
    case linearSuffices
    /// The forest predicts better: by at least 0.02 of R², and by more than twice the standard error.
    case forestPredictsBetter
    /// A gain that would matter can be neither seen nor excluded with so few respondents.
    case undecided
  }

  /// A driver in the forest.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// By how much the forest's squared error grows when the driver is shuffled, in parts of the score's variance.
    public let permutationImportance: Double
    /// Its place by that, 1 for the largest.
    public let rank: Int
  }

  /// The fewest respondents for whom the two models are compared.
  public static let fewestRespondents = 60
  /// The most respondents who are looked at; of more, that many evenly spread ones.
  public static let mostRespondents = 4000

  /// Respondents who rated every driver and were looked at.
  public let baseSize: Int
  /// How many parts the respondents were divided into, each predicted from all others.
  public let folds: Int
  /// The linear model's R² on respondents it had not seen.
  public let linearRSquared: Double
  /// The forest's.
  public let forestRSquared: Double
  /// The forest's less the linear model's.
  public let gain: Double
  /// The standard error of the gain; a guide, because the parts share respondents.
  public let gainStandardError: Double
  /// The R² of each tree's forest on the respondents it did not draw; nil where there is none.
  public let outOfBagRSquared: Double?
  /// The drivers, in the survey's order.
  public let drivers: [Driver]

  /// What the comparison says.
  public var verdict: Verdict {
    if gain >= 0.02, gain > 2 * gainStandardError { return .forestPredictsBetter }
    return gain + 2 * gainStandardError > 0.05 ? .undecided : .linearSuffices
  }

  /// The check of a survey's drivers for the score, on complete cases.
  ///
  /// - Returns: Nil with fewer than 60 complete cases, or fewer than ten per driver.
  /// - Throws: as `DriverAnalysis`.
  public init?(
    of survey: Survey, _ table: ResponseTable, folds: Int = 5, trees: Int = 100, seed: UInt64 = 1
  ) throws(AnalysisError) {
    self.init(
      try DriverData(of: survey, table, options: DriverOptions(intervals: .none)), folds: folds, trees: trees,
      seed: seed)
  }

  init?(_ data: DriverData, folds count: Int = 5, trees: Int = 100, seed: UInt64 = 1) {
    let complete = data.completeRows()
    guard complete.columns.rows >= max(NonlinearCheck.fewestRespondents, 10 * data.count) else { return nil }
    let size = min(complete.columns.rows, NonlinearCheck.mostRespondents)
    let chosen = (0..<size).map { $0 * complete.columns.rows / size }
    let columns = complete.columns.restricted(to: chosen)
    let weights = complete.weights.map { weights in chosen.map { weights[$0] } }
    let (drivers, options) = (Array(0..<data.count), ForestOptions(trees: trees, seed: seed))
    let folds = Folds(rows: size, count: count, seed: seed)
    let linear = CrossValidation(linear: data.count, on: drivers, in: columns, weights: weights, folds: folds)
    guard linear.rSquared.isFinite else { return nil }
    let forest = CrossValidation(
      forest: data.count, on: drivers, in: columns, weights: weights, folds: folds, options: options)
    let whole = RegressionForest(of: data.count, on: drivers, in: columns, weights: weights, options: options)
    let gain = PredictionGain(of: forest, over: linear)
    (baseSize, self.folds) = (size, folds.count)
    (linearRSquared, forestRSquared) = (linear.rSquared, forest.rSquared)
    (self.gain, gainStandardError) = (gain.value, gain.standardError)
    outOfBagRSquared = whole.outOfBagRSquared
    let order = RankDraws.order(whole.permutationImportance)
    self.drivers = drivers.map { driver in
      Driver(
        id: data.drivers[driver].id, permutationImportance: whole.permutationImportance[driver],
        rank: (order.firstIndex(of: driver) ?? 0) + 1)
    }
  }
}
