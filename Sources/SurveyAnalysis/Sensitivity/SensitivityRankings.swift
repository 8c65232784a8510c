internal import Statistics
internal import SurveyModel

/// Makes the rankings of a panel, one by one.
struct SensitivityRankings {
  /// Why a ranking cannot be made.
  struct Impossible: Error {
    let reason: SensitivityOmission
  }

  /// The drivers' ids, by the reported ranking.
  let ids: [String]
  private let survey: Survey
  private let table: ResponseTable
  let data: DriverData
  private let reported: DriverAnalysis
  private let correlation: Matrix
  let options: SensitivityOptions

  init(of survey: Survey, _ table: ResponseTable, _ options: SensitivityOptions) throws(AnalysisError) {
    reported = try DriverAnalysis(of: survey, table, options: DriverOptions(intervals: .none))
    data = try DriverData(of: survey, table, options: DriverOptions(intervals: .none))
    correlation = try DriverModel(data, .expectationMaximization).covariance.correlation
      .restricted(to: Array(0..<data.count))
    ids = reported.drivers.map(\.id)
    (self.survey, self.table, self.options) = (survey, table, options)
  }

  /// The ranking by a choice, or why there is none.
  func ranking(by choice: SensitivityChoice) -> Result<SensitivityPanel.Ranking, Impossible> {
    let isComplete = data.completeCases == data.columns.rows
    switch choice {
    case .shapley: return .success(ranking(of: reported, by: choice))
    case .relativeWeights: return analysed(table, DriverOptions(method: .relativeWeights), choice)
    case .car: return car
    case .completeCases:
      return isComplete ? same : analysed(table, DriverOptions(missing: .completeCases), choice)
    case .pairwise: return isComplete ? same : analysed(table, DriverOptions(missing: .pairwise), choice)
    case .multipleImputation: return isComplete ? same : imputed
    case .withoutStraightLining: return without(careless.straightLined, choice)
    case .withoutCareless:
      return careless.flagged == careless.straightLined ? same : without(careless.flagged, choice)
    case .withoutInfluential: return without(ResponseInfluence(data)?.rows ?? [], choice)
    case .personCentred: return personCentred
    case .promoterLogit: return logistic(.promoter, choice)
    case .detractorLogit: return logistic(.detractor, choice)
    case .ordinalLogit: return ordinal
    }
  }

  private var careless: CarelessResponses { CarelessResponses(data, table, correlation: correlation) }

  private func without(
    _ rows: [Int], _ choice: SensitivityChoice
  ) -> Result<SensitivityPanel.Ranking, Impossible> {
    guard !rows.isEmpty else { return same }
    let left = Set(rows)
    return analysed(table.filtered { !left.contains($0) }, DriverOptions(), choice)
  }

  private var same: Result<SensitivityPanel.Ranking, Impossible> { .failure(Impossible(reason: .same)) }

  private func analysed(
    _ table: ResponseTable, _ options: DriverOptions, _ choice: SensitivityChoice
  ) -> Result<SensitivityPanel.Ranking, Impossible> {
    var options = options
    options.intervals = .none
    do {
      return .success(ranking(of: try DriverAnalysis(of: survey, table, options: options), by: choice))
    } catch {
      return .failure(Impossible(reason: .tooFewRespondents))
    }
  }

  private func ranking(of analysis: DriverAnalysis, by choice: SensitivityChoice) -> SensitivityPanel.Ranking
  {
    let shares = Dictionary(uniqueKeysWithValues: analysis.drivers.map { ($0.id, $0.importance) })
    let isComplete = choice == .completeCases
    return ranking(
      by: choice, shares: ids.map { shares[$0] ?? 0 }, rSquared: analysis.rSquared,
      size: isComplete ? analysis.completeCases : analysis.base.size)
  }

  /// A ranking from shares in the panel's order, by them or by other scores; ties go by the order of the survey.
  func ranking(
    by choice: SensitivityChoice, shares: [Double], scores: [Double]? = nil, rSquared: Double, size: Int,
    usesRelativeWeights: Bool = false
  ) -> SensitivityPanel.Ranking {
    let places = data.drivers.map { question in ids.firstIndex(of: question.id) ?? 0 }
    let order = RankDraws.order(places.map { (scores ?? shares)[$0] }).map { places[$0] }
    var ranks = [Int](repeating: 0, count: shares.count)
    for (place, driver) in order.enumerated() { ranks[driver] = place + 1 }
    return SensitivityPanel.Ranking(
      choice: choice, importance: shares, ranks: ranks, rSquared: rSquared, baseSize: size,
      usesRelativeWeights: usesRelativeWeights)
  }

  /// The columns of complete cases, or nil where they are too few to rank.
  var complete: (columns: [[Double]], weights: [Double]?, rows: Int)? {
    let (columns, weights) = data.completeRows()
    guard columns.rows >= max(Base.suppressed, data.count + 2) else { return nil }
    return (columns.columns.map { $0.map { Double($0) } }, weights, columns.rows)
  }

  /// Shares brought from the order of the data to that of the panel.
  func inPanelOrder(_ shares: [Double]) -> [Double] {
    ids.map { id in data.drivers.firstIndex { $0.id == id }.map { shares[$0] } ?? 0 }
  }
}
