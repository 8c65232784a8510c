import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct PartialProportionalOddsTests {
  private static let names = (1...7).map { "d\($0)" }
  private let reference: Oracle
  private let data: OracleTable

  init() throws {
    reference = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_ordinal.json"))
    data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
  }

  private func outcome(_ block: String) -> [Int] {
    data.column("ltr").map { block == "eleven_level" ? Int($0) : $0 >= 9 ? 1 : $0 >= 7 ? 0 : -1 }
  }

  @Test(arguments: ["three_level", "three_level_weighted", "eleven_level"])
  func likelihoodRatioTestAgrees(block: String) throws {
    let weights = block.hasSuffix("weighted") ? data.column("w") : nil
    let found = try #require(
      try ProportionalOddsTest.likelihoodRatio(
        of: outcome(block), on: data.columns(Self.names), weights: weights))
    let expected = reference[block, "lr_test_proportional_odds", "value"]
    #expect(Agreement(found.statistic, with: expected["lr"].number).error < 1e-7)
    #expect(found.degreesOfFreedom == Int(expected["df"].number))
    #expect(Agreement(found.pValue, with: expected["p"].number).error < 1e-7)
  }

  @Test func housingAgrees() throws {
    let housing = try HousingSatisfaction()
    let url = Fixture.url("Tests/StatisticsTests/Oracles/housing_ordinal.json")
    let expected = try Oracle(url)["results", "lr_test_proportional_odds", "value"]
    let fit = try PartialProportionalOdds(
      of: housing.outcome, on: housing.predictors, varying: Array(0..<6), weights: housing.frequencies)
    #expect(Agreement(fit.logLikelihood, with: expected["loglik_nominal"].number).error < 1e-9)
    #expect(!fit.hasNegativeProbabilities)
  }

  @Test func nothingVaryingIsProportionalOdds() throws {
    let (outcome, predictors) = (outcome("three_level"), data.columns(Self.names))
    let fit = try PartialProportionalOdds(of: outcome, on: predictors, varying: [])
    let parallel = try CumulativeLogit(of: outcome, on: predictors)
    #expect(worstError(of: fit.thresholds, with: parallel.thresholds) < 1e-10)
    for cut in 0..<2 {
      let slopes = fit.coefficients[cut].compactMap(\.self)
      #expect(worstError(of: slopes, with: parallel.coefficients.compactMap(\.self)) < 1e-10)
      let errors = fit.standardErrors[cut].compactMap(\.self)
      #expect(worstError(of: errors, with: parallel.standardErrors.compactMap(\.self)) < 1e-9)
    }
    #expect(fit.test(against: parallel) == nil)
  }

  /// One yes-or-no predictor that varies makes the model fit the table: its coefficients are log odds ratios.
  @Test func aSaturatedTableIsFitted() throws {
    let counts = [[30, 20, 50], [10, 25, 65]]
    var (outcome, predictor, weights) = ([Int](), [Double](), [Double]())
    for (group, row) in counts.enumerated() {
      for (level, count) in row.enumerated() {
        outcome.append(level)
        predictor.append(Double(group))
        weights.append(Double(count))
      }
    }
    let fit = try PartialProportionalOdds(of: outcome, on: [predictor], varying: [0], weights: weights)
    let logit = { (below: Double) in log(below / (100 - below)) }
    #expect(worstError(of: fit.thresholds, with: [logit(30), logit(50)], floor: 1) < 1e-10)
    let slopes = fit.coefficients.map { $0[0] ?? .nan }
    #expect(worstError(of: slopes, with: [logit(30) - logit(10), logit(50) - logit(35)]) < 1e-10)
    let errors = fit.standardErrors.map { $0[0] ?? .nan }
    let variance = { (first: Double, second: Double) in
      100 / (first * (100 - first)) + 100 / (second * (100 - second))
    }
    #expect(worstError(of: errors.map { $0 * $0 }, with: [variance(30, 10), variance(50, 35)]) < 1e-9)
  }

  @Test func refusals() {
    #expect(throws: FitError.constantOutcome) {
      try PartialProportionalOdds(of: [1, 1], on: [[1, 2]], varying: [0])
    }
  }
}
