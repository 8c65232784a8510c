import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct WhatIfTests {
  private static let names = (1...7).map { "d\($0)" }
  private let expected: Oracle
  private let fit: CumulativeLogit

  init() throws {
    let folder = "Tests/StatisticsTests/Oracles/"
    expected = try Oracle(Fixture.url(folder + "synth_open_ordinal.json"))["what_if_three_level", "value"]
    let data = try OracleTable(Fixture.url(folder + "synth_open.csv"))
    let outcome = data.column("ltr").map { $0 >= 9 ? 1 : $0 >= 7 ? 0 : -1 }
    fit = try CumulativeLogit(of: outcome, on: data.columns(Self.names))
  }

  @Test(arguments: [
    ("plus_one_capped_at_10", PredictorChange.shift(1, within: 0...10)),
    ("plus_one_uncapped", .shift(1, within: nil)), ("best_case_all_10", .set(10)),
    ("worst_case_all_0", .set(0)),
  ])
  func scenariosAgree(key: String, change: PredictorChange) {
    let found = (0..<7).map { fit.netShare(high: 1, low: -1, changing: [$0: change]) }
    #expect(worstError(of: found.map(\.change), with: expected[key].numbers(Self.names)) < 1e-9)
    #expect(found.allSatisfy { $0.changeStandardError > 0 && $0.changeStandardError < 0.1 })
  }

  @Test func baseAndSlopesAgree() {
    let base = fit.netShare(high: 1, low: -1)
    #expect(Agreement(base.netShare, with: expected["model_nps"].number).error < 1e-9)
    #expect(base.change == 0 && base.changeStandardError == 0)
    let slopes = (0..<7).compactMap { fit.netShareSlope(of: $0, high: 1, low: -1) }
    #expect(worstError(of: slopes, with: expected["derivative"].numbers(Self.names)) < 1e-9)
  }

  @Test func liftingTheLowestIsNoMoreThanLiftingAll() {
    let least = fit.netShare(high: 1, low: -1, changing: [0: .atLeast(7), 1: .atLeast(7)]).change
    let all = fit.netShare(high: 1, low: -1, changing: [0: .set(10), 1: .set(10)]).change
    #expect(least > 0 && least < all)
    #expect(fit.netShare(high: 1, low: -1, changing: [0: .atLeast(0)]).change.magnitude < 1e-12)
  }

  @Test func groupsThatNobodyIsInAreEmpty() {
    #expect((fit.netShare(high: 2, low: 1).netShare + 1).magnitude < 1e-12)
    #expect((fit.netShare(high: -1, low: -2).netShare - 1).magnitude < 1e-12)
  }
}
