import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct BayesianModelAveragingTests {
  @Test(arguments: [ImportanceOracle.attitude, .synthetic])
  func inclusionAgreesWithTheReference(_ oracle: ImportanceOracle) throws {
    let covariance = try oracle.covariance()
    let models = try SubsetRSquared(of: oracle.drivers.count, in: covariance)
    let found = BayesianModelAveraging(models, rows: covariance.effectiveRows).inclusion
    let expected = try oracle.numbers()["bma_bic_inclusion", "value"].numbers(oracle.drivers)
    let worst = worstError(of: found, with: expected)
    #expect(worst < 1e-10, "worst relative error \(worst)")
  }

  /// Of one driver the odds are exp(−BIC/2) to 1.
  @Test func oneDriverHasItsBayesFactor() throws {
    let covariance = Covariance(published: Matrix([[1, 0.3], [0.3, 1]]), rows: 50)
    let found = BayesianModelAveraging(try SubsetRSquared(of: 1, in: covariance), rows: 50).inclusion
    let odds = exp(-(50 * log1p(-0.09) + log(50)) / 2)
    #expect(Agreement(found[0], with: odds / (1 + odds)).error < 1e-13)
  }

  @Test func aPerfectModelOfFewestDriversHasAllTheWeight() {
    let models = SubsetRSquared(values: [0, 1, 0.5, 1])
    #expect(BayesianModelAveraging(models, rows: 20).inclusion == [1, 0])
  }
}
