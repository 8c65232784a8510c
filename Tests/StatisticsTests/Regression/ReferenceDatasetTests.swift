import Foundation
import Statistics
import TestSupport
import Testing

/// The eleven linear-regression sets of NIST's StRD.
///
/// A program is given doubles, not the printed decimals, so there are two measures: against rational arithmetic on those
/// doubles, which says what the method loses, and against the certified values, which says what the user gets.
@Suite struct ReferenceDatasetTests {
  /// The name of a set, and the digits (log relative error) its coefficients and standard errors have in common with the
  /// certified values at least; NIST prints 15.
  private static let sets: [(name: String, coefficients: Double, errors: Double)] = [
    ("norris", 13.9, 13.8), ("pontius", 13.4, 13.7), ("noInt1", 14.6, 15), ("noInt2", 15, 14.8),
    ("filip", 7.8, 8.5), ("longley", 14.5, 14.8), ("wampler1", 15, 15), ("wampler2", 13.1, 15),
    ("wampler3", 15, 14.4), ("wampler4", 15, 14.4), ("wampler5", 15, 14.4),
  ]

  private func fit(_ name: String) throws -> LinearRegression {
    let data = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/nist_strd_data.json"))[name]
    let degree = Int(data["degree"].number)
    let predictors = data["x"].list.flatMap { column -> [[Double]] in
      let values = column.numbers()
      return (1..<degree).reduce(into: [values]) { powers, _ in
        powers.append(zip(powers[powers.count - 1], values).map { $0 * $1 })
      }
    }
    let intercept: LinearRegression.Intercept = data["intercept"].number == 1 ? .estimated : .zero
    return try LinearRegression(of: data["y"].numbers(), on: predictors, intercept: intercept)
  }

  /// What is found, in the names of the fixture.
  private func found(_ fit: LinearRegression) -> [String: [Double]] {
    let intercept = fit.interceptStandardError == nil ? [] : [fit.intercept]
    return [
      "coefficients": intercept + fit.coefficients.compactMap(\.self),
      "standardErrors": [fit.interceptStandardError].compactMap(\.self)
        + fit.standardErrors.compactMap(\.self),
      "residualStandardDeviation": [fit.residualStandardDeviation ?? .nan],
      "rSquared": [fit.rSquared], "residualSumOfSquares": [fit.residualSumOfSquares],
      "fStatistic": [fit.fStatistic ?? .infinity],
    ]
  }

  @Test(arguments: sets.map(\.name))
  func everyNumberFollowsFromTheDoublesGiven(name: String) throws {
    let expected = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/nist_strd.json"))[name]["nearest"]
    // The disturbance of Wampler 1 and 2 is rounding alone, so that errors and F are none of the data's.
    let keys =
      name == "wampler1" || name == "wampler2"
      ? ["coefficients", "rSquared"] : Array(found(try fit(name)).keys)
    for key in keys {
      let reference =
        key == "coefficients" || key == "standardErrors"
        ? expected[key].numbers() : [expected[key].number]
      let worst = worstError(of: try #require(found(fit(name))[key]), with: reference)
      #expect(worst < 1e-15, "\(key): worst relative error \(worst)")
    }
  }

  @Test(arguments: sets)
  func certifiedDigitsAreReached(name: String, coefficients: Double, errors: Double) throws {
    let certified = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/nist_strd_data.json"))[name][
      "certified"]
    let found = found(try fit(name))
    for (key, digits) in [("coefficients", coefficients), ("standardErrors", errors)]
    where !(key == "standardErrors" && certified["rSquared"].number == 1) {
      let worst = worstError(of: try #require(found[key]), with: certified[key].numbers())
      #expect(-log10(worst) >= digits, "\(key): \(-log10(worst)) digits")
    }
    let fit = try fit(name)
    // Filip's powers up to the tenth are rounded to doubles, which moves the fit more than the method does.
    let isRounded = name == "filip"
    #expect(Agreement(fit.rSquared, with: certified["rSquared"].number).error < (isRounded ? 1e-10 : 1e-13))
    guard certified["rSquared"].number < 1 else {
      #expect(fit.residualSumOfSquares < 1e-25 * fit.totalSumOfSquares)
      return
    }
    for key in ["residualStandardDeviation", "residualSumOfSquares", "fStatistic"] {
      let worst = worstError(of: try #require(found[key]), with: [certified[key].number])
      #expect(worst < (isRounded ? 1e-8 : 1e-13), "\(key): worst relative error \(worst)")
    }
  }
}
