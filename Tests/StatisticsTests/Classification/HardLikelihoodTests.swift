import Statistics
import TestSupport
import Testing

/// Binary, ordinal and multinomial logits where drivers nearly follow from each other, lie far from 0, have extreme weights, or
/// almost separate the outcomes, against 60 digits.
@Suite struct HardLikelihoodTests {
  enum Case: String, CaseIterable, CustomTestStringConvertible {
    case noise2 = "noise1e-2"
    case noise4 = "noise1e-4"
    case noise6 = "noise1e-6"
    case farOrigins, weightsOverSixOrders, tinyWeights

    var testDescription: String { rawValue }

    func oracle() throws -> Oracle {
      try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/hard_likelihoods.json"))[rawValue]
    }

    func columns() throws -> [[Double]] { try oracle()["columns"].list.map { $0.numbers() } }

    func outcome(_ name: String) throws -> [Int] {
      try oracle()["outcomes", name].numbers().map { Int($0) }
    }

    func weights() throws -> [Double]? {
      self == .weightsOverSixOrders || self == .tinyWeights ? try oracle()["weights"].numbers() : nil
    }
  }

  /// Coefficients and likelihoods are right to rounding; errors and effects are those of the last iterate but one, which is
  /// within 1e-9 standard errors of the maximum.
  private func check(_ found: [Double?], _ expected: Oracle, _ what: String) {
    let worst = worstError(of: found.map { $0 ?? .nan }, with: expected.numbers())
    let bound = ["se", "hc0", "hc3", "ame"].contains(what) ? 5e-10 : 1e-12
    #expect(worst < bound, "\(what): worst relative error \(worst)")
  }

  private func checkBinary(_ hard: Case, outcome: String, expected: Oracle) throws {
    let fit = try LogisticRegression(
      of: hard.outcome(outcome).map { $0 == 1 }, on: hard.columns(), weights: hard.weights(), penalty: .never)
    #expect(!fit.isSeparated && fit.aliased.isEmpty)
    check([fit.intercept] + fit.coefficients, expected["coefficients"], "b")
    check([fit.interceptStandardError] + fit.standardErrors, expected["standardErrors"], "se")
    check(fit.robustStandardErrors(leverageCorrected: false), expected["hc0"], "hc0")
    check(fit.robustStandardErrors(leverageCorrected: true), expected["hc3"], "hc3")
    check([fit.logLikelihood, fit.nullLogLikelihood], expected["logLikelihoods"], "ll")
    let measures = fit.rSquared
    check(
      [measures.mcFadden, measures.coxSnell, measures.nagelkerke, measures.estrella],
      expected["pseudoRSquared"],
      "pseudo")
    let discrimination = fit.discrimination
    check(
      [discrimination.tjur, discrimination.brierScore, discrimination.areaUnderCurve],
      expected["tjurBrierArea"],
      "auc")
    check(fit.averageMarginalEffects, expected["averageMarginalEffects"], "ame")
  }

  @Test(arguments: Case.allCases)
  func binaryLogit(_ hard: Case) throws {
    try checkBinary(hard, outcome: "binary", expected: hard.oracle()["binary"])
  }

  /// b₁x + b₂(x + d) is (b₁ + b₂)x + b₂d, so the interval of b₂ is that of the coefficient of d, however small d is.
  @Test func profileIntervalsOfANearDuplicateAreThoseOfTheDifference() throws {
    let columns = try Case.noise2.columns()
    let outcome = try Case.noise2.outcome("binary").map { $0 == 1 }
    // Sums of multiples of 1/1024 are exact.
    let (base, third) = (columns[0].map { ($0 * 1024).rounded() / 1024 }, columns[2])
    let difference = columns[1].indices.map { ((columns[1][$0] - columns[0][$0]) * 8192).rounded() / 65_536 }
    let sum = zip(base, difference).map { $0 + $1 }
    let near = try LogisticRegression(of: outcome, on: [base, sum, third])
    let plain = try LogisticRegression(of: outcome, on: [base, difference, third])
    for (one, other) in [(1, 1), (2, 2)] {
      let found = try #require(near.interval(of: one))
      let expected = try #require(plain.interval(of: other))
      let worst = worstError(
        of: [found.lowerBound, found.upperBound], with: [expected.lowerBound, expected.upperBound])
      #expect(worst < 1e-9, "worst relative error \(worst)")
    }
  }

  @Test func nearlySeparatedOutcomes() throws {
    let expected = try Case.noise2.oracle()["nearlySeparated"]
    try checkBinary(.noise2, outcome: "nearlySeparated", expected: expected)
  }

  @Test(arguments: Case.allCases, ["Three", "Eleven"])
  func ordinalLogit(_ hard: Case, levels: String) throws {
    let expected = try hard.oracle()["ordinal\(levels)"]
    let fit = try CumulativeLogit(
      of: hard.outcome(levels.lowercased()), on: hard.columns(), weights: hard.weights())
    #expect(fit.isConverged && fit.aliased.isEmpty)
    check(fit.thresholds + fit.coefficients, expected["parameters"], "ord\(levels)")
    check(
      fit.thresholdStandardErrors + fit.standardErrors, expected["standardErrors"],
      "se")
    #expect(Agreement(fit.logLikelihood, with: expected["logLikelihood"].number).error < 1e-13)
  }

  @Test(arguments: Case.allCases)
  func multinomialLogit(_ hard: Case) throws {
    let expected = try hard.oracle()["multinomial"]
    let fit = try MultinomialLogit(of: hard.outcome("three"), on: hard.columns(), weights: hard.weights())
    #expect(fit.isConverged && fit.aliased.isEmpty)
    check(
      fit.contrasts.flatMap { [$0.intercept] + $0.coefficients }, expected["parameters"], "multi")
    check(
      fit.contrasts.flatMap { [$0.interceptStandardError] + $0.standardErrors }, expected["standardErrors"],
      "se")
  }
}
