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
    /// The interval of `importance`; nil where none was asked for.
    public let interval: ClosedRange<Double>?
    /// The share of Nagelkerke's measure, for a binary Shapley value only.
    public let nagelkerkeImportance: Double?
    /// The place, 1 for the largest share.
    public let rank: Int
    /// The places it may as well have; nil where no intervals were asked for.
    public let rankInterval: ClosedRange<Int>?
    /// How often it is among the first three; nil where no intervals were asked for.
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
  /// How respondents were drawn, which the intervals allow for; nil where the survey does not say.
  public let design: DesignSummary?
  /// Drivers left out before the fit, and clusters so few that intervals may be too short.
  public let findings: [DriverFinding]
  /// The confidence of all intervals.
  public let confidence: Double
  /// How the intervals were made; nil where they were not asked for, or where nothing is explained.
  public let intervals: IntervalMethod?

  /// The shares of a survey's drivers; their intervals come from respondents' influences, unless none are asked for.
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
    // A single cluster does not show how clusters differ.
    let hasDegrees = respondents.design.map { $0.degreesOfFreedom > 0 } ?? true
    let estimate: ModelShares
    do {
      estimate = try ModelShares(
        method, of: outcome, on: respondents.ratings, weights: respondents.weights,
        withUncertainty: hasDegrees && options.linear.intervals != .none, design: respondents.design)
    } catch {
      throw respondents.error(error)
    }
    let inference = estimate.uncertainty.map { ModelShareInference($0, options.linear) }
    drivers = RankDraws.order(estimate.fractions).enumerated().map { place, driver in
      Driver(
        id: respondents.drivers[driver], importance: estimate.fractions[driver],
        interval: inference?.intervals[driver],
        nagelkerkeImportance: estimate.nagelkerke?[driver], rank: place + 1,
        rankInterval: inference?.ranks.interval(of: driver),
        probabilityTop3: inference?.ranks.probabilityTop3(of: driver))
    }
    self.method = method
    contrast = method.isOrdinal ? nil : options.contrast
    levels = method.isOrdinal ? options.levels : nil
    (rSquared, base, rated) = (estimate.rSquared, respondents.base, respondents.rated)
    confidence = options.confidence
    design = inference == nil ? nil : DesignSummary(respondents.design, of: survey)
    findings = respondents.leftOut + DriverFindings.fewClusters(inference == nil ? nil : respondents.design)
    intervals = inference?.method
  }

  /// The respondents and their outcome; a binary one as 0 and 1.
  private static func outcome(
    of all: RatedRespondents, _ method: ModelShareMethod, _ options: ModelOptions
  ) throws(AnalysisError) -> (RatedRespondents, [Int]) {
    if method.isOrdinal { return (all, try all.ordered(options.levels)) }
    let (respondents, outcome) = try all.contrasted(options.contrast)
    return (respondents, outcome.map { $0 ? 1 : 0 })
  }
}
