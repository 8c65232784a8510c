import Foundation
import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct DriverAnalysisTests {
  private let names = (1...7).map { "d\($0)" }

  private func oracle(_ name: String) throws -> Oracle {
    try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/\(name).json"))
  }

  private func byName(_ analysis: DriverAnalysis, _ value: (RankedDriver) -> Double?) -> [Double] {
    names.compactMap { name in analysis.drivers.first { $0.id == name }.flatMap(value) }
  }

  @Test(arguments: [false, true])
  func rankingAgreesWithTheReferences(_ isWeighted: Bool) throws {
    let numbers = try oracle("synth_open_ols")[isWeighted ? "weighted" : "unweighted"]
    let found = try RatingSurvey.reference(weighted: isWeighted).analysis()
    let lmg = numbers["lmg", "value"].numbers(names)
    let explained = lmg.reduce(0, +)
    #expect(worstError(of: byName(found, \.importance), with: lmg.map { $0 / explained }) < 1e-10)
    #expect(Agreement(found.rSquared, with: explained).error < 1e-10)
    let weights = numbers["rwa_raw", "value"].numbers(names).map { $0 / explained }
    #expect(worstError(of: byName(found, \.otherImportance), with: weights) < 1e-10)
    let coefficients = numbers["ols", "value", "coef"].numbers(names)
    #expect(worstError(of: byName(found, \.coefficient), with: coefficients) < 1e-10)
    let errors = numbers["se_HC3", "value"].numbers(names)
    #expect(worstError(of: byName(found, \.coefficientStandardError), with: errors) < 1e-10)
    let standardized = numbers["std_beta", "value"].numbers(names)
    #expect(worstError(of: byName(found, \.standardizedCoefficient), with: standardized) < 1e-10)
    let correlations = numbers["pearson", "value", "ltr"].numbers(names)
    #expect(worstError(of: byName(found, \.correlation), with: correlations) < 1e-10)
    let means = numbers["means"].numbers(names)
    #expect(worstError(of: byName(found, \.performance), with: means) < 1e-12)
    #expect(found.drivers.map(\.rank) == Array(1...7))
    #expect(found.base.size == 1500 && found.completeCases == 1500)
  }

  @Test(arguments: [
    (MissingTreatment.expectationMaximization, "importance_em"), (.pairwise, "importance_pairwise"),
    (.completeCases, "importance_listwise"),
  ])
  func missingRatingsAreTreatedAsTheReferencesDo(_ treatment: MissingTreatment, _ key: String) throws {
    let numbers = try oracle("synth_open_missing")[key]
    let found = try RatingSurvey.reference(missing: true)
      .analysis(DriverOptions(missing: treatment, intervals: .none))
    let lmg = numbers["lmg"].numbers(names)
    let explained = lmg.reduce(0, +)
    #expect(worstError(of: byName(found, \.importance), with: lmg.map { $0 / explained }) < 1e-8)
    #expect(Agreement(found.rSquared, with: numbers["r2"].number).error < 1e-8)
    let beta = numbers["std_beta"].numbers(names)
    #expect(worstError(of: byName(found, \.standardizedCoefficient), with: beta) < 1e-8)
    #expect(found.base.size == 1500 && found.completeCases == 808)
  }

  @Test func promotersAndDetractorsGetRankingsOfTheirOwn() throws {
    let survey = try RatingSurvey.reference()
    let promoter = try survey.analysis(DriverOptions(outcome: .promoter, intervals: .none))
    let detractor = try survey.analysis(DriverOptions(outcome: .detractor, intervals: .none))
    let score = try survey.analysis()
    #expect(byName(score, \.promoterImportance) == byName(promoter, \.importance))
    #expect(byName(score, \.detractorImportance) == byName(detractor, \.importance))
    #expect(score.promoterRSquared == promoter.rSquared)
    #expect(detractor.drivers.allSatisfy { $0.correlation < 0 })
    #expect(detractor.findings.isEmpty)
  }

  @Test func sharesSumToOne() throws {
    for method in DriverMethod.allCases {
      let found = try RatingSurvey.reference(missing: true)
        .analysis(DriverOptions(method: method, intervals: .none))
      let total = found.drivers.map(\.importance).reduce(0, +)
      #expect((total - 1).magnitude < 1e-14)
    }
  }

  @Test func aReversedScaleGivesTheSameRanking() throws {
    var survey = try RatingSurvey.reference()
    let plain = try survey.analysis()
    survey.drivers[2] = RatingSurvey.question(
      "d3", scale: Scale(minimum: 0, maximum: 10, isReversed: true))
    survey.ratings["d3"] = survey.ratings["d3"]?.map { Rating(10 - ($0.value ?? 0)) }
    #expect(try survey.analysis() == plain)
  }

  @Test func aRatingTurnedTheWrongWayIsFound() throws {
    var survey = try RatingSurvey.reference()
    survey.ratings["d3"] = survey.ratings["d3"]?.map { Rating(10 - ($0.value ?? 0)) }
    let found = try survey.analysis()
    let isFound = found.findings.contains { finding in
      if case .reversed("d3", let correlation) = finding { correlation < -0.4 } else { false }
    }
    #expect(isFound)
  }

  @Test func zeroWeightsAndMissingOutcomesDoNotCount() throws {
    var survey = RatingSurvey.simulated(100, effects: [3, 1], seed: 4)
    survey.weights = (0..<100).map { $0 < 10 ? 0 : 1.5 }
    survey.ratings["ltr"]?.replaceSubrange(10..<20, with: [Rating](repeating: .dontKnow, count: 10))
    survey.ratings["d1"]?.replaceSubrange(20..<30, with: [Rating](repeating: .notShown, count: 10))
    survey.ratings["d2"]?.replaceSubrange(25..<35, with: [Rating](repeating: .skipped, count: 10))
    let found = try survey.analysis()
    #expect(found.base == Base(responses: 100, size: 75, effectiveSize: 75))
    #expect(found.completeCases == 65)
    #expect(found.drivers.first { $0.id == "d1" }?.answered == 70)
  }
}
