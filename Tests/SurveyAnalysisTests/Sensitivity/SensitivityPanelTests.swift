import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct SensitivityPanelTests {
  private let clear = RatingSurvey.simulated(300, effects: [8, 4, 1, 0, 0], noise: 2, seed: 6)

  private func panel(_ survey: RatingSurvey) throws -> SensitivityPanel {
    try SensitivityPanel(of: survey.survey, survey.table)
  }

  @Test func rankingsAreThoseOfTheMethods() throws {
    let survey = try RatingSurvey.reference(missing: true)
    let found = try SensitivityPanel(
      of: survey.survey, survey.table, options: SensitivityOptions(mostLogisticWork: 0))
    #expect(found.rankings.map(\.choice) + found.omissions.map(\.choice) == SensitivityChoice.allCases)
    #expect(found.omissions.isEmpty)
    // Without time for all sub-models the logistic choices share by relative weights.
    #expect(
      found.rankings.filter(\.usesRelativeWeights).map(\.choice) == [
        .promoterLogit, .detractorLogit, .ordinalLogit,
      ])
    let reported = try survey.analysis()
    #expect(found.drivers == reported.drivers.map(\.id))
    #expect(found.rankings[0].ranks == Array(1...7))
    #expect(found.rankings.first { $0.choice == .completeCases }?.baseSize == reported.completeCases)
    for ranking in found.rankings {
      #expect(Agreement(ranking.importance.reduce(0, +), with: 1).error < 1e-9)
      #expect(ranking.ranks.sorted() == Array(1...7))
    }
    #expect(try #require(found.concordance) > 0.6)
  }

  @Test func clearDriversHoldEverywhere() throws {
    let found = try panel(clear)
    #expect(found.rankings.map(\.choice).contains(.promoterLogit))
    #expect(found.alwaysAmongFirst(2).contains("d1"))
    #expect(found.settledPairs.contains(.init(higher: "d1", lower: "d4")))
    #expect(!found.settledPairs.contains { $0.higher == "d4" && $0.lower == "d1" })
    let ranges = found.rankRanges
    for (driver, range) in zip(found.drivers, ranges) {
      #expect(found.alwaysAmongFirst(3).contains(driver) == (range.upperBound <= 3))
      #expect(found.neverAmongFirst(3).contains(driver) == (range.lowerBound > 3))
    }
  }

  @Test func straightLinersAreLeftOutWhereAsked() throws {
    var survey = clear
    for driver in survey.drivers {
      for row in 0..<60 { survey.ratings[driver.id]?[row] = Rating(row % 11) }
    }
    for row in 0..<60 { survey.ratings["ltr"]?[row] = Rating(row % 11) }
    let found = try panel(survey)
    let without = try #require(found.rankings.first { $0.choice == .withoutStraightLining })
    let straight = try DataQuality(of: survey.survey, survey.table).careless.straightLined
    #expect(straight.count >= 60 && without.baseSize == 300 - straight.count)
    let rest = survey.table.filtered { !straight.contains($0) }
    let expected = try DriverAnalysis(
      of: survey.survey, rest, options: DriverOptions(intervals: .none))
    let shares = Dictionary(uniqueKeysWithValues: expected.drivers.map { ($0.id, $0.importance) })
    #expect(without.importance == found.drivers.map { shares[$0] ?? 0 })
  }

  /// A mood that moves all ratings and the score alike explains nothing once it is taken off.
  @Test func centringTakesTheMoodAway() throws {
    var generator = SeededGenerator(seed: 12)
    var survey = RatingSurvey(["d1", "d2", "d3", "d4"])
    let mood = (0..<800).map { _ in 2 + generator.index(below: 7) }
    let own = (0..<800).map { _ in generator.index(below: 3) }
    for driver in ["d2", "d3", "d4"] {
      survey.ratings[driver] = mood.map { Rating($0 + generator.index(below: 3) - 1) }
    }
    survey.ratings["d1"] = zip(mood, own).map { Rating($0 + $1 - 1) }
    survey.ratings["ltr"] = zip(mood, own).map { Rating(max(0, min(10, $0 + 2 * ($1 - 1)))) }
    let found = try panel(survey)
    let centred = try #require(found.rankings.first { $0.choice == .personCentred })
    let reported = found.rankings[0]
    let first = try #require(found.drivers.firstIndex(of: "d1"))
    #expect(centred.importance[first] > reported.importance[first] + 0.05)
    #expect(centred.rSquared < reported.rSquared)
  }

  @Test func furtherRankingsAreThoseOfTheirMeasures() throws {
    let survey = RatingSurvey.simulated(200, effects: [5, 3, 1], noise: 2, seed: 7)
    let found = try panel(survey)
    func importance(_ choice: SensitivityChoice) throws -> [String: Double] {
      let ranking = try #require(found.rankings.first { $0.choice == choice })
      return Dictionary(uniqueKeysWithValues: zip(found.drivers, ranking.importance))
    }
    let columns = (survey.drivers.map(\.id) + ["ltr"]).map { id in
      (survey.ratings[id] ?? []).map { Double($0.value ?? 0) }
    }
    let scores = try LinearMeasures(of: 3, in: Covariance(of: columns)).carScores
    let squares = scores.reduce(0) { $0 + $1 * $1 }
    let groups = columns[3].map { $0 >= 9 ? 2 : $0 >= 7 ? 1 : 0 }
    let ordinal = try OrdinalShapley(of: groups, on: Array(columns[..<3]))
    for (place, id) in ["d1", "d2", "d3"].enumerated() {
      #expect(
        Agreement(try importance(.car)[id] ?? 0, with: scores[place] * scores[place] / squares).error < 1e-9)
      #expect(
        Agreement(try importance(.ordinalLogit)[id] ?? 0, with: ordinal.shares[place] / ordinal.total).error
          < 1e-6)
    }
    #expect(found.omissions.contains(.init(choice: .multipleImputation, reason: .same)))
  }

  /// Filled in five times, completely random holes leave about what the maximum likelihood estimate does.
  @Test func imputationIsNearTheLikelihood() throws {
    let survey = RatingSurvey.simulated(500, effects: [5, 3, 1], noise: 2, seed: 7).withHoles(0.15, seed: 8)
    let found = try panel(survey)
    let imputed = try #require(found.rankings.first { $0.choice == .multipleImputation })
    for (one, other) in zip(imputed.importance, found.rankings[0].importance) {
      #expect((one - other).magnitude < 0.04)
    }
    #expect(imputed.baseSize == found.rankings[0].baseSize)
  }

  @Test func choicesCanBeChosen() throws {
    let found = try SensitivityPanel(
      of: clear.survey, clear.table, options: SensitivityOptions(choices: [.car, .shapley]))
    #expect(found.rankings.map(\.choice) == [.shapley, .car] && found.omissions.isEmpty)
  }

  @Test func aSingleDriverHasNoConcordance() throws {
    let found = try panel(RatingSurvey.simulated(80, effects: [1], seed: 6))
    #expect(found.concordance == nil && found.meanRankCorrelation == nil)
    #expect(found.omissions.contains(.init(choice: .personCentred, reason: .tooFewRespondents)))
  }
}
