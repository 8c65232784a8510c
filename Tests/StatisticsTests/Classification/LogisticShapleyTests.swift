import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct LogisticShapleyTests {
  private static let names = (1...7).map { "d\($0)" }
  private let reference: Oracle
  private let data: OracleTable

  init() throws {
    reference = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_logit.json"))
    data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
  }

  private static let blocks = ["promoter_vs_rest", "detractor_vs_rest", "promoter_vs_detractor"]

  private func shapley(_ block: String) throws -> LogisticShapley {
    let scores = data.column("ltr")
    let rows = scores.indices.filter {
      block != "promoter_vs_detractor" || scores[$0] >= 9 || scores[$0] <= 6
    }
    return try LogisticShapley(
      of: rows.map { block == "detractor_vs_rest" ? scores[$0] <= 6 : scores[$0] >= 9 },
      on: data.columns(Self.names).map { column in rows.map { column[$0] } })
  }

  @Test(arguments: blocks)
  func dominanceAgrees(block: String) throws {
    let found = try shapley(block)
    for (measure, key) in [
      (LogisticShapley.Measure.mcFadden, "dominance_McFadden"), (.nagelkerke, "dominance_Nagelkerke"),
      (.estrella, "dominance_Estrella"),
    ] {
      let expected = reference[block, key, "value"]
      let shares = found.shares(measure)
      #expect(worstError(of: shares, with: expected["general"].numbers(Self.names)) < 1e-10, "\(key)")
      #expect((shares.reduce(0, +) - found.total(measure)).magnitude < 1e-13)
      DominanceReference(expected, names: Self.names).check(DominanceAnalysis(found.submodels(measure)))
    }
  }

  @Test func orderOfPredictorsDoesNotMatter() throws {
    let outcome = data.column("ltr").map { $0 >= 9 }
    let columns = data.columns(["d1", "d2", "d3"])
    let forth = try LogisticShapley(of: outcome, on: columns, weights: data.column("w"))
    let back = try LogisticShapley(of: outcome, on: columns.reversed(), weights: data.column("w"))
    #expect(zip(forth.shares(), back.shares().reversed()).allSatisfy { ($0 - $1).magnitude < 1e-11 })
  }

  @Test func collinearPredictorGetsNothing() throws {
    let outcome = data.column("ltr").map { $0 >= 9 }
    let columns = data.columns(["d1", "d2"])
    let alone = try LogisticShapley(of: outcome, on: columns)
    let more = try LogisticShapley(of: outcome, on: columns + [columns[0].map { 10 - $0 }])
    #expect(more.shares()[2] == 0)
    #expect((more.total() - alone.total()).magnitude < 1e-12)
  }

  @Test func separatedSubmodelsAreFinite() throws {
    let x = (0..<20).map { Double($0) }
    let found = try LogisticShapley(
      of: x.map { $0 > 9 }, on: [x, x.map { ($0 * 7).remainder(dividingBy: 5) }])
    #expect((found.total() - 1).magnitude < 1e-6)
    #expect(found.shares().allSatisfy(\.isFinite) && found.shares()[0] > 0.9)
  }

  @Test func refusals() {
    let many = [[Double]](repeating: [1, 2, 3], count: 21)
    #expect(throws: FitError.tooManyDrivers(have: 21, most: 20)) {
      try LogisticShapley(of: [true, false, true], on: many)
    }
    #expect(throws: FitError.constantOutcome) { try LogisticShapley(of: [true, true], on: [[1, 2]]) }
  }
}
