import Statistics
import TestSupport
import Testing

@Suite struct ShapleyImportanceTests {
  @Test(arguments: ImportanceOracle.allCases)
  func sharesAgreeWithTheReferences(_ oracle: ImportanceOracle) throws {
    let expected = try oracle.numbers()["lmg", "value"].numbers(oracle.drivers)
    let found = try ShapleyImportance(of: oracle.drivers.count, in: oracle.covariance())
    let worst = worstError(of: found.shares, with: expected)
    #expect(worst < 1e-10, "worst relative error \(worst)")
    let explained = try oracle.numbers()["ols", "value", "r2"].number
    #expect(Agreement(found.rSquared, with: explained).error < 1e-10)
  }

  @Test func sharesAgreeWithThirtyDigits() throws {
    let exact = try Oracle(Fixture.url(ImportanceOracle.folder + "attitude_exact30.json"))
    let found = try ShapleyImportance(of: 6, in: ImportanceOracle.attitude.covariance())
    let worst = worstError(of: found.shares, with: exact["lmg"].numbers(ImportanceOracle.attitude.drivers))
    #expect(worst < 1e-12, "worst relative error \(worst)")
    #expect(Agreement(found.rSquared, with: exact["r2"].number).error < 1e-13)
  }

  @Test(arguments: ImportanceOracle.allCases)
  func conditionalDominanceAgreesWithTheReferences(_ oracle: ImportanceOracle) throws {
    let expected = try oracle.numbers()["dominance_conditional", "value"]
    let found = try ShapleyImportance(of: oracle.drivers.count, in: oracle.covariance())
    for (row, driver) in oracle.drivers.enumerated() {
      let sizes = oracle.drivers.indices.map { "k\($0)" }
      let worst = worstError(of: found.conditional.row(row), with: expected[driver].numbers(sizes))
      #expect(worst < 1e-9, "worst relative error \(worst) for \(driver)")
    }
  }

  @Test(arguments: [1, 2, 3, 4, 9])
  func sharesEqualTheAverageOverAllModels(_ drivers: Int) throws {
    let covariance = RandomCovariance(columns: drivers + 1, seed: UInt64(drivers)).covariance
    let expected = AllModels(of: drivers, in: covariance).shares
    let found = try ShapleyImportance(of: drivers, in: covariance)
    let worst = worstError(of: found.shares, with: expected)
    #expect(worst < 1e-11, "worst relative error \(worst)")
  }

  @Test func severalOutcomesGiveWhatEachGivesAlone() throws {
    let covariance = RandomCovariance(columns: 8, seed: 3).covariance
    let together = try ShapleyImportance.sharing([5, 6, 7], in: covariance, drivers: [0, 1, 2, 3, 4])
    for (place, outcome) in [5, 6, 7].enumerated() {
      let alone = try ShapleyImportance(of: outcome, in: covariance, drivers: [0, 1, 2, 3, 4])
      #expect(together[place].shares == alone.shares)
    }
  }

  @Test func moreDriversThanCanBeEnumeratedAreRefused() {
    let covariance = Covariance(published: .identity(32), rows: 100)
    #expect(throws: FitError.tooManyDrivers(have: 31, most: 30)) {
      try ShapleyImportance(of: 31, in: covariance)
    }
  }

  @Test func anOutcomeThatDoesNotVaryIsRefused() {
    let covariance = Covariance(of: [[1, 2, 3, 5], [4, 4, 4, 4]])
    #expect(throws: FitError.constantOutcome) { try ShapleyImportance(of: 1, in: covariance) }
  }
}
