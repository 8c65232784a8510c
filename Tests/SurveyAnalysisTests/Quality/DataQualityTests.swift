import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct DataQualityTests {
  private func quality(_ survey: RatingSurvey) throws -> DataQuality {
    try DataQuality(of: survey.survey, survey.table)
  }

  @Test func agreesWithTheReference() throws {
    let found = try quality(RatingSurvey.reference())
    let expected = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_prca_quality.json"))
    #expect(
      Agreement(try #require(found.alpha), with: expected["halo", "cronbach_alpha"].number).error < 1e-12)
    let share = expected["halo", "first_factor_share"].number
    #expect(Agreement(try #require(found.firstShare), with: share).error < 1e-12)
    #expect(found.careless.straightLined.isEmpty)
    #expect(found.careless.improbable.isEmpty)
    #expect(expected["careless", "count_mahal_p_below_001"].number == 0)
    let linear = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_ols.json"))
    let inflation = linear["unweighted", "vif", "value"].numbers((1...7).map { "d\($0)" })
    #expect(worstError(of: found.drivers.compactMap(\.varianceInflation), with: inflation) < 1e-10)
    #expect(found.flags == [.noResponseTimes])
  }

  @Test func straightLinersAndRepeatsAreFoundAndStay() throws {
    var survey = RatingSurvey.simulated(300, effects: [3, 2, 1, 1, 1], seed: 3)
    for question in survey.survey.ratings {
      var column = survey.ratings[question.id] ?? []
      if question.id != "ltr" { (column[4], column[9]) = (Rating(8), Rating(8)) }
      column[20] = column[10]
      survey.ratings[question.id] = column
    }
    survey.ratings["d1"]?[9] = .skipped
    let found = try quality(survey)
    // Row 9 answered only four questions, and four equal answers prove nothing.
    #expect(found.careless.straightLined.contains(4) && !found.careless.straightLined.contains(9))
    #expect(found.careless.duplicates.contains(20) && !found.careless.duplicates.contains(10))
    #expect(found.base.size == 300)
  }

  @Test func rowsAreThoseOfTheTable() throws {
    var survey = RatingSurvey.simulated(100, effects: [1, 1, 1, 1, 1], seed: 4)
    for row in 0..<10 { survey.ratings["ltr"]?[row] = .skipped }
    for driver in survey.drivers { survey.ratings[driver.id]?[50] = Rating(3) }
    #expect(try quality(survey).careless.straightLined.contains(50))
  }

  @Test func aReversedScaleIsNoticed() throws {
    var survey = RatingSurvey.simulated(300, effects: [3, 2, 1], seed: 3)
    survey.ratings["d2"] = survey.ratings["d2"]?.map { Rating(10 - Int($0.code)) }
    let reversed = try quality(survey).flags.compactMap { flag -> String? in
      if case .reversed(let driver, _) = flag { driver } else { nil }
    }
    #expect(reversed == ["d2"])
  }

  @Test func dependenciesAndCeilingsAreNamed() throws {
    var survey = RatingSurvey.simulated(300, effects: [3, 2, 1], seed: 3)
    survey.drivers.append(RatingSurvey.question("sum", scale: Scale(minimum: 0, maximum: 20)))
    survey.ratings["sum"] = (0..<300).map { row in
      let sum = (survey.ratings["d1"]?[row].value ?? 0) + (survey.ratings["d2"]?[row].value ?? 0)
      return Rating(max(0, sum - (row % 50 == 0 ? 1 : 0)))
    }
    survey.ratings["d3"] = (0..<300).map { Rating($0 % 3 == 0 ? 7 : 10) }
    let found = try quality(survey)
    let inflated = found.flags.compactMap { flag -> String? in
      if case .inflated(let driver, _) = flag { driver } else { nil }
    }
    #expect(inflated == ["d1", "d2", "sum"])
    #expect(
      found.flags.contains { if case .nearDependency(_, ["d1", "d2", "sum"]) = $0 { true } else { false } })
    #expect(found.flags.contains(.ceiling(driver: "d3", share: 200.0 / 300)))
  }

  @Test func aRunawayRespondentIsInfluential() throws {
    var survey = RatingSurvey.simulated(40, effects: [1], noise: 0.5, seed: 3)
    survey.ratings["d1"] = (0..<40).map { Rating($0 == 0 ? 10 : 5 + $0 % 2) }
    survey.ratings["ltr"] = (0..<40).map { Rating($0 == 0 ? 0 : 5 + ($0 / 2) % 2) }
    let found = try quality(survey)
    #expect(try #require(found.influence).largestCooksDistance > 0.5)
    #expect(found.flags.contains { if case .influential = $0 { true } else { false } })
    #expect(found.flags.contains(.tooFewItems(1)))
  }

  @Test func missingRatingsLeaveWhatCanBeSaid() throws {
    let found = try quality(RatingSurvey.reference(missing: true))
    #expect(found.completeCases < found.base.size)
    #expect(found.alpha != nil && found.omega != nil)
    #expect(found.drivers.allSatisfy { $0.varianceInflation != nil })
  }

  @Test func dependenciesAreThoseOfTheDecomposition() throws {
    let survey = RatingSurvey.simulated(200, effects: [3, 2, 1], seed: 7)
    let found = try quality(survey)
    let columns = survey.drivers.map { question in
      (survey.ratings[question.id] ?? []).map { Double($0.value ?? 0) }
    }
    let expected = Collinearity(of: columns)
    #expect(found.dependencies.map(\.conditionIndex) == expected.conditionIndices)
    for (driver, question) in survey.drivers.enumerated() {
      let sum = found.dependencies.reduce(0) { $0 + $1.proportions[driver].share }
      #expect(Agreement(sum, with: 1).error < 1e-9)
      #expect(found.dependencies.allSatisfy { $0.proportions[driver].driver == question.id })
    }
  }

  /// Random answers are as inconsistent as can be, answers to twins are not.
  @Test func consistencyTellsRandomFromCareful() throws {
    var generator = SeededGenerator(seed: 5)
    var survey = RatingSurvey((1...8).map { "d\($0)" })
    let topics = (0..<4).map { _ in (0..<300).map { _ in generator.index(below: 11) } }
    for (place, driver) in survey.drivers.enumerated() {
      survey.ratings[driver.id] = topics[place / 2].map { value in
        Rating(min(10, max(0, value + generator.index(below: 3) - 1)))
      }
    }
    for row in 0..<60 {
      for driver in survey.drivers { survey.ratings[driver.id]?[row] = Rating(generator.index(below: 11)) }
    }
    survey.ratings["ltr"] = topics[0].map { Rating($0) }
    let careless = try quality(survey).careless
    for found in [try #require(careless.evenOdd), try #require(careless.synonyms)] {
      #expect(found.pairs == 4 && found.respondents > 290)
      // All careful ones are above, and of 60 random ones more than half below.
      #expect(found.lowShare > 30.0 / 300 && found.lowShare < 65.0 / 300)
      #expect(found.mean > 0.7)
    }
  }

  @Test func influenceIsCountedAndCanBeLeftOut() throws {
    var survey = RatingSurvey.simulated(200, effects: [4, 2, 1], noise: 1, seed: 9)
    for row in 0..<6 {
      survey.ratings["d1"]?[row] = Rating(0)
      survey.ratings["ltr"]?[row] = Rating(10)
    }
    // High leverage is a matter of the drivers alone.
    for (name, value) in [("d1", 0), ("d2", 10), ("d3", 0)] { survey.ratings[name]?[0] = Rating(value) }
    let found = try quality(survey)
    let influence = try #require(found.influence)
    #expect(influence.influential >= 6 && influence.influential < 40)
    #expect(influence.completeCases == 200 && influence.highLeverage > 0)
    let without = try #require(found.comparison.rankings.first { $0.choice == .withoutInfluential })
    #expect(without.baseSize == 200 - influence.influential)
    #expect(without.rSquared > found.comparison.rankings[0].rSquared)
  }

  @Test func allWhoLookCarelessAreLeftOutTogether() throws {
    var survey = RatingSurvey.simulated(300, effects: [3, 2, 1, 1, 1], seed: 3)
    for question in survey.survey.ratings {
      if question.id != "ltr" { survey.ratings[question.id]?[4] = Rating(8) }
      let copied = survey.ratings[question.id]?[10] ?? .skipped
      survey.ratings[question.id]?[20] = copied
    }
    let found = try quality(survey)
    #expect(found.careless.flagged == found.careless.flagged.sorted())
    #expect(found.careless.flagged.contains(4) && found.careless.flagged.contains(20))
    let without = try #require(found.comparison.rankings.first { $0.choice == .withoutCareless })
    #expect(without.baseSize == 300 - found.careless.flagged.count)
    #expect(
      found.comparison.rankings.map(\.choice).allSatisfy(SensitivityChoice.ofRespondents.contains))
  }

  @Test func runsOfEveryLengthAreCounted() throws {
    let found = try quality(RatingSurvey.simulated(120, effects: [3, 2, 1, 1], seed: 3))
    #expect(found.careless.longestRuns.count == 5 && found.careless.longestRuns.reduce(0, +) == 120)
    #expect(found.careless.longestRuns[0] == 0)
  }

  @Test func anUnusedTopIsNoticed() throws {
    var survey = RatingSurvey.simulated(100, effects: [3, 2, 1], seed: 3)
    survey.ratings["d2"] = survey.ratings["d2"]?.map { Rating(1 + ($0.value ?? 0) * 4 / 10) }
    let found = try quality(survey)
    #expect(found.flags.contains(.unusedTop(driver: "d2", highest: 5)))
    let driver = found.drivers[1]
    #expect(driver.lowest == 1 && driver.highest == 5 && driver.scale == 0...10)
  }
}
