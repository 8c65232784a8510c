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
