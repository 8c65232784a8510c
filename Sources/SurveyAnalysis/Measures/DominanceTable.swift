public import Statistics
public import SurveyModel

/// Which drivers add more than which others: in every sub-model, at every size, and on average.
///
/// The general level is that of the Shapley shares; complete and conditional dominance say more, and need not hold.
public struct DominanceTable: Sendable, Equatable {
  /// The drivers' ids, largest Shapley share first; all matrices are in this order.
  public let drivers: [String]
  /// The Shapley shares of R²: the average of each row of `conditional`.
  public let shares: [Double]
  /// What each driver (row) adds on average to models with a number of others (column, from 0).
  public let conditional: Matrix
  /// Per pair of drivers the share of sub-models in which the row's adds more, and the three levels: 1, 0, or 0.5 where
  /// undecided.
  public let dominance: DominanceAnalysis
  /// How often each verdict comes back in resamples, per level; nil without resamples.
  public let reproducibility: DominanceReproducibility?
  /// What is explained.
  public let outcome: OutcomeKind
  /// The share of the outcome's variance that the drivers explain together, 0…1.
  public let rSquared: Double
  /// Respondents with a valid outcome, a positive weight and at least one rated driver.
  public let base: Base

  /// The most drivers: all pairs are compared in all sub-models.
  public static let mostDrivers = 16

  /// The dominance among a survey's drivers.
  ///
  /// - Throws: as `DriverAnalysis`; `tooManyDrivers` beyond 16.
  public init(
    of survey: Survey, _ table: ResponseTable, options: DriverOptions = DriverOptions()
  ) throws(AnalysisError) {
    let data = try DriverData(of: survey, table, options: options)
    guard data.count <= DominanceTable.mostDrivers else {
      throw .tooManyDrivers(have: data.count, most: DominanceTable.mostDrivers)
    }
    let model = try DriverModel(data, options.missing)
    guard let column = data.column(of: options.outcome) else {
      throw .constantOutcome(value: Int(data.columns.columns[data.count][0]))
    }
    let among = Array(0..<data.count)
    guard let shares = DominanceTable.shapley(column, model.covariance, among) else {
      throw .constantOutcome(value: Int(data.columns.columns[data.count][0]))
    }
    let order = RankDraws.order(shares.shares)
    guard let found = DominanceTable.dominance(column, model.covariance, order) else {
      throw .constantOutcome(value: Int(data.columns.columns[data.count][0]))
    }
    drivers = order.map { data.drivers[$0].id }
    self.shares = order.map { shares.shares[$0] }
    conditional = Matrix(order.map { shares.conditional.row($0) })
    dominance = found
    reproducibility = DominanceTable.reproducibility(found, column, model, order, options)
    (outcome, rSquared, base) = (options.outcome, shares.rSquared, data.base)
  }

  private static func shapley(_ outcome: Int, _ covariance: Covariance, _ among: [Int]) -> ShapleyImportance?
  {
    do { return try ShapleyImportance(of: outcome, in: covariance, drivers: among) } catch { return nil }
  }

  private static func dominance(
    _ outcome: Int, _ covariance: Covariance, _ order: [Int]
  ) -> DominanceAnalysis? {
    do {
      return DominanceAnalysis(try SubsetRSquared(of: outcome, in: covariance, drivers: order))
    } catch {
      return nil
    }
  }

  /// The verdicts in resamples; fewer of them where drivers are many, and none in samples too large to resample.
  private static func reproducibility(
    _ sample: DominanceAnalysis, _ outcome: Int, _ model: DriverModel, _ order: [Int],
    _ options: DriverOptions
  ) -> DominanceReproducibility? {
    let drivers = model.drivers
    let isTooLarge = options.intervals == .automatic && model.columns.rows > DriverOptions.mostResampled
    guard options.intervals != .none, !isTooLarge else { return nil }
    let work = drivers * drivers * (1 << drivers) / 4
    let count =
      options.intervals == .automatic
      ? min(options.replicates, max(100, 50_000_000 / max(work, 1))) : options.replicates
    let kind: MissingMethod =
      options.missing == .pairwise
      ? .pairwise : .expectationMaximization(derived: model.columns.columns.count - drivers - 1)
    return DominanceReproducibility(
      of: sample, outcome: outcome, drivers: order,
      resampling: CovarianceBootstrap(of: model.columns, method: kind, weights: model.weights),
      Bootstrap(replicates: count, seed: options.seed))
  }
}
