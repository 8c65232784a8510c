import Statistics
import TestSupport
import Testing

/// Data sets of NIST's StRD whose regressions are hard in double precision, against rational arithmetic.
@Suite struct ReferenceDatasetTests {
  private func fit(_ name: String) throws -> (LinearRegression, Oracle) {
    let oracle = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/nist_strd.json"))[name]
    let predictors = oracle["x"].list.map { $0.numbers() }
    return (try LinearRegression(of: oracle["y"].numbers(), on: predictors), oracle)
  }

  /// Coefficients are judged in units of their standard errors: those of Wampler 5 are 1 with errors of up to 2e7.
  @Test(arguments: [("longley", 1e-11), ("wampler3", 1e-9), ("wampler4", 1e-7), ("wampler5", 1e-5)])
  func regressionAgreesWithRationalArithmetic(name: String, relative: Double) throws {
    let (fit, oracle) = try fit(name)
    let found = [fit.intercept] + fit.coefficients.compactMap(\.self)
    let expected = oracle["coefficients"].numbers()
    let errors = oracle["standardErrors"].numbers()
    #expect(worstError(of: found, with: expected) < relative)
    let scaled = zip(zip(found, expected), errors).map { ($0.0 - $0.1).magnitude / $1 }
    #expect(scaled.allSatisfy { $0 < 1e-12 }, "\(scaled)")
    let foundErrors = [fit.interceptStandardError] + fit.standardErrors
    #expect(worstError(of: foundErrors.compactMap(\.self), with: errors) < 1e-11)
    let sums = [fit.residualSumOfSquares, fit.rSquared]
    let expectedSums = [oracle["residualSumOfSquares"].number, oracle["rSquared"].number]
    #expect(worstError(of: sums, with: expectedSums) < 1e-11)
  }

  /// A polynomial that fits exactly; all that is left is rounding.
  @Test(arguments: [("wampler1", 1e-8), ("wampler2", 1e-11)])
  func exactPolynomialsAreFound(name: String, tolerance: Double) throws {
    let (fit, oracle) = try fit(name)
    let found = [fit.intercept] + fit.coefficients.compactMap(\.self)
    let worst = worstError(of: found, with: oracle["coefficients"].numbers())
    #expect(worst < tolerance, "\(worst)")
    #expect(1 - fit.rSquared < 1e-15)
  }
}
