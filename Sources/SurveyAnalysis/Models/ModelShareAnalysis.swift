internal import Statistics
public import SurveyModel

/// A way to share out what a binary or ordinal model explains.
public enum ModelShareMethod: String, Sendable, CaseIterable {
  /// Exact Shapley value of McFadden's R² of a binary logit.
  case logisticShapley = "logistic-shapley"
  /// Relative weights of a binary logit.
  case logisticRelativeWeights = "logistic-relative-weights"
  /// Exact Shapley value of McFadden's R² of a cumulative logit.
  case ordinalShapley = "ordinal-shapley"
  /// Relative weights of a cumulative logit.
  case ordinalRelativeWeights = "ordinal-relative-weights"

  /// Whether the outcome is ordered rather than binary.
  public var isOrdinal: Bool { self == .ordinalShapley || self == .ordinalRelativeWeights }
  /// Whether all sub-models are fitted.
  public var isShapley: Bool { self == .logisticShapley || self == .ordinalShapley }
}

/// The drivers' shares of what a binary or ordinal model explains.
public struct ModelShareAnalysis: Sendable, Equatable {
  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// Its share, 0…1; the shares sum to 1.
    public let importance: Double
    /// The bootstrap percentile interval of `importance`; nil without resamples.
    public let interval: ClosedRange<Double>?
    /// The share of Nagelkerke's measure, for a binary Shapley value only.
    public let nagelkerkeImportance: Double?
    /// The place, 1 for the largest share.
    public let rank: Int
    /// The places it may as well have; nil without resamples.
    public let rankInterval: ClosedRange<Int>?
    /// How often it is among the first three; nil without resamples.
    public let probabilityTop3: Double?
  }

  /// How importance is shared.
  public let method: ModelShareMethod
  /// The groups a binary model tells apart; nil for an ordinal one.
  public let contrast: GroupContrast?
  /// The levels of an ordinal model; nil for a binary one.
  public let levels: OutcomeLevels?
  /// What is shared out, 0…1: McFadden's measure, the squared correlation of outcome and prediction, or the share of the
  /// latent variance.
  public let rSquared: Double
  /// Respondents who rated every driver and are in one of the groups.
  public let base: Base
  /// How many respondents rated some driver.
  public let rated: Int
  /// The drivers, largest share first.
  public let drivers: [Driver]
  /// Drivers left out before the fit.
  public let findings: [DriverFinding]
  /// The confidence of all intervals.
  public let confidence: Double
  /// How the intervals were made; nil where they were not asked for, or would take too long.
  public let intervals: IntervalMethod?

  /// The shares of a survey's drivers.
  ///
  /// - Throws: as `DriverAnalysis`, `noPromoterGroups`, and `tooManyDrivers` beyond 20 (binary) or 16 (ordinal) for
  ///   Shapley values.
  public init(
    of survey: Survey, _ table: ResponseTable, method: ModelShareMethod,
    options: ModelOptions = ModelOptions()
  ) throws(AnalysisError) {
    let needsGroups = !method.isOrdinal || options.levels == .groups
    let all = try RatedRespondents(of: survey, table, needsGroups: needsGroups)
    let (respondents, outcome) = try ModelShareAnalysis.outcome(of: all, method, options)
    let estimate: ModelShares
    do {
      estimate = try ModelShares(method, of: outcome, on: respondents.ratings, weights: respondents.weights)
    } catch {
      throw respondents.error(error)
    }
    let draws = ModelShareAnalysis.draws(method, respondents, outcome, options.linear)
    let ranks = RankDraws(draws, confidence: options.confidence)
    drivers = RankDraws.order(estimate.fractions).enumerated().map { place, driver in
      let column = draws.map { $0[driver] }
      return Driver(
        id: respondents.drivers[driver], importance: estimate.fractions[driver],
        interval: column.isEmpty ? nil : BootstrapInterval.percentile(column, confidence: options.confidence),
        nagelkerkeImportance: estimate.nagelkerke?[driver], rank: place + 1,
        rankInterval: ranks.interval(of: driver), probabilityTop3: ranks.probabilityTop3(of: driver))
    }
    self.method = method
    contrast = method.isOrdinal ? nil : options.contrast
    levels = method.isOrdinal ? options.levels : nil
    (rSquared, base, rated) = (estimate.rSquared, respondents.base, respondents.rated)
    (findings, confidence) = (respondents.leftOut, options.confidence)
    intervals = draws.isEmpty ? nil : .bootstrap(replicates: draws.count, seed: options.linear.seed)
  }

  /// The respondents and their outcome; a binary one as 0 and 1.
  private static func outcome(
    of all: RatedRespondents, _ method: ModelShareMethod, _ options: ModelOptions
  ) throws(AnalysisError) -> (RatedRespondents, [Int]) {
    if method.isOrdinal { return (all, try all.ordered(options.levels)) }
    let (respondents, outcome) = try all.contrasted(options.contrast)
    return (respondents, outcome.map { $0 ? 1 : 0 })
  }

  /// The shares in resamples of the respondents; those in which the model cannot be fitted are left out.
  private static func draws(
    _ method: ModelShareMethod, _ respondents: RatedRespondents, _ outcome: [Int], _ options: DriverOptions
  ) -> [[Double]] {
    let (ratings, weights, drivers) = (respondents.ratings, respondents.weights, respondents.drivers.count)
    let count = replicates(method, rows: outcome.count, drivers: drivers, options)
    guard count > 0 else { return [] }
    let values = Bootstrap(replicates: count, seed: options.seed).replicated(
      rows: outcome.count, statistics: drivers
    ) {
      { drawn, result in
        var times = [Double](repeating: 0, count: outcome.count)
        for row in drawn { times[Int(row)] += weights?[Int(row)] ?? 1 }
        let found: [Double]?
        do {
          found = try ModelShares(method, of: outcome, on: ratings, weights: times).fractions
        } catch {
          found = nil
        }
        for driver in 0..<drivers { result[driver] = found?[driver] ?? .nan }
      }
    }
    return (0..<count).map { values.row($0) }.filter { $0.allSatisfy(\.isFinite) }
  }

  /// How many resamples: `automatic` draws as many as take some twenty seconds, and none where that is under 100.
  private static func replicates(
    _ method: ModelShareMethod, rows: Int, drivers: Int, _ options: DriverOptions
  ) -> Int {
    guard options.intervals != .none else { return 0 }
    guard options.intervals == .automatic else { return options.replicates }
    let models = method.isShapley ? 1 << drivers : 4
    let affordable = 400_000_000 / max(1, rows * models)
    return affordable < 100 ? 0 : min(options.replicates, affordable)
  }
}

