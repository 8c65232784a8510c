import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct MultinomialLogitTests {
  private static let names = (1...7).map { "d\($0)" }
  private static let folder = "Tests/StatisticsTests/Oracles/"
  private let data: OracleTable

  init() throws {
    data = try OracleTable(Fixture.url(Self.folder + "synth_open.csv"))
  }

  private var groups: [Int] { data.column("ltr").map { $0 >= 9 ? 1 : $0 >= 7 ? 0 : -1 } }

  private func check(_ fit: MultinomialLogit, _ expected: Oracle, _ levels: [String], _ names: [String]) {
    #expect(fit.isConverged && fit.aliased.isEmpty)
    for (contrast, level) in zip(fit.contrasts, levels) {
      let found = [contrast.intercept] + contrast.coefficients.compactMap(\.self)
      let keys = ["(Intercept)"] + names
      #expect(worstError(of: found, with: expected["coef", level].numbers(keys)) < 1e-9, "\(level)")
      let errors = [contrast.interceptStandardError] + contrast.standardErrors.compactMap(\.self)
      #expect(worstError(of: errors, with: expected["se", level].numbers(keys)) < 1e-9, "\(level)")
    }
    #expect(Agreement(fit.logLikelihood, with: expected["loglik"].number).error < 1e-12)
    #expect(Agreement(fit.rSquared.mcFadden, with: expected["mcfadden"].number).error < 1e-10)
  }

  @Test func threeGroupsAgree() throws {
    let expected = try Oracle(Fixture.url(Self.folder + "synth_open_logit.json"))
    let fit = try MultinomialLogit(of: groups, on: data.columns(Self.names))
    check(fit, expected["multinomial_det_pas_pro", "value"], ["pas", "pro"], Self.names)
  }

  @Test func housingWithFrequenciesAgrees() throws {
    let expected = try Oracle(Fixture.url(Self.folder + "housing_ordinal.json"))["multinomial", "value"]
    let housing = try HousingSatisfaction()
    let fit = try MultinomialLogit(of: housing.outcome, on: housing.predictors, weights: housing.frequencies)
    check(fit, expected, ["Medium", "High"], HousingSatisfaction.names)
  }

  /// Two levels are a binary logit.
  @Test func twoLevelsAreLogistic() throws {
    let outcome = data.column("ltr").map { $0 >= 9 }
    let (predictors, weights) = (data.columns(Self.names), data.column("w"))
    let fit = try MultinomialLogit(of: outcome.map { $0 ? 1 : 0 }, on: predictors, weights: weights)
    let binary = try LogisticRegression(of: outcome, on: predictors, weights: weights)
    let pairs = [
      (fit.contrasts[0].coefficients, binary.coefficients),
      (fit.contrasts[0].standardErrors, binary.standardErrors),
    ]
    for (found, expected) in pairs {
      #expect(worstError(of: found.compactMap(\.self), with: expected.compactMap(\.self)) < 1e-10)
    }
  }

  /// Another baseline changes nothing but the contrasts.
  @Test func baselineIsAChoice() throws {
    let fit = try MultinomialLogit(of: groups, on: data.columns(Self.names))
    let other = try MultinomialLogit(of: groups, on: data.columns(Self.names), baseline: 1)
    #expect(other.contrasts.map(\.level) == [-1, 0])
    #expect(Agreement(other.logLikelihood, with: fit.logLikelihood).error < 1e-13)
    #expect(Agreement(other.contrasts[0].intercept, with: -fit.contrasts[1].intercept).error < 1e-10)
  }

  @Test func separationAndRefusals() throws {
    let x = (0..<30).map { Double($0) }
    #expect(try !MultinomialLogit(of: (0..<30).map { $0 / 10 }, on: [x]).isConverged)
    #expect(throws: FitError.constantOutcome) { try MultinomialLogit(of: [1, 1], on: [[1, 2]]) }
    let twice = try MultinomialLogit(of: groups, on: [data.column("d1"), data.column("d1").map { 1 - $0 }])
    #expect(twice.aliased == [1] && twice.contrasts[0].coefficients[1] == nil)
  }
}
