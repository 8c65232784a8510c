import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct ProportionalOddsTestTests {
  private let exact: Oracle

  init() throws {
    exact = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/brant_exact.json"))
  }

  private func check(_ test: ProportionalOddsTest, _ expected: Oracle, names: [String]) throws {
    let results = try [test.omnibus] + test.predictors.map { try #require($0) }
    for (name, result) in zip(["Omnibus"] + names, results) {
      let reference = expected[name].numbers(["x2", "p"])
      #expect(worstError(of: [result.statistic, result.pValue], with: reference) < 1e-9, "\(name)")
      #expect(result.degreesOfFreedom == Int(expected[name, "df"].number))
    }
  }

  @Test func housingAgrees() throws {
    let housing = try HousingSatisfaction()
    let model = try CumulativeLogit(of: housing.outcome, on: housing.predictors, weights: housing.frequencies)
    let test = try #require(
      ProportionalOddsTest(
        of: model, on: housing.predictors, outcome: housing.outcome, weights: housing.frequencies))
    try check(test, exact["housing", "test"], names: HousingSatisfaction.names)
  }

  @Test func threeLevelsAgree() throws {
    let data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    let names = (1...7).map { "d\($0)" }
    let outcome = data.column("ltr").map { $0 >= 9 ? 2 : $0 >= 7 ? 1 : 0 }
    let model = try CumulativeLogit(of: outcome, on: data.columns(names))
    let test = try #require(ProportionalOddsTest(of: model, on: data.columns(names), outcome: outcome))
    try check(test, exact["synth_open_three_level", "test"], names: names)
  }

  @Test(arguments: ["clusters", "strata"])
  func designsAgree(key: String) throws {
    let data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    let expected = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/brant_design.json"))[key]
    let names = (1...7).map { "d\($0)" }
    let outcome = data.column("ltr").map { $0 >= 9 ? 2 : $0 >= 7 ? 1 : 0 }
    let clusters = outcome.indices.map { $0 / 6 }
    let isStratified = key == "strata"
    let design = SamplingDesign(
      rows: outcome.count, strata: isStratified ? clusters.map { $0 % 3 } : nil, clusters: clusters)
    let weights = isStratified ? data.column("w") : nil
    let model = try CumulativeLogit(of: outcome, on: data.columns(names), weights: weights)
    let test = try #require(
      ProportionalOddsTest(
        of: model, on: data.columns(names), outcome: outcome, weights: weights, sampling: design))
    try check(test, expected["test"], names: names)
    #expect(design.degreesOfFreedom == Int(expected["df"].number))
  }

  /// Every respondent three times as one cluster: the design effect is that of three equal answers, and the likelihood
  /// ratio is that of each respondent once.
  @Test func repeatedRowsSayNothingNew() throws {
    let data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    let predictors = data.columns(["d1", "d2"])
    let outcome = data.column("ltr").map { $0 >= 9 ? 2 : $0 >= 7 ? 1 : 0 }
    let threefold = { (column: [Double]) in column.flatMap { [$0, $0, $0] } }
    let (many, repeated) = (outcome.flatMap { [$0, $0, $0] }, predictors.map(threefold))
    let design = SamplingDesign(rows: many.count, clusters: many.indices.map { $0 / 3 })
    let model = try CumulativeLogit(of: many, on: repeated)
    let test = try #require(
      ProportionalOddsTest(of: model, on: repeated, outcome: many, sampling: design))
    let effect = try #require(test.designEffect)
    #expect(abs(effect - 3) < 0.3, "\(effect)")
    let ratio = try #require(try ProportionalOddsTest.likelihoodRatio(of: many, on: repeated))
    let once = try #require(try ProportionalOddsTest.likelihoodRatio(of: outcome, on: predictors))
    let corrected = ratio.allowing(for: 3, degreesOfFreedom: design.degreesOfFreedom)
    #expect(worstError(of: [corrected.statistic], with: [once.statistic]) < 1e-9)
    #expect(abs(corrected.pValue - once.pValue) < 0.01)
  }

  /// The binary logits that the test compares.
  @Test func binaryLogitsAgree() throws {
    let housing = try HousingSatisfaction()
    let data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    let (scores, drivers) = (data.column("ltr"), (1...7).map { "d\($0)" })
    let (cells, names) = (housing.predictors, HousingSatisfaction.names)
    for (key, level, outcome, predictors, weights, columns) in [
      ("housing", "Y>Low", housing.outcome.map { $0 > 0 }, cells, housing.frequencies, names),
      ("housing", "Y>Medium", housing.outcome.map { $0 > 1 }, cells, housing.frequencies, names),
      ("synth_open_three_level", "Y>det", scores.map { $0 >= 7 }, data.columns(drivers), nil, drivers),
      ("synth_open_three_level", "Y>pas", scores.map { $0 >= 9 }, data.columns(drivers), nil, drivers),
    ] {
      let fit = try LogisticRegression(of: outcome, on: predictors, weights: weights)
      let expected = exact[key, "binary_logit_coef", level].numbers(["(Intercept)"] + columns)
      let found = [fit.intercept] + fit.coefficients.compactMap(\.self)
      #expect(worstError(of: found, with: expected) < 1e-9, "\(key) \(level)")
    }
  }

  @Test func twoLevelsHaveNothingToCompare() throws {
    let model = try CumulativeLogit(of: [0, 1, 0, 1, 1, 0], on: [[1, 2, 3, 4, 5, 6]])
    #expect(ProportionalOddsTest(of: model, on: [[1, 2, 3, 4, 5, 6]], outcome: [0, 1, 0, 1, 1, 0]) == nil)
  }
}
