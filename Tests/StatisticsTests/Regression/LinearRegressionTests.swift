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

  @Test(arguments: ImportanceOracle.allCases)
  func testsAgreeWithTheReferences(_ oracle: ImportanceOracle) throws {
    let expected = try oracle.numbers()["ols", "value"]
    let (found, names) = (try fitted(oracle), ["(Intercept)"] + oracle.drivers)
    let coefficients = [found.intercept] + found.coefficients.compactMap(\.self)
    let errors = ([found.interceptStandardError] + found.standardErrors).compactMap(\.self)
    let statistics = zip(coefficients, errors).map { $0 / $1 }
    #expect(worstError(of: statistics, with: expected["t"].numbers(names)) < 1e-10)
    let student = StudentTDistribution(degreesOfFreedom: Double(found.residualDegreesOfFreedom))
    // A tail falls by t/(1 + t²/ν) parts per part of t, up to 700 here.
    let worst = worstError(of: statistics.map(student.twoSided), with: expected["p"].numbers(names))
    #expect(worst < 1e-10, "worst relative error \(worst) of p")
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

  /// Through the origin, weights and a slope by hand: Σwxy/Σwx², with the leverage wx²/Σwx².
  @Test func aLineThroughTheOriginHasItsTextbookErrors() throws {
    let (x, y, w) = ([1.0, 2, 4, 5], [2.0, 3, 9, 11], [1.0, 2, 1, 0.5])
    let squares = zip(w, x).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    let slope = x.indices.reduce(0) { $0 + w[$1] * x[$1] * y[$1] } / squares
    let residuals = x.indices.map { y[$0] - slope * x[$0] }
    let found = try LinearRegression(of: y, on: [x], weights: w, robust: .hc3, intercept: .zero)
    #expect(try Agreement(#require(found.coefficients[0]), with: slope).error < 1e-14)
    let left = x.indices.reduce(0) { $0 + w[$1] * residuals[$1] * residuals[$1] }
    #expect(
      try Agreement(#require(found.standardErrors[0]), with: (left / 3 / squares).squareRoot()).error < 1e-14)
    let meat = x.indices.reduce(0.0) { sum, row in
      let score = w[row] * residuals[row] * x[row] / (1 - w[row] * x[row] * x[row] / squares)
      return sum + score * score
    }
    #expect(
      try Agreement(#require(found.robustStandardErrors[0]), with: meat.squareRoot() / squares).error < 1e-13)
    #expect(
      found.intercept == 0 && found.interceptStandardError == nil && found.residualDegreesOfFreedom == 3)
    // A column that does not vary is a predictor like any other here.
    let mean = try LinearRegression(of: y, on: [[1, 1, 1, 1]], weights: w, intercept: .zero)
    let total = w.reduce(0, +)
    let expected = zip(w, y).reduce(0) { $0 + $1.0 * $1.1 } / total
    #expect(try Agreement(#require(mean.coefficients[0]), with: expected).error < 1e-14)
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
