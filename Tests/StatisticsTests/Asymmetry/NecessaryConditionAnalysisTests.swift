import Statistics
import TestSupport
import Testing

@Suite struct NecessaryConditionAnalysisTests {
  private let table: OracleTable
  private let reference: Oracle
  private let line: Oracle

  init() throws {
    table = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    reference = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_prca_quality.json"))
    line = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/diagnostics_mpmath.json"))
  }

  @Test(arguments: (1...7).map { "d\($0)" })
  func stepsAgreeWithTheReference(driver: String) throws {
    let found = try #require(NecessaryConditionAnalysis(of: table.column("ltr"), on: table.column(driver)))
    let expected = reference["nca_ce_fdh", "value", driver]
    #expect(found.scope == expected["scope"].number)
    #expect(found.steps.zone == expected["ceiling_zone"].number)
    #expect(Agreement(found.steps.effect, with: expected["effect"].number).error < 1e-14)
  }

  @Test(arguments: ["d1", "d2", "d4", "d5", "d6", "d7"])
  func lineAgreesWithExactFractions(driver: String) throws {
    let found = try #require(NecessaryConditionAnalysis(of: table.column("ltr"), on: table.column(driver)))
    let expected = line["ceiling_line", driver]
    #expect(Agreement(found.line.zone, with: expected["zone"].number).error < 1e-12)
    #expect(Double(found.peers) == expected["peers"].number)
    #expect(Agreement(found.line.accuracy, with: expected["accuracy"].number).error < 1e-12)
  }

  @Test func aNecessaryConditionIsToldFromChance() throws {
    var generator = SeededGenerator(seed: 4)
    let condition = (0..<200).map { _ in Double(generator.index(below: 11)) }
    let bounded = condition.map { Double(generator.index(below: Int($0) + 1)) }
    let unrelated = condition.map { _ in Double(generator.index(below: 11)) }
    let necessary = try #require(
      NecessaryConditionAnalysis(of: bounded, on: condition, permutations: 199, seed: 2))
    #expect(necessary.steps.effect > 0.3 && necessary.steps.pValue == 1.0 / 200)
    let chance = try #require(
      NecessaryConditionAnalysis(of: unrelated, on: condition, permutations: 199, seed: 2))
    #expect(try #require(chance.steps.pValue) > 0.05)
  }

  @Test func permutationsHoldTheirLevel() throws {
    var rejected = 0
    for sample in 0..<200 {
      var generator = SeededGenerator(seed: 9, stream: UInt64(sample))
      let condition = (0..<40).map { _ in Double(generator.index(below: 11)) }
      let outcome = (0..<40).map { _ in Double(generator.index(below: 11)) }
      let found = NecessaryConditionAnalysis(
        of: outcome, on: condition, permutations: 39, seed: UInt64(sample))
      if try #require(found?.steps.pValue) <= 0.1 { rejected += 1 }
    }
    // A tenth of 200 at most, and a binomial error of three times 4.2 above.
    #expect(rejected <= 33)
  }

  @Test func wholeWeightsAreRepeatedRows() throws {
    let outcome = table.column("ltr")
    let times = outcome.indices.map { $0 * 7 % 4 }
    let repeated = outcome.indices.flatMap { Array(repeating: $0, count: times[$0]) }
    var accuracies: [Double] = []
    for driver in 1...7 {
      let condition = table.column("d\(driver)")
      let weighted = try #require(
        NecessaryConditionAnalysis(of: outcome, on: condition, weights: times.map { Double($0) }))
      let rows = NecessaryConditionAnalysis(
        of: repeated.map { outcome[$0] }, on: repeated.map { condition[$0] })
      #expect(weighted == rows)
      accuracies.append(weighted.line.accuracy)
    }
    // Else the law would say nothing of the only number that weights change.
    #expect(accuracies.contains { $0 < 1 })
  }

  @Test func aConstantHasNoScope() {
    #expect(NecessaryConditionAnalysis(of: [1, 2, 3], on: [5, 5, 5]) == nil)
    #expect(NecessaryConditionAnalysis(of: [], on: []) == nil)
  }
}