/// The shares of one sample.
private struct ModelShares {
  let fractions: [Double]
  let nagelkerke: [Double]?
  let rSquared: Double

  init(
    _ method: ModelShareMethod, of outcome: [Int], on ratings: [[Double]], weights: [Double]?
  ) throws(FitError) {
    let shared: [Double]
    switch method {
    case .logisticShapley:
      let found = try LogisticShapley(of: outcome.map { $0 == 1 }, on: ratings, weights: weights)
      (shared, rSquared) = (found.shares(.mcFadden), found.total(.mcFadden))
      nagelkerke = ModelShares.fractions(found.shares(.nagelkerke))
    case .ordinalShapley:
      let found = try OrdinalShapley(of: outcome, on: ratings, weights: weights)
      (shared, rSquared, nagelkerke) = (found.shares, found.total, nil)
    case .logisticRelativeWeights:
      let found = try LogisticRelativeWeights(of: outcome.map { $0 == 1 }, on: ratings, weights: weights)
      (shared, rSquared, nagelkerke) = (found.shares, found.rSquared, nil)
    case .ordinalRelativeWeights:
      let found = try LogisticRelativeWeights(ofOrdered: outcome, on: ratings, weights: weights)
      (shared, rSquared, nagelkerke) = (found.shares, found.rSquared, nil)
    }
    fractions = ModelShares.fractions(shared)
  }

  private static func fractions(_ shares: [Double]) -> [Double] {
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares.map { _ in 0 }
  }
}
