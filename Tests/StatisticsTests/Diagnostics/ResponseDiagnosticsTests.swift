import Statistics
import TestSupport
import Testing

/// Careless-response indices against R's careless and `stats::mahalanobis`.
@Suite struct ResponseDiagnosticsTests {
  private let columns: [[Double]]
  private let expected: Oracle

  init() throws {
    let table = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    columns = table.columns((1...7).map { "d\($0)" })
    expected = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_prca_quality.json"))
  }

  @Test func runsAndVariabilityAgree() {
    let found = (0..<20).map { row in ResponsePattern(of: columns.map { $0[row] }) }
    #expect(found.map { Double($0.longestRun) } == expected["careless", "longstring_first20"].numbers())
    let variability = found.compactMap(\.variability)
    #expect(worstError(of: variability, with: expected["careless", "irv_first20"].numbers()) < 1e-14)
    let straight = columns[0].indices.count { row in
      ResponsePattern(of: columns.map { $0[row] }).isStraight(over: 7)
    }
    #expect(Double(straight) == expected["careless", "count_longstring_eq_p"].number)
  }

  @Test func distancesAgree() {
    let found = MahalanobisDistances(of: columns)
    let reference = expected["careless", "mahalanobis_d2_first20"].numbers()
    #expect(worstError(of: Array(found.squared.prefix(20)), with: reference) < 1e-12)
    let pValues = expected["careless", "mahalanobis_p_first20"].numbers()
    #expect(worstError(of: Array(found.pValues.prefix(20)), with: pValues) < 1e-12)
  }

  @Test func distancesSurviveADuplicate() {
    let found = MahalanobisDistances(of: columns + [columns[2]])
    #expect(found.degreesOfFreedom == 7)
    #expect(worstError(of: found.squared, with: MahalanobisDistances(of: columns).squared) < 1e-9)
  }

  @Test func unansweredItemsNeitherCountNorBreakARun() {
    let found = ResponsePattern(of: [7, nil, 7, 7, 5, nil])
    #expect(found.answered == 4 && found.longestRun == 3)
    #expect(found.variability == 1)
    #expect(!found.isStraight(over: 3))
    #expect(ResponsePattern(of: [10, 10, nil, 10]).isStraight(over: 3))
    #expect(!ResponsePattern(of: [10, 10, nil, nil]).isStraight(over: 3))
    let nothing = ResponsePattern(of: [nil, nil])
    #expect(nothing.answered == 0 && nothing.longestRun == 0 && nothing.variability == nil)
  }

  @Test func cooksDistancesAgree() throws {
    let table = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    let found = try RegressionInfluence(of: table.column("ltr"), on: columns)
    let reference = expected["cooks_distance_first20"].numbers()
    #expect(worstError(of: Array(found.cooksDistances.prefix(20)), with: reference) < 1e-10)
    #expect(Agreement(found.leverages.reduce(0, +), with: 8).error < 1e-12)
  }

  @Test func anObservationWithoutWeightHasNoInfluence() throws {
    let (outcome, predictor): ([Double], [Double]) = ([1, 3, 2, 5, 30], [1, 2, 3, 4, 9])
    let found = try RegressionInfluence(of: outcome, on: [predictor], weights: [1, 2, 1, 1, 0])
    let without = try RegressionInfluence(
      of: Array(outcome.prefix(4)), on: [Array(predictor.prefix(4))], weights: [1, 2, 1, 1])
    #expect(found.cooksDistances == without.cooksDistances + [0])
    #expect(found.leverages == without.leverages + [0])
  }
}
