import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct OrdinalShapleyTests {
  private static let folder = "Tests/StatisticsTests/Oracles/"

  @Test func threeGroupsAgree() throws {
    let names = (1...7).map { "d\($0)" }
    let data = try OracleTable(Fixture.url(Self.folder + "synth_open.csv"))
    let expected = try Oracle(Fixture.url(Self.folder + "synth_open_ordinal.json"))["three_level"]
    let outcome = data.column("ltr").map { $0 >= 9 ? 1 : $0 >= 7 ? 0 : -1 }
    let found = try OrdinalShapley(of: outcome, on: data.columns(names))
    let submodels = expected["mcfadden_all_subsets", "value"].numbers()
    #expect(worstError(of: found.submodels, with: submodels, floor: 0.01) < 1e-9)
    let general = expected["dominance_mcfadden", "value", "general"].numbers(names)
    #expect(worstError(of: found.shares, with: general) < 1e-9)
    #expect((found.shares.reduce(0, +) - found.total).magnitude < 1e-13)
    DominanceReference(expected["dominance_mcfadden", "value"], names: names)
      .check(DominanceAnalysis(SubsetRSquared(values: found.submodels)))
  }

  @Test func housingTermsAgree() throws {
    let housing = try HousingSatisfaction()
    let expected = try Oracle(Fixture.url(Self.folder + "housing_ordinal.json"))["results"]
    let found = try OrdinalShapley(
      of: housing.outcome, on: housing.predictors, terms: [[0, 1], [2, 3, 4], [5]],
      weights: housing.frequencies)
    let general = expected["dominance_mcfadden", "value", "general"].numbers(["Infl", "Type", "Cont"])
    #expect(worstError(of: found.shares, with: general) < 1e-9)
  }

  /// Two levels are a binary logit, fitted by other code.
  @Test func twoLevelsAreLogistic() throws {
    let data = try OracleTable(Fixture.url(Self.folder + "synth_open.csv"))
    let (columns, weights) = (data.columns(["d1", "d2", "d3"]), data.column("w"))
    let outcome = data.column("ltr").map { $0 >= 9 }
    let ordinal = try OrdinalShapley(of: outcome.map { $0 ? 1 : 0 }, on: columns, weights: weights)
    let binary = try LogisticShapley(of: outcome, on: columns, weights: weights)
    #expect(worstError(of: ordinal.shares, with: binary.shares()) < 1e-10)
  }

  @Test func refusals() {
    let many = [[Double]](repeating: [1, 2, 3], count: 17)
    #expect(throws: FitError.tooManyDrivers(have: 17, most: 16)) {
      try OrdinalShapley(of: [1, 2, 3], on: many)
    }
    #expect(throws: FitError.constantOutcome) { try OrdinalShapley(of: [1, 1], on: [[1, 2]]) }
  }
}
