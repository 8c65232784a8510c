import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct ImputationTests {
  private let drivers = (1...7).map { "d\($0)" }
  private let cells: [[Double?]]
  private let outcome: [Double]
  private let numbers: Oracle

  init() throws {
    let folder = "Tests/StatisticsTests/Oracles/"
    let table = try OracleTable(Fixture.url(folder + "synth_open_missing.csv"))
    cells = drivers.map { table.cells($0) }
    outcome = table.column("ltr")
    numbers = try Oracle(Fixture.url(folder + "synth_open_missing.json"))
  }

  @Test(arguments: 0..<2)
  func poolingAgrees(estimate: Int) {
    let oracle = numbers["rubin_pooling"]
    let expected = oracle["result"].list[estimate]
    let found = RubinPooling(
      of: oracle["input_estimates"].list.map { $0.numbers()[estimate] },
      variances: oracle["input_variances"].list.map { $0.numbers()[estimate] },
      completeDegreesOfFreedom: oracle["n"].number - oracle["k"].number)
    let values = [
      found.estimate, found.withinVariance, found.betweenVariance, found.totalVariance,
      found.degreesOfFreedom, found.relativeIncrease, found.missingInformation,
    ]
    let keys = ["qbar", "ubar", "b", "t", "df", "r", "fmi"]
    #expect(worstError(of: values, with: expected.numbers(keys)) < 1e-12)
  }

  @Test func estimatesThatAgreeArePooledWithoutLoss() {
    let found = RubinPooling(of: [2, 2, 2], variances: [4, 4, 4])
    #expect(found.standardError == 2 && found.degreesOfFreedom == .infinity && found.missingInformation == 0)
    #expect(Agreement(found.interval().upperBound, with: 2 + 2 * 1.959963984540054).error < 1e-14)
  }

  @Test func missingIndicatorRegressionAgrees() throws {
    let completed = MissingIndicator(cells)
    #expect(completed.indicated == Array(0..<7))
    let fit = try LinearRegression(of: outcome, on: completed.columns)
    let expected = numbers["missing_indicator_ols"]
    let keys = drivers + drivers.map { $0 + "_missing" }
    let coefficients = expected["coef"].numbers(["(Intercept)"] + keys)
    #expect(
      worstError(of: [fit.intercept] + fit.coefficients.compactMap(\.self), with: coefficients) < 1e-10)
    let errors = expected["se"].numbers(keys)
    #expect(worstError(of: fit.standardErrors.compactMap(\.self), with: errors) < 1e-10)
    #expect(Agreement(fit.rSquared, with: expected["r2"].number).error < 1e-12)
  }

  @Test func imputationsKeepWhatIsThereAndUseGivenNumbers() {
    let found = MultipleImputation(of: cells + [outcome.map { $0 }], copies: 2, rounds: 2, seed: 6)
    for copy in found.completed {
      for (column, cells) in cells.enumerated() {
        let given = Set(cells.compactMap(\.self))
        #expect(zip(copy[column], cells).allSatisfy { $0 == $1 ?? $0 && given.contains($0) })
      }
      #expect(copy[7] == outcome)
    }
    #expect(found.completed[0] != found.completed[1])
    let again = MultipleImputation(of: cells + [outcome.map { $0 }], copies: 2, rounds: 2, seed: 6)
    #expect(found.completed == again.completed)
  }

  /// Two ways to the same: coefficients of multiple imputation and of the EM covariance.
  @Test func pooledRegressionIsNearTheLikelihoods() throws {
    let found = MultipleImputation(of: cells + [outcome.map { $0 }], copies: 6, rounds: 3, seed: 2)
    let pooled = try found.pooled(completeDegreesOfFreedom: 1492) { columns in
      let fit = try LinearRegression(of: columns[7], on: Array(columns[..<7]))
      return zip(fit.coefficients, fit.standardErrors).map { ($0 ?? 0, ($1 ?? 0) * ($1 ?? 0)) }
    }
    let maximum = try ExpectationMaximization(of: cells + [outcome.map { $0 }]).covariance
    let among = maximum.matrix.restricted(to: Array(0..<7))
    let slopes = CholeskyDecomposition(among).solve((0..<7).map { maximum.matrix[$0, 7] })
    for (one, slope) in zip(pooled, slopes) {
      #expect((one.estimate - slope).magnitude < 0.6 * one.standardError)
      #expect(one.missingInformation > 0.01 && one.missingInformation < 0.5)
    }
  }
}
