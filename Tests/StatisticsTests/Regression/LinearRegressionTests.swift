import Statistics
import TestSupport
import Testing

@Suite struct LinearRegressionTests {
  private func fitted(_ oracle: ImportanceOracle, _ robust: RobustErrors = .hc3) throws -> LinearRegression {
    let columns = try oracle.columns()
    return try LinearRegression(
      of: columns[columns.count - 1], on: Array(columns.dropLast()), weights: oracle.weights(), robust: robust
    )
  }

  @Test(arguments: ImportanceOracle.allCases)
  func coefficientsAgreeWithTheReferences(_ oracle: ImportanceOracle) throws {
    let expected = try oracle.numbers()["ols", "value"]
    let found = try fitted(oracle)
    let coefficients = [found.intercept] + found.coefficients.compactMap(\.self)
    let names = ["(Intercept)"] + oracle.drivers
    #expect(worstError(of: coefficients, with: expected["coef"].numbers(names)) < 1e-10)
    let errors = ([found.interceptStandardError] + found.standardErrors).compactMap(\.self)
    #expect(worstError(of: errors, with: expected["se"].numbers(names)) < 1e-10)
    let standardized = try oracle.numbers()["std_beta", "value"].numbers(oracle.drivers)
    #expect(worstError(of: found.standardizedCoefficients.compactMap(\.self), with: standardized) < 1e-10)
  }

  @Test(arguments: ImportanceOracle.allCases)
  func summariesAgreeWithTheReferences(_ oracle: ImportanceOracle) throws {
    let expected = try oracle.numbers()["ols", "value"]
    let found = try fitted(oracle)
    let summaries = [
      found.rSquared, found.adjustedRSquared, found.residualStandardDeviation, found.fStatistic,
      found.residualSumOfSquares, Double(found.residualDegreesOfFreedom),
    ].compactMap(\.self)
    let reference = expected.numbers(["r2", "adj_r2", "sigma", "f", "rss", "df"])
    let worst = worstError(of: summaries, with: reference)
    #expect(worst < 1e-10, "worst relative error \(worst)")
  }

  @Test(arguments: ImportanceOracle.allCases, RobustErrors.allCases)
  func robustErrorsAgreeWithTheReferences(_ oracle: ImportanceOracle, _ robust: RobustErrors) throws {
    let names = ["(Intercept)"] + oracle.drivers
    let expected = try oracle.numbers()["se_\(robust.rawValue.uppercased())", "value"].numbers(names)
    let found = try fitted(oracle, robust)
    let errors = ([found.interceptRobustStandardError] + found.robustStandardErrors).compactMap(\.self)
    let worst = worstError(of: errors, with: expected)
    #expect(worst < 1e-10, "worst relative error \(worst)")
  }

  @Test func coefficientsAgreeWithThirtyDigits() throws {
    let exact = try Oracle(Fixture.url(ImportanceOracle.folder + "attitude_exact30.json"))
    let found = try fitted(.attitude)
    let drivers = ImportanceOracle.attitude.drivers
    let coefficients = found.coefficients.compactMap(\.self)
    #expect(worstError(of: coefficients, with: exact["coef"].numbers(drivers)) < 1e-12)
    let errors = found.standardErrors.compactMap(\.self)
    #expect(worstError(of: errors, with: exact["se"].numbers(drivers)) < 1e-12)
    #expect(Agreement(found.intercept, with: exact["intercept"].number).error < 1e-12)
    #expect(Agreement(found.rSquared, with: exact["r2"].number).error < 1e-13)
  }

  @Test func aPredictorThatFollowsFromEarlierOnesIsNamedAndLeftOut() throws {
    let columns = RandomCovariance(columns: 4, seed: 8).columns
    let sum = zip(columns[0], columns[1]).map { $0 - 2 * $1 }
    let constant = columns[0].map { _ in 3.0 }
    let found = try LinearRegression(
      of: columns[3], on: [columns[0], columns[1], sum, constant, columns[2]])
    let without = try LinearRegression(of: columns[3], on: [columns[0], columns[1], columns[2]])
    #expect(found.aliased == [2, 3])
    #expect(found.coefficients[2] == nil && found.robustStandardErrors[3] == nil)
    let kept = found.coefficients.compactMap(\.self)
    #expect(worstError(of: kept, with: without.coefficients.compactMap(\.self)) < 1e-12)
    let errors = found.robustStandardErrors.compactMap(\.self)
    #expect(worstError(of: errors, with: without.robustStandardErrors.compactMap(\.self)) < 1e-12)
  }

  @Test func asManyParametersAsObservationsFitExactly() throws {
    let found = try LinearRegression(of: [1, 3, 2, 7], on: [[1, 2, 4, 3], [0, 1, 5, 2], [2, 2, 1, 0]])
    #expect(found.residualDegreesOfFreedom == 0)
    #expect(found.rSquared > 1 - 1e-12)
    #expect(found.standardErrors == [nil, nil, nil])
    #expect(found.robustStandardErrors == [nil, nil, nil])
    #expect(found.adjustedRSquared == nil)
  }

  @Test func tooFewOrUnvaryingOutcomesAreRefused() {
    #expect(throws: FitError.tooFewObservations(have: 1, need: 2)) {
      try LinearRegression(of: [1, 2], on: [[1, 2]], weights: [1, 0])
    }
    #expect(throws: FitError.constantOutcome) {
      try LinearRegression(of: [2, 2, 2], on: [[1, 2, 4]])
    }
  }
}
