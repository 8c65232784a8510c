import Statistics
import SurveyAnalysis
import SurveyModel
import Testing

@Suite struct NonlinearCheckTests {
  private func check(_ survey: RatingSurvey) throws -> NonlinearCheck? {
    try NonlinearCheck(of: survey.survey, survey.table)
  }

  /// The score of a simulated survey made anew by a rule, with noise of a point.
  private func survey(_ rows: Int, _ rule: (Int, Int) -> Int) -> RatingSurvey {
    var generator = SeededGenerator(seed: 3)
    var survey = RatingSurvey.simulated(rows, effects: [2, 1, 1], seed: 4)
    let (first, second) = (survey.ratings["d1"] ?? [], survey.ratings["d2"] ?? [])
    survey.ratings["ltr"] = zip(first, second).map { one, other in
      let score = rule(one.value ?? 0, other.value ?? 0) + generator.index(below: 3) - 1
      return Rating(min(10, max(0, score)))
    }
    return survey
  }

  @Test func aStraightLineSuffices() throws {
    let found = try #require(try check(survey(600) { (2 * $0 + $1) / 3 }))
    #expect(found.verdict == .linearSuffices)
    #expect(found.baseSize == 600 && found.folds == 5)
    #expect(found.linearRSquared > 0.8 && found.gain < 0.02)
    #expect(found.drivers.map(\.id) == ["d1", "d2", "d3"] && found.drivers[0].rank == 1)
    #expect(found.drivers[2].permutationImportance < found.drivers[0].permutationImportance / 8)
  }

  @Test func aThresholdIsFound() throws {
    let found = try #require(try check(survey(600) { $0 >= 7 && $1 >= 5 ? 9 : 2 }))
    #expect(found.verdict == .forestPredictsBetter)
    #expect(found.gain > 0.1 && found.forestRSquared > 0.8)
    #expect((try #require(found.outOfBagRSquared) - found.forestRSquared).magnitude < 0.05)
  }

  @Test func aFewRespondentsDecideNothing() throws {
    #expect(try check(survey(59) { one, _ in one }) == nil)
    let noisy = try #require(try check(RatingSurvey.simulated(80, effects: [1, 1, 1], noise: 5, seed: 8)))
    #expect(noisy.verdict != .forestPredictsBetter)
  }

  /// More respondents than are looked at are thinned out evenly, and missing ratings leave complete cases.
  @Test func complete() throws {
    let holes = RatingSurvey.simulated(400, effects: [2, 1, 1], seed: 4).withHoles(0.2, seed: 5)
    let found = try #require(try check(holes))
    let analysis = try holes.analysis()
    #expect(found.baseSize == analysis.completeCases)
  }
}
