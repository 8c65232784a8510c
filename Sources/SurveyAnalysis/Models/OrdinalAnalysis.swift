public import Statistics
public import SurveyModel

/// What moves respondents up the ordered outcome, and whether the same moves them over every threshold.
public struct OrdinalAnalysis: Sendable, Equatable {
  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// The odds ratio of a higher level per point of rating; nil where the driver follows from others.
    public let oddsRatio: OddsRatio?
    /// The test that its coefficient is the same at all thresholds: Brant's, or a likelihood ratio where that cannot be
    /// made; nil with two levels.
    public let proportionalOdds: ProportionalOddsTest.Result?
    /// Where proportional odds are rejected for it, the odds ratio at each threshold, from the partial model; otherwise
    /// empty.
    public let oddsRatioByThreshold: [OddsRatio?]
  }

  /// What the levels are.
  public let levels: OutcomeLevels
  /// The upper level at each threshold: the odds are those of reaching it.
  public let thresholds: [Int]
  /// The drivers, in the survey's order.
  public let drivers: [Driver]
  /// Brant's test for all drivers; nil with two levels and where a binary logit is separated.
  public let brant: ProportionalOddsTest.Result?
  /// The likelihood ratio test for all drivers; nil where a model has no maximum.
  public let likelihoodRatio: ProportionalOddsTest.Result?
  /// Whether the partial model gives some respondent a negative probability; nil where there is no partial model.
  public let hasNegativeProbabilities: Bool?
  /// Respondents who rated every driver.
  public let base: Base
  /// How many respondents rated some driver.
  public let rated: Int
  /// The measures of explained variation.
  public let rSquared: PseudoRSquared
  /// Whether there is a maximum; where not, drivers separate the levels and the numbers mean nothing.
  public let isConverged: Bool
  /// How respondents were drawn, which the intervals allow for, though not the tests of proportional odds; nil where the
  /// survey does not say.
  public let design: DesignSummary?
  /// Drivers left out before the fit, and clusters so few that intervals may be too short.
  public let findings: [DriverFinding]
  /// The confidence of all intervals.
  public let confidence: Double

  /// A p-value below which proportional odds are rejected.
  public static let rejection = 0.05

  /// The cumulative logit of a survey's drivers.
  ///
  /// - Throws: as `DriverAnalysis`, and `noPromoterGroups` for the groups of a scale that has none.
  public init(
    of survey: Survey, _ table: ResponseTable, options: ModelOptions = ModelOptions()
  ) throws(AnalysisError) {
    let respondents = try RatedRespondents(of: survey, table, needsGroups: options.levels == .groups)
    let outcome = try respondents.ordered(options.levels)
    let fit: CumulativeLogit
    let tests: ThresholdTests
    do {
      fit = try CumulativeLogit(of: outcome, on: respondents.ratings, weights: respondents.weights)
      tests = try ThresholdTests(of: fit, respondents, outcome)
    } catch {
      throw respondents.error(error)
    }
    let errors =
      respondents.sampling.map { Array(fit.standardErrors(under: $0).dropFirst(fit.thresholds.count)) }
      ?? fit.standardErrors
    drivers = respondents.drivers.enumerated().map { driver, id in
      Driver(
        id: id,
        oddsRatio: OddsRatio(
          fit.coefficients[driver], errors[driver], degreesOfFreedom: respondents.degreesOfFreedom,
          confidence: options.confidence),
        proportionalOdds: tests.predictors[driver],
        oddsRatioByThreshold: tests.oddsRatios(of: driver, respondents, confidence: options.confidence))
    }
    (levels, thresholds) = (options.levels, Array(fit.levels.dropFirst()))
    (brant, likelihoodRatio) = (tests.brant, tests.likelihoodRatio)
    hasNegativeProbabilities = tests.partial?.hasNegativeProbabilities
    (base, rated, rSquared) = (respondents.base, respondents.rated, fit.rSquared)
    (isConverged, confidence) = (fit.isConverged, options.confidence)
    design = DesignSummary(respondents.sampling, of: survey)
    findings = respondents.leftOut + DriverFindings.fewClusters(respondents.design)
  }
}

/// Tests of proportional odds, and the model that frees the drivers for which they are rejected.
private struct ThresholdTests {
  let brant: ProportionalOddsTest.Result?
  let likelihoodRatio: ProportionalOddsTest.Result?
  let predictors: [ProportionalOddsTest.Result?]
  let partial: PartialProportionalOdds?

  init(of fit: CumulativeLogit, _ respondents: RatedRespondents, _ outcome: [Int]) throws(FitError) {
    let (ratings, weights) = (respondents.ratings, respondents.weights)
    guard fit.levels.count > 2, fit.isConverged else {
      (brant, likelihoodRatio, partial) = (nil, nil, nil)
      predictors = ratings.map { _ in nil }
      return
    }
    let sampling = respondents.sampling
    let test = ProportionalOddsTest(
      of: fit, on: ratings, outcome: outcome, weights: weights, sampling: sampling)
    brant = test?.omnibus
    let ratio = try ProportionalOddsTest.likelihoodRatio(of: outcome, on: ratings, weights: weights)
    if let sampling, let effect = test?.designEffect {
      likelihoodRatio = ratio?.allowing(for: effect, degreesOfFreedom: sampling.degreesOfFreedom)
    } else {
      likelihoodRatio = ratio
    }
    if let test {
      predictors = test.predictors
    } else {
      var found: [ProportionalOddsTest.Result?] = []
      for predictor in ratings.indices {
        let free = try PartialProportionalOdds(
          of: outcome, on: ratings, varying: [predictor], weights: weights)
        found.append(free.test(against: fit))
      }
      predictors = found
    }
    let freed = ThresholdTests.freed(predictors, [brant, likelihoodRatio])
    partial =
      freed.isEmpty
      ? nil : try PartialProportionalOdds(of: outcome, on: ratings, varying: freed, weights: weights)
  }

  /// The drivers for which proportional odds are rejected, if they are for all together; the one nearest to it where
  /// none is by itself.
  private static func freed(
    _ predictors: [ProportionalOddsTest.Result?], _ together: [ProportionalOddsTest.Result?]
  ) -> [Int] {
    guard together.contains(where: { ($0?.pValue ?? 1) < OrdinalAnalysis.rejection }) else { return [] }
    let rejected = predictors.indices.filter { (predictors[$0]?.pValue ?? 1) < OrdinalAnalysis.rejection }
    let tested = predictors.indices.filter { predictors[$0] != nil }
    let nearest = tested.min { (predictors[$0]?.pValue ?? 1) < (predictors[$1]?.pValue ?? 1) }
    return rejected.isEmpty ? nearest.map { [$0] } ?? [] : rejected
  }

  func oddsRatios(of driver: Int, _ respondents: RatedRespondents, confidence: Double) -> [OddsRatio?] {
    guard let partial, partial.isConverged, partial.varying.contains(driver) else { return [] }
    let errors = respondents.sampling.map { partial.standardErrors(under: $0) } ?? partial.standardErrors
    return zip(partial.coefficients, errors).map {
      OddsRatio(
        $0[driver], $1[driver], degreesOfFreedom: respondents.degreesOfFreedom, confidence: confidence)
    }
  }
}
