import Statistics
import TestSupport
import Testing

@Suite struct RelativeWeightsTests {
  @Test(arguments: ImportanceOracle.allCases)
  func sharesAgreeWithTheReferences(_ oracle: ImportanceOracle) throws {
    let found = try RelativeWeights(of: oracle.drivers.count, in: oracle.covariance())
    for method in ["rwa_raw", "genizi"] {
      let expected = try oracle.numbers()[method, "value"].numbers(oracle.drivers)
      let worst = worstError(of: found.shares, with: expected)
      #expect(worst < 1e-10, "worst relative error \(worst) against \(method)")
    }
    let percent = try oracle.numbers()["rwa_rescaled", "value"].numbers(oracle.drivers)
    #expect(worstError(of: found.fractions.map { 100 * $0 }, with: percent) < 1e-10)
  }

  @Test func sharesAgreeWithThirtyDigits() throws {
    let exact = try Oracle(Fixture.url(ImportanceOracle.folder + "attitude_exact30.json"))
    let found = try RelativeWeights(of: 6, in: ImportanceOracle.attitude.covariance())
    let expected = exact["relative_weights_raw_equals_genizi"].numbers(ImportanceOracle.attitude.drivers)
    let worst = worstError(of: found.shares, with: expected)
    #expect(worst < 1e-12, "worst relative error \(worst)")
  }

  /// The example in the manual of R's iopsych (`relWt`), with the eight decimals printed there.
  @Test func aPrintedExampleIsFound() throws {
    let matrix = Matrix([
      [1, 0.2, 0.3, 0.4, -0.4], [0.2, 1, 0.5, 0.1, 0.1], [0.3, 0.5, 1, 0.2, -0.3], [0.4, 0.1, 0.2, 1, 0.4],
      [-0.4, 0.1, -0.3, 0.4, 1],
    ])
    let found = try RelativeWeights(of: 4, in: Covariance(published: matrix, rows: 100)).shares
    let printed = [0.24066119, 0.05492664, 0.12143476, 0.28158189]
    #expect(zip(found, printed).allSatisfy { ($0 - $1).magnitude < 5.1e-9 }, "\(found)")
  }

  @Test func twoDriversGetTheirShapleyShares() throws {
    let covariance = RandomCovariance(columns: 3, seed: 11).covariance
    let weights = try RelativeWeights(of: 2, in: covariance)
    let shapley = try ShapleyImportance(of: 2, in: covariance)
    #expect(worstError(of: weights.shares, with: shapley.shares) < 1e-13)
  }

  @Test func aSingularMatrixGivesTheSameRSquared() throws {
    let columns = RandomCovariance(columns: 4, seed: 5).columns
    let sum = zip(columns[0], columns[1]).map { $0 + $1 }
    let covariance = Covariance(of: [columns[0], columns[1], columns[2], sum, columns[3]])
    let weights = try RelativeWeights(of: 4, in: covariance)
    let without = try RelativeWeights(of: 4, in: covariance, drivers: [0, 1, 2])
    #expect(Agreement(weights.rSquared, with: without.rSquared).error < 1e-12)
    #expect(weights.shares.allSatisfy { $0 >= 0 && $0.isFinite })
  }
}
