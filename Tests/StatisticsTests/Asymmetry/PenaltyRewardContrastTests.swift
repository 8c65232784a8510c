import Statistics
import TestSupport
import Testing

/// Against R's `lm` on the same dummies.
@Suite struct PenaltyRewardContrastTests {
  private static func table(_ name: String) throws -> OracleTable {
    try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/\(name).csv"))
  }

  private static func oracle(_ name: String) throws -> Oracle {
    try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/\(name).json"))
  }

  private func expectEqual(
    _ found: PenaltyRewardContrast, to expected: Oracle, drivers: [String], tolerance: Double
  ) {
    let names = drivers.flatMap { ["\($0)_penalty", "\($0)_reward"] }
    let effects = found.contrasts.flatMap { [$0.penalty, $0.reward] }.compactMap(\.self)
    #expect(worstError(of: effects.map(\.value), with: expected["coef"].numbers(names)) < tolerance)
    let errors = effects.compactMap(\.standardError)
    #expect(worstError(of: errors, with: expected["se"].numbers(names)) < tolerance)
    // A p-value of 1e-52 moves by fifty times what t moves by.
    let pValues = effects.compactMap(\.pValue)
    #expect(worstError(of: pValues, with: expected["p"].numbers(names)) < 100 * tolerance)
    #expect(Agreement(found.intercept, with: expected["coef", "(Intercept)"].number).error < tolerance)
    #expect(Agreement(found.rSquared, with: expected["r2"].number).error < tolerance)
  }

  @Test func agreesWithCutsAtSixAndNine() throws {
    let table = try PenaltyRewardContrastTests.table("synth_open")
    let drivers = (1...7).map { "d\($0)" }
    let found = try PenaltyRewardContrast(
      of: table.column("ltr"), on: table.columns(drivers), lowCuts: [Double](repeating: 6, count: 7),
      highCuts: [Double](repeating: 9, count: 7))
    let expected = try PenaltyRewardContrastTests.oracle("synth_open_prca_quality")[
      "penalty_reward_6_9", "value"]
    expectEqual(found, to: expected, drivers: drivers, tolerance: 1e-11)
    let ranges = found.contrasts.compactMap(\.rangeOfImpact)
    #expect(worstError(of: ranges, with: expected["range_of_impact"].numbers(drivers)) < 1e-11)
    let indices = found.contrasts.compactMap(\.asymmetryIndex)
    #expect(worstError(of: indices, with: expected["asymmetry_index"].numbers(drivers)) < 1e-11)
  }

  @Test func agreesWithCutsAtTheThirds() throws {
    let drivers = ["complaints", "privileges", "learning", "raises", "critical", "advance"]
    let table = try PenaltyRewardContrastTests.table("attitude")
    let expected = try PenaltyRewardContrastTests.oracle("attitude_ols")["results", "penalty_reward", "value"]
    let found = try PenaltyRewardContrast(
      of: table.column("rating"), on: table.columns(drivers),
      lowCuts: expected["low_cut"].numbers(drivers), highCuts: expected["high_cut"].numbers(drivers))
    expectEqual(found, to: expected, drivers: drivers, tolerance: 1e-10)
  }

  @Test func aWeightOfTwoIsTheRowTwice() throws {
    let outcome: [Double] = [3, 8, 9, 10, 6, 7, 2, 9]
    let ratings: [Double] = [2, 7, 9, 10, 7, 8, 5, 9]
    let weighted = try PenaltyRewardContrast(
      of: outcome, on: [ratings], lowCuts: [6], highCuts: [9], weights: [2, 1, 1, 1, 1, 1, 1, 1])
    let twice = try PenaltyRewardContrast(
      of: outcome + [3], on: [ratings + [2]], lowCuts: [6], highCuts: [9])
    let values = { (found: PenaltyRewardContrast) in
      found.contrasts.flatMap { [$0.penalty?.value ?? .nan, $0.reward?.value ?? .nan] }
    }
    #expect(worstError(of: values(weighted), with: values(twice)) < 1e-12)
    // With one driver the effects are differences of group means.
    #expect(worstError(of: values(twice), with: [8.0 / 3 - 7, 28.0 / 3 - 7]) < 1e-12)
  }

  @Test func aDummyThatNobodyHasIsNil() throws {
    let found = try PenaltyRewardContrast(
      of: [5, 7, 9, 8], on: [[7, 8, 9, 9]], lowCuts: [6], highCuts: [9])
    #expect(found.contrasts[0].penalty == nil && found.contrasts[0].reward != nil)
    #expect(found.contrasts[0].asymmetryIndex == nil && found.contrasts[0].rangeOfImpact == nil)
  }

  @Test(
    arguments: [
      (-1, 0.2, .basic), (-1, 0.95, .performance), (-0.2, 1, .excitement), (-1, -0.5, .basic),
      (0.3, 1, .excitement),
      (0.3, -0.1, nil),
    ] as [(Double, Double, AsymmetryClass?)])
  func classesFollowTheLargerEffect(penalty: Double, reward: Double, expected: AsymmetryClass?) {
    #expect(AsymmetryClass(penalty: penalty, reward: reward) == expected)
  }
}
