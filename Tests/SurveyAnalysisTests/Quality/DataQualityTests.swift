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
    #expect(try #require(found.largestCooksDistance) > 0.5)
    #expect(found.flags.contains { if case .influential = $0 { true } else { false } })
    #expect(found.flags.contains(.tooFewItems(1)))
  }

  @Test func missingRatingsLeaveWhatCanBeSaid() throws {
    let found = try quality(RatingSurvey.reference(missing: true))
    #expect(found.completeCases < found.base.size)
    #expect(found.alpha != nil && found.omega != nil)
    #expect(found.drivers.allSatisfy { $0.varianceInflation != nil })
  }
}
