import Statistics
import TestSupport
import Testing

@Suite struct MarginalEffectTests {
  @Test(arguments: ["promoter", "detractor"])
  func errorsAgreeWithAComplexStep(group: String) throws {
    let names = (1...7).map { "d\($0)" }
    let table = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    let expected = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/marginal_effects.json"))[group]
    let outcome = table.column("ltr").map { group == "promoter" ? $0 >= 9 : $0 <= 6 }
    let fit = try LogisticRegression(of: outcome, on: names.map { table.column($0) })
    let errors = fit.averageMarginalEffectStandardErrors().compactMap(\.self)
    #expect(worstError(of: errors, with: expected.numbers(names)) < 1e-10)
  }

  @Test func aliasedPredictorsHaveNone() throws {
    let rating = (0..<60).map { Double($0 % 7) }
    let outcome = (0..<60).map { ($0 * 5) % 11 > 4 }
    let fit = try LogisticRegression(of: outcome, on: [rating, rating])
    let errors = fit.averageMarginalEffectStandardErrors()
    #expect(errors[0] != nil && errors[1] == nil)
  }
}
