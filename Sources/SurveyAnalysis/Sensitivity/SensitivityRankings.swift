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
  private let data: DriverData
  private let reported: DriverAnalysis
  private let options: SensitivityOptions

  init(of survey: Survey, _ table: ResponseTable, _ options: SensitivityOptions) throws(AnalysisError) {
    reported = try DriverAnalysis(of: survey, table, options: DriverOptions(intervals: .none))
    data = try DriverData(of: survey, table, options: DriverOptions(intervals: .none))
    ids = reported.drivers.map(\.id)
    (self.survey, self.table, self.options) = (survey, table, options)
  }

  /// The ranking by a choice, or why there is none.
  func ranking(by choice: SensitivityChoice) -> Result<SensitivityPanel.Ranking, Impossible> {
    let isComplete = data.completeCases == data.columns.rows
    switch choice {
    case .shapley: return .success(ranking(of: reported, by: choice))
    case .relativeWeights: return analysed(table, DriverOptions(method: .relativeWeights), choice)
    case .completeCases:
      return isComplete ? same : analysed(table, DriverOptions(missing: .completeCases), choice)
    case .pairwise: return isComplete ? same : analysed(table, DriverOptions(missing: .pairwise), choice)
    case .withoutStraightLining:
      let straight = Set(CarelessResponses(data, table).straightLined)
      if straight.isEmpty { return same }
      return analysed(table.filtered { !straight.contains($0) }, DriverOptions(), choice)
    case .personCentred: return personCentred
    case .promoterLogit: return logistic(.promoter, choice)
    case .detractorLogit: return logistic(.detractor, choice)
    }
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
  private func ranking(
    by choice: SensitivityChoice, shares: [Double], scores: [Double]? = nil, rSquared: Double, size: Int
  ) -> SensitivityPanel.Ranking {
    let places = data.drivers.map { question in ids.firstIndex(of: question.id) ?? 0 }
    let order = RankDraws.order(places.map { (scores ?? shares)[$0] }).map { places[$0] }
    var ranks = [Int](repeating: 0, count: shares.count)
    for (place, driver) in order.enumerated() { ranks[driver] = place + 1 }
    return SensitivityPanel.Ranking(
      choice: choice, importance: shares, ranks: ranks, rSquared: rSquared, baseSize: size)
  }

  /// The columns of complete cases, or nil where they are too few to rank.
  private var complete: (columns: [[Double]], weights: [Double]?, rows: Int)? {
    let (columns, weights) = data.completeRows()
    guard columns.rows >= max(Base.suppressed, data.count + 2) else { return nil }
    return (columns.columns.map { $0.map { Double($0) } }, weights, columns.rows)
  }

  /// Shares brought from the order of the data to that of the panel.
  private func inPanelOrder(_ shares: [Double]) -> [Double] {
    ids.map { id in data.drivers.firstIndex { $0.id == id }.map { shares[$0] } ?? 0 }
  }

  private var personCentred: Result<SensitivityPanel.Ranking, Impossible> {
    guard data.count > 2, let complete else { return .failure(Impossible(reason: .tooFewRespondents)) }
    var columns = data.drivers.indices.map { driver in
      let scale = data.drivers[driver].scale
      return complete.columns[driver].map {
        ($0 - Double(scale.minimum)) / Double(scale.maximum - scale.minimum)
      }
    }
    for row in 0..<complete.rows {
      let mean = columns.reduce(0) { $0 + $1[row] } / Double(columns.count)
      for driver in columns.indices { columns[driver][row] -= mean }
    }
    let covariance = Covariance(of: columns + [complete.columns[data.count]], weights: complete.weights)
    let shares = DriverModel.shares(
      of: [data.count], in: covariance, drivers: data.count, by: .shapley)
    guard let shares = shares[0] else { return .failure(Impossible(reason: .tooFewRespondents)) }
    // Centred ratings sum to zero, so one that goes against the outcome only says that the others matter more.
    let correlations = data.drivers.indices.map { covariance.correlation[$0, data.count] }
    let positive = zip(shares.fractions, correlations).map { $1 > 0 ? $0 : 0 }
    let total = positive.reduce(0, +)
    let parts = positive.map { total > 0 ? $0 / total : 0 }
    let scores = zip(parts, correlations).map { $1 > 0 ? $0 : $1 }
    return .success(
      ranking(
        by: .personCentred, shares: inPanelOrder(parts), scores: inPanelOrder(scores),
        rSquared: shares.rSquared, size: complete.rows))
  }

  private func logistic(
    _ outcome: OutcomeKind, _ choice: SensitivityChoice
  ) -> Result<SensitivityPanel.Ranking, Impossible> {
    guard let column = data.column(of: outcome) else { return .failure(Impossible(reason: .noGroups)) }
    guard let complete else { return .failure(Impossible(reason: .tooFewRespondents)) }
    guard data.count <= LogisticShapley.mostPredictors,
      complete.rows << data.count <= options.mostLogisticWork
    else { return .failure(Impossible(reason: .tooLarge)) }
    do {
      let fitted = try LogisticShapley(
        of: complete.columns[column].map { $0 == 1 }, on: Array(complete.columns[..<data.count]),
        weights: complete.weights)
      let (shares, total) = (fitted.shares(), fitted.total())
      return .success(
        ranking(
          by: choice, shares: inPanelOrder(shares.map { total > 0 ? $0 / total : 0 }), rSquared: total,
          size: complete.rows))
    } catch {
      return .failure(Impossible(reason: .tooFewRespondents))
    }
  }
}
