internal import Statistics
public import SurveyModel

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
  /// Respondents with a valid outcome, a positive weight and at least one rated driver.
  public let base: Base
  /// How many of them rated every ranked driver.
  public let completeCases: Int
  /// The drivers, most important first; of equally important ones the first in the survey comes first.
  public let drivers: [RankedDriver]
  /// Groups of ranks that cannot be told apart; they may overlap.
  public let ties: [RankTie]
  /// What a reader must know.
  public let findings: [DriverFinding]
  /// The confidence of all intervals.
  public let confidence: Double
  /// How the intervals were made; nil without intervals.
  public let intervals: IntervalMethod?
  /// What the intervals allow for; nil where respondents count as drawn independently.
  public internal(set) var design: DesignSummary?
  /// How shares that cannot be enumerated were estimated; nil where they are exact.
  public internal(set) var sampling: OrderSampling?
  /// The differences between all pairs of drivers, with simultaneous intervals; empty without intervals.
  public internal(set) var differences: [DriverDifference] = []
}

extension DriverAnalysis {
  /// The ranking of a survey's drivers.
  ///
  /// Drivers that nobody rated or that do not vary are left out and named in `findings`. Reversed scales are turned
  /// round. Ranks and intervals are of the shares, which sum to 1.
  ///
  /// - Throws: `noResponses`, `noValidOutcome`, `constantOutcome`, `noUsableDriver`,
  ///   `tooFewRespondents` where there are fewer than two more respondents than drivers, and `noPromoterGroups` where
  ///   promoters or detractors are to be explained and the scale has none.
  public init(
    of survey: Survey, _ table: ResponseTable, options: DriverOptions = DriverOptions()
  ) throws(AnalysisError) {
    let data = try DriverData(of: survey, table, options: options)
    let model = try DriverModel(data, options.missing)
    let outcomes = OutcomeKind.allCases.map { data.column(of: $0) }
    let main = OutcomeKind.allCases.firstIndex(of: options.outcome) ?? 0
    guard let column = outcomes[main], model.covariance.matrix[column, column] > 0 else {
      throw .constantOutcome(value: Int(data.columns.columns[data.count][0]))
    }
    let shares = DriverModel.shares(
      of: outcomes, in: model.covariance, drivers: data.count, by: options.method)
    let findings = DriverFindings(data, model, outcome: column, options)
    let uncertainty = DriverUncertainty.of(
      model, outcomes: outcomes, shares, main: main, without: findings.duplicates, options: options)
    let ranking = DriverRanking(
      data: data, model: model, shares: shares, main: main, column: column, uncertainty: uncertainty,
      duplicates: findings.duplicates, options: options)
    self.init(
      outcome: options.outcome, method: options.method, missing: options.missing,
      rSquared: shares[main]?.rSquared ?? 0, promoterRSquared: shares[1]?.rSquared,
      detractorRSquared: shares[2]?.rSquared, base: data.base, completeCases: data.completeCases,
      drivers: ranking.drivers, ties: uncertainty?.draws.ties(ranking.order) ?? [],
      findings: findings.all, confidence: options.confidence, intervals: uncertainty?.method,
      design: DesignSummary(model.design, of: survey),
      sampling: shares[main]?.sampling,
      differences: DriverDifference.all(ranking.drivers, order: ranking.order, uncertainty?.draws))
  }
}
