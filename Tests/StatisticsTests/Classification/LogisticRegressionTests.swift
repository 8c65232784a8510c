import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct LogisticRegressionTests {
  private static let names = (1...7).map { "d\($0)" }
  private static let withIntercept = ["(Intercept)"] + names
  private let reference: Oracle
  private let data: OracleTable

  init() throws {
    reference = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_logit.json"))
    data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
  }

  /// The regression of one block of the reference.
  private func fit(_ block: String) throws -> LogisticRegression {
    let scores = data.column("ltr")
    let rows = scores.indices.filter {
      block != "promoter_vs_detractor" || scores[$0] >= 9 || scores[$0] <= 6
    }
    let outcome = rows.map { block == "detractor_vs_rest" ? scores[$0] <= 6 : scores[$0] >= 9 }
    let predictors = data.columns(Self.names).map { column in rows.map { column[$0] } }
    let weights = block.hasSuffix("weighted") ? data.column("w") : nil
    return try LogisticRegression(of: outcome, on: predictors, weights: weights)
  }

  private static let blocks = [
    "promoter_vs_rest", "detractor_vs_rest", "promoter_vs_detractor", "promoter_vs_rest_weighted",
  ]

  @Test(arguments: blocks)
  func coefficientsAgree(block: String) throws {
    let fit = try fit(block)
    let expected = reference[block, "fit", "value"]
    let found = [fit.intercept] + fit.coefficients.compactMap(\.self)
    #expect(worstError(of: found, with: expected["coef"].numbers(Self.withIntercept)) < 1e-10)
    let errors = [fit.interceptStandardError] + fit.standardErrors.compactMap(\.self)
    #expect(worstError(of: errors, with: expected["se"].numbers(Self.withIntercept)) < 1e-10)
    let likelihoods = [fit.logLikelihood, -2 * fit.logLikelihood, -2 * fit.nullLogLikelihood]
    let keys = ["loglik", "deviance", "null_deviance"]
    #expect(worstError(of: likelihoods, with: expected.numbers(keys)) < 1e-12)
    let ratios = (0..<7).compactMap { fit.oddsRatio($0) }
    #expect(worstError(of: ratios, with: expected["odds_ratio"].numbers(Self.names)) < 1e-10)
    #expect(!fit.isSeparated && !fit.isPenalized && fit.aliased.isEmpty)
  }

  @Test(arguments: blocks)
  func measuresAgree(block: String) throws {
    let fit = try fit(block)
    let expected = reference[block, "fit_measures"]
    let found = [
      fit.rSquared.mcFadden, fit.rSquared.coxSnell, fit.rSquared.nagelkerke, fit.rSquared.estrella,
      fit.discrimination.tjur, fit.discrimination.brierScore,
    ]
    let keys = ["mcfadden", "cox_snell", "nagelkerke", "estrella", "tjur", "brier"]
    #expect(worstError(of: found, with: expected.numbers(keys)) < 1e-10)
    if !block.hasSuffix("weighted") {
      #expect(Agreement(fit.discrimination.areaUnderCurve, with: expected["auc"].number).error < 1e-12)
    }
    let effects = fit.averageMarginalEffects.compactMap(\.self)
    let marginal = reference[block, "average_marginal_effects", "value"].numbers(Self.names)
    #expect(worstError(of: effects, with: marginal) < 1e-10)
  }

  @Test(arguments: blocks)
  func robustErrorsAgree(block: String) throws {
    let fit = try fit(block)
    for (key, corrected) in [("se_HC0", false), ("se_HC3", true)] {
      let found = fit.robustStandardErrors(leverageCorrected: corrected).compactMap(\.self)
      let expected = reference[block, key, "value"].numbers(Self.withIntercept)
      #expect(worstError(of: found, with: expected) < 1e-9, "\(key)")
    }
  }

  @Test(arguments: 0..<3)
  func firthAndProfileAgreeWithThirtyDigits(index: Int) throws {
    let oracle = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/logistic_mpmath.json"))["cases"].list[
      index]
    let rows = oracle["x"].list.map { $0.numbers() }
    let predictors = [0, 1].map { column in rows.map { $0[column] } }
    let outcome = oracle["y"].numbers().map { $0 == 1 }
    let name = oracle["name"].text
    let fit = try LogisticRegression(
      of: outcome, on: predictors, penalty: name == "firth" ? .always : .whereSeparated)
    #expect(fit.isPenalized == (name != "plain") && fit.isSeparated == (name == "separated"))
    let found = [fit.intercept] + fit.coefficients.compactMap(\.self)
    #expect(worstError(of: found, with: oracle["coefficients"].numbers()) < 1e-9, "\(name)")
    let errors = [fit.interceptStandardError] + fit.standardErrors.compactMap(\.self)
    #expect(worstError(of: errors, with: oracle["standardErrors"].numbers()) < 1e-9, "\(name)")
    for (predictor, limits) in oracle["limits"].list.enumerated() {
      let interval = try #require(fit.interval(of: predictor))
      let pair = [interval.lowerBound, interval.upperBound]
      #expect(worstError(of: pair, with: limits.numbers(), floor: 0.1) < 1e-8, "\(name) \(predictor)")
    }
  }

  /// For one yes-or-no predictor Firth's penalty is half a respondent in each of the four cells.
  @Test func firthOfATwoByTwoTable() throws {
    let cells = [(false, 0.0, 9), (true, 0, 4), (false, 1, 0), (true, 1, 7)]
    let outcome = cells.flatMap { [Bool](repeating: $0.0, count: $0.2) }
    let predictor = cells.flatMap { [Double](repeating: $0.1, count: $0.2) }
    let fit = try LogisticRegression(of: outcome, on: [predictor])
    #expect(fit.isSeparated && fit.isPenalized)
    let base = log(4.5 / 9.5)
    #expect((fit.intercept - base).magnitude < 1e-10)
    #expect(try (#require(fit.coefficients[0]) - (log(7.5 / 0.5) - base)).magnitude < 1e-9)
  }

  @Test func weightTwoIsTheRowTwice() throws {
    let x = [1.0, 2, 3, 4, 5, 6, 7, 8]
    let y = [false, false, true, false, true, false, true, true]
    let weights = [1.0, 2, 1, 3, 1, 2, 1, 1]
    let rows = x.indices.flatMap { [Int](repeating: $0, count: Int(weights[$0])) }
    let weighted = try LogisticRegression(of: y, on: [x], weights: weights)
    let repeated = try LogisticRegression(of: rows.map { y[$0] }, on: [rows.map { x[$0] }])
    #expect((weighted.intercept - repeated.intercept).magnitude < 1e-12)
    #expect((weighted.logLikelihood - repeated.logLikelihood).magnitude < 1e-12)
    #expect(
      (weighted.discrimination.areaUnderCurve - repeated.discrimination.areaUnderCurve).magnitude < 1e-14)
  }

  @Test func collinearAndConstantPredictorsAreNamed() throws {
    let x = [1.0, 2, 3, 4, 5, 6, 7, 8]
    let y = [false, true, false, false, true, false, true, true]
    let fit = try LogisticRegression(of: y, on: [x, x.map { 3 - 2 * $0 }, x.map { _ in 4 }])
    let alone = try LogisticRegression(of: y, on: [x])
    #expect(fit.aliased == [1, 2])
    #expect(fit.coefficients[1] == nil && fit.standardErrors[2] == nil && fit.interval(of: 2) == nil)
    #expect(try (#require(fit.coefficients[0]) - #require(alone.coefficients[0])).magnitude < 1e-12)
  }

  /// 3,000 respondents: e^(2ℓ₀/n·n) would underflow, and Nagelkerke's measure would become Cox & Snell's.
  @Test func nagelkerkeDoesNotUnderflow() {
    let measures = PseudoRSquared(logLikelihood: -1500, null: -2079, count: 3000)
    #expect((measures.nagelkerke / measures.coxSnell - 1 / (1 - exp(-2 * 2079.0 / 3000))).magnitude < 1e-12)
  }

  @Test func refusals() {
    #expect(throws: FitError.constantOutcome) { try LogisticRegression(of: [true, true], on: [[1, 2]]) }
    #expect(throws: FitError.tooFewObservations(have: 0, need: 2)) {
      try LogisticRegression(of: [], on: [[]])
    }
    #expect(throws: FitError.tooFewObservations(have: 1, need: 2)) {
      try LogisticRegression(of: [true, false], on: [[1, 2]], weights: [1, 0])
    }
  }
}
