internal import Statistics
internal import SurveyModel

/// Two dummies per driver, rated low and rated high, and the score as the last column.
struct RatingDummies {
  /// One dummy's effect.
  struct Effect {
    let value: Double
    let interval: ClosedRange<Double>
    let draws: [Double]
  }

  /// The dummies that vary, in order, then the score.
  let columns: IntegerColumns
  let weights: [Double]?
  /// How the rows were drawn; nil where the survey does not say.
  let design: SamplingDesign?
  /// Which of all dummies (low and high of each driver in turn) the columns are.
  let kept: [Int]
  /// Per driver how many rated it low, in the middle and high.
  let counts: [[Int]]

  init(_ data: DriverData, cuts: [RatingCuts], completeCases: Bool) {
    let (source, weights) = completeCases ? data.completeRows() : (data.columns, data.weights)
    let missing = IntegerColumns.missing
    var (all, counts) = ([[Int16]](), [[Int]]())
    for (driver, cut) in cuts.enumerated() {
      let ratings = source.columns[driver]
      let steps = data.drivers[driver].scale.steps
      let low = ratings.map { $0 == missing ? missing : Int($0) <= cut.low * steps ? 1 : 0 }
      let high = ratings.map { $0 == missing ? missing : Int($0) >= cut.high * steps ? 1 : 0 }
      let (below, above) = (low.count { $0 == 1 }, high.count { $0 == 1 })
      counts.append([below, ratings.count { $0 != missing } - below - above, above])
      all += [low, high]
    }
    self.counts = counts
    self.weights = weights
    design = completeCases ? data.design?.restricted(to: data.columns.completeRows) : data.design
    kept = all.indices.filter { dummy in
      let first = all[dummy].first { $0 != missing }
      return all[dummy].contains { $0 != first && $0 != missing }
    }
    columns = IntegerColumns(
      rows: source.rows, columns: kept.map { all[$0] } + [source.columns[data.count]])
  }

  /// The effects of the kept dummies and what they explain.
  func estimate(_ missing: MissingTreatment) throws(AnalysisError) -> (effects: [Double?], rSquared: Double) {
    let count = kept.count
    var covariance = Covariance(CrossProducts(of: columns, rows: columns.completeRows, weights: weights))
    if columns.completeRows.count < columns.rows {
      do {
        covariance = try ExpectationMaximization(of: columns, weights: weights).covariance
      } catch {
        throw .tooFewRespondents(have: columns.rows, need: count + 2)
      }
    }
    let effects = DriverModel.coefficients(of: count, in: covariance, drivers: count, without: [])
    let explained = effects.indices.reduce(0) { $0 + (effects[$1] ?? 0) * covariance.matrix[$1, count] }
    return (effects, explained / covariance.matrix[count, count])
  }

  /// A row per resample with the effects of the kept dummies; 0 where a resample cannot tell one.
  func resampled(_ options: PenaltyRewardOptions) -> Matrix {
    let count = kept.count
    let bootstrap = CovarianceBootstrap(of: columns, weights: weights, design: design?.informative)
    return bootstrap.replicated(
      Bootstrap(replicates: options.replicates, seed: options.seed), statistics: count
    ) { covariance, result in
      let found = DriverModel.coefficients(of: count, in: covariance, drivers: count, without: [])
      for (place, value) in found.enumerated() { result[place] = value ?? 0 }
    }
  }

  /// The effect of a dummy, counted among all; nil where it has none.
  func effect(_ dummy: Int, _ effects: [Double?], _ draws: Matrix, _ options: PenaltyRewardOptions) -> Effect?
  {
    guard let place = kept.firstIndex(of: dummy), let value = effects[place] else { return nil }
    let column = (0..<draws.rows).map { draws[$0, place] }
    return Effect(
      value: value, interval: BootstrapInterval.percentile(column, confidence: options.confidence),
      draws: column)
  }
}
