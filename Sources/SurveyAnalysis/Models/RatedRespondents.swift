internal import Statistics
internal import SurveyModel

/// The respondents who rated every driver, as the columns that a model of probabilities reads.
///
/// Weights are scaled to sum to Kish's effective sample size, so that likelihoods, and the errors and tests made of them,
/// are those of as many respondents as the weighted sample is worth (a design effect common to all coefficients; Kish 1965;
/// Rao & Scott 1984, doi:10.1214/aos/1176346391).
struct RatedRespondents {
  /// The drivers' ids.
  let drivers: [String]
  /// A column of ratings per driver, the good end on top.
  let ratings: [[Double]]
  /// The answers to the outcome, the good end on top.
  let scores: [Int]
  /// −1, 0 and 1 for detractors, passives and promoters; empty where the scale has none.
  let groups: [Int]
  /// Weights that sum to the effective sample size; nil where all are equal.
  let weights: [Double]?
  /// How they were drawn; nil where the survey does not say.
  let design: SamplingDesign?
  /// What the model rests on: respondents who rated every driver.
  let base: Base
  /// How many respondents rated some driver.
  let rated: Int
  /// Drivers left out.
  let leftOut: [DriverFinding]

  /// The respondents a model can use.
  ///
  /// - Throws: as `DriverAnalysis`; `noPromoterGroups` where groups are needed and the scale has none.
  init(of survey: Survey, _ table: ResponseTable, needsGroups: Bool) throws(AnalysisError) {
    let options = DriverOptions(missing: .completeCases, intervals: .none)
    let data = try DriverData(of: survey, table, options: options)
    let (columns, weights) = data.completeRows()
    let kept = data.columns.completeRows
    let scale = survey.outcome.scale
    let known = PromoterGroups(of: scale)
    if needsGroups, known == nil {
      throw .noPromoterGroups(minimum: scale.minimum, maximum: scale.maximum)
    }
    let scores = columns.columns[data.count].map { Int($0) }
    self.init(
      drivers: data.drivers.map(\.id),
      ratings: (0..<data.count).map { data.answers(of: $0, in: columns) },
      scores: scores,
      groups: known.map { groups in scores.map { groups.part(of: $0) } } ?? [],
      weights: weights, design: data.design?.restricted(to: kept), responses: table.count,
      rated: data.base.size, leftOut: data.leftOut)
  }

  private init(
    drivers: [String], ratings: [[Double]], scores: [Int], groups: [Int], weights: [Double]?,
    design: SamplingDesign?, responses: Int,
    rated: Int, leftOut: [DriverFinding]
  ) {
    let (sum, squares) = (weights ?? []).reduce(into: (0.0, 0.0)) {
      $0.0 += $1; $0.1 += $1 * $1
    }
    let effective = weights == nil ? Double(scores.count) : sum * sum / squares
    (self.drivers, self.ratings, self.scores, self.groups) = (drivers, ratings, scores, groups)
    self.weights = weights.map { weights in weights.map { $0 * effective / sum } }
    base = Base(responses: responses, size: scores.count, effectiveSize: effective)
    (self.design, self.rated, self.leftOut) = (design, rated, leftOut)
  }

  /// The respondents who are in one of the two groups of a contrast, with whether they are in the first.
  func contrasted(_ contrast: GroupContrast) throws(AnalysisError) -> (
    respondents: RatedRespondents, outcome: [Bool]
  ) {
    let kept =
      contrast == .promoterDetractor ? groups.indices.filter { groups[$0] != 0 } : Array(groups.indices)
    let part = RatedRespondents(
      drivers: drivers, ratings: ratings.map { column in kept.map { column[$0] } },
      scores: kept.map { scores[$0] },
      groups: kept.map { groups[$0] }, weights: weights.map { weights in kept.map { weights[$0] } },
      design: design?.restricted(to: kept), responses: base.responses, rated: rated, leftOut: leftOut)
    let wanted = contrast == .detractorRest ? -1 : 1
    let outcome = part.groups.map { $0 == wanted }
    try part.check(levels: Set(outcome).count)
    let smaller = min(outcome.count { $0 }, outcome.count { !$0 })
    guard smaller >= Base.suppressed else { throw .tooFewRespondents(have: smaller, need: Base.suppressed) }
    return (part, outcome)
  }

  /// The outcome of an ordinal model.
  func ordered(_ levels: OutcomeLevels) throws(AnalysisError) -> [Int] {
    let outcome = levels == .groups ? groups : scores
    try check(levels: Set(outcome).count)
    return outcome
  }

  private func check(levels: Int) throws(AnalysisError) {
    let need = max(Base.suppressed, drivers.count + 2)
    guard scores.count >= need else { throw .tooFewRespondents(have: scores.count, need: need) }
    guard levels > 1 else { throw .constantOutcome(value: scores.first ?? 0) }
  }

  /// The design that errors rest on; nil without one.
  var sampling: SamplingDesign? { design?.informative }

  /// The degrees of freedom of errors: the design's, or no end of them.
  var degreesOfFreedom: Double { sampling.map { Double($0.degreesOfFreedom) } ?? .infinity }

  /// What a fit that fails says about the survey.
  func error(_ error: FitError) -> AnalysisError {
    switch error {
    case .tooFewObservations(let have, let need): .tooFewRespondents(have: have, need: need)
    case .constantOutcome: .constantOutcome(value: scores.first ?? 0)
    case .tooManyDrivers(let have, let most): .tooManyDrivers(have: have, most: most)
    }
  }
}

extension PromoterGroups {
  /// −1, 0 or 1 for a value with the good end of the scale on top.
  fileprivate func part(of oriented: Int) -> Int { group(of: scale.oriented(oriented)).rawValue }
}
