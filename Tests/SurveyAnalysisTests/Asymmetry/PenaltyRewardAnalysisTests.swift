import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct PenaltyRewardAnalysisTests {
  private let quick = PenaltyRewardOptions(replicates: 100)

  private static func oracle() throws -> Oracle {
    try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_prca_quality.json"))[
      "penalty_reward_6_9", "value"]
  }

  @Test func agreesWithTheReference() throws {
    let survey = try RatingSurvey.reference()
    let found = try PenaltyRewardAnalysis(of: survey.survey, survey.table, options: quick)
    let expected = try PenaltyRewardAnalysisTests.oracle()
    let names = survey.drivers.map(\.id)
    let penalties = found.drivers.compactMap(\.penalty)
    let rewards = found.drivers.compactMap(\.reward)
    #expect(worstError(of: penalties, with: expected["coef"].numbers(names.map { $0 + "_penalty" })) < 1e-10)
    #expect(worstError(of: rewards, with: expected["coef"].numbers(names.map { $0 + "_reward" })) < 1e-10)
    let indices = found.drivers.compactMap(\.asymmetryIndex)
    #expect(worstError(of: indices, with: expected["asymmetry_index"].numbers(names)) < 1e-10)
    let ranges = found.drivers.compactMap(\.rangeOfImpact)
    #expect(worstError(of: ranges, with: expected["range_of_impact"].numbers(names)) < 1e-10)
    #expect(Agreement(found.rSquared, with: expected["r2"].number).error < 1e-10)
    // Bootstrap intervals are about ±2 usual errors wide.
    for (driver, error) in zip(found.drivers, expected["se"].numbers(names.map { $0 + "_penalty" })) {
      let interval = try #require(driver.penaltyInterval)
      let width = interval.upperBound - interval.lowerBound
      #expect(width > 2.5 * error && width < 6 * error)
      #expect(driver.counts.reduce(0, +) == 1500)
    }
  }

  /// Ratings that cost below 7, pay above 8, or do both, by construction.
  private static func shaped(missing: Int = 0) -> RatingSurvey {
    var generator = SeededGenerator(seed: 11)
    var survey = RatingSurvey(["basic", "linear", "excitement"])
    var columns = [[Rating]](repeating: [], count: 3)
    var outcome: [Rating] = []
    for row in 0..<1200 {
      let values = (0..<3).map { _ in 4 + generator.index(below: 7) }
      var level = 6.0 + 2 * (generator.uniform() - 0.5)
      if values[0] <= 6 { level -= 2 }
      if values[1] <= 6 { level -= 1.2 }
      if values[1] >= 9 { level += 1.2 }
      if values[2] >= 9 { level += 2 }
      for driver in 0..<3 {
        let isMissing = missing > 0 && (row * 3 + driver) % missing == 0
        columns[driver].append(isMissing ? .skipped : Rating(values[driver]))
      }
      outcome.append(Rating(Int(min(10, max(0, level.rounded())))))
    }
    for (driver, column) in zip(survey.drivers, columns) { survey.ratings[driver.id] = column }
    survey.ratings["ltr"] = outcome
    return survey
  }

  @Test(arguments: [0, 7]) func classesComeOutAsBuilt(missing: Int) throws {
    let survey = PenaltyRewardAnalysisTests.shaped(missing: missing)
    let found = try PenaltyRewardAnalysis(
      of: survey.survey, survey.table, options: PenaltyRewardOptions(band: 0.3, replicates: 100))
    #expect(found.drivers.map(\.settledClass) == [.basic, .performance, .excitement])
    #expect((found.completeCases < 1200) == (missing > 0))
    let penalty = try #require(found.drivers[0].penalty)
    #expect(penalty > -2.3 && penalty < -1.7)
    for driver in found.drivers {
      #expect(Agreement(driver.probabilities.reduce(0, +), with: 1).error < 1e-12)
    }
  }

  @Test func aDriverWithoutEffectHasNoSettledClass() throws {
    let survey = RatingSurvey.simulated(400, effects: [3, 0], noise: 3, seed: 8)
    var unrelated = survey
    var generator = SeededGenerator(seed: 5)
    unrelated.ratings["d2"] = (0..<400).map { _ in Rating(generator.index(below: 11)) }
    let found = try PenaltyRewardAnalysis(of: unrelated.survey, unrelated.table, options: quick)
    #expect(found.drivers[1].settledClass == nil)
    #expect(try #require(found.drivers[1].penaltyInterval).contains(0))
  }

  @Test func reversedScalesAreTurnedRound() throws {
    let upright = PenaltyRewardAnalysisTests.shaped()
    var turned = upright
    turned.drivers[0] = RatingSurvey.question(
      "basic", scale: Scale(minimum: 0, maximum: 10, isReversed: true))
    turned.ratings["basic"] = turned.ratings["basic"]?.map { Rating(10 - Int($0.code)) }
    #expect(
      try PenaltyRewardAnalysis(of: turned.survey, turned.table, options: quick)
        == PenaltyRewardAnalysis(of: upright.survey, upright.table, options: quick))
  }

  @Test func nobodyHighMeansNoReward() throws {
    var survey = PenaltyRewardAnalysisTests.shaped()
    survey.ratings["basic"] = survey.ratings["basic"]?.map { Rating(min(8, Int($0.code))) }
    let found = try PenaltyRewardAnalysis(of: survey.survey, survey.table, options: quick)
    #expect(found.drivers[0].reward == nil && found.drivers[0].estimatedClass == nil)
    #expect(found.drivers[0].counts[2] == 0 && found.drivers[0].penalty != nil)
  }

  @Test(
    arguments: [
      (Scale(minimum: 0, maximum: 10), 6, 9), (Scale(minimum: 1, maximum: 10), 6, 9),
      (Scale(minimum: 1, maximum: 5), 3, 5), (Scale(minimum: 1, maximum: 7), 4, 7),
      (Scale(minimum: 0, maximum: 1), 0, 1), (Scale(minimum: 0, maximum: 100), 60, 90),
    ])
  func cutsFollowTheScale(scale: Scale, low: Int, high: Int) {
    #expect(RatingCuts(for: scale) == RatingCuts(low: low, high: high))
  }
}
