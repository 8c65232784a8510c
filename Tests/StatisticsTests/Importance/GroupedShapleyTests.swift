import Statistics
import TestSupport
import Testing

@Suite struct GroupedShapleyTests {
  private let oracle = ImportanceOracle.attitude

  @Test func groupsOfOneGetTheirOwnShares() throws {
    let covariance = try oracle.covariance()
    let found = try GroupedShapley(of: 6, in: covariance, groups: (0..<6).map { [$0] })
    let expected = try oracle.numbers()["lmg", "value"].numbers(oracle.drivers)
    #expect(worstError(of: found.shares, with: expected) < 1e-10)
    #expect(found.covariates == 0)
  }

  @Test func twoGroupsAndACovariateAgreeWithTheReferencesSubModels() throws {
    let explained = try oracle.numbers()["r2_all_subsets", "value"].numbers()
    let found = try GroupedShapley(
      of: 6, in: oracle.covariance(), groups: [[0, 1], [2, 3, 4]], always: [5])
    // Bits: covariate 32, first group 3, second group 28.
    let (none, first, second, both) = (explained[32], explained[35], explained[60], explained[63])
    let expected = [(first - none + both - second) / 2, (second - none + both - first) / 2]
    #expect(worstError(of: found.shares, with: expected) < 1e-10)
    #expect(Agreement(found.covariates, with: none).error < 1e-10)
    #expect(Agreement(found.rSquared, with: both).error < 1e-10)
  }

  @Test func aDuplicateInsideAGroupChangesNothing() throws {
    let columns = RandomCovariance(columns: 4, seed: 6).columns
    let doubled = Covariance(of: [columns[0], columns[0], columns[1], columns[3]])
    let plain = Covariance(of: [columns[0], columns[1], columns[3]])
    let found = try GroupedShapley(of: 3, in: doubled, groups: [[0, 1], [2]])
    let expected = try GroupedShapley(of: 2, in: plain, groups: [[0], [1]])
    #expect(worstError(of: found.shares, with: expected.shares) < 1e-12)
  }
}
