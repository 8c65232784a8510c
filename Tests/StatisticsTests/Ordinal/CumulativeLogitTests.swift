import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct CumulativeLogitTests {
  private static let names = (1...7).map { "d\($0)" }
  private let reference: Oracle
  private let data: OracleTable

  init() throws {
    reference = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_ordinal.json"))
    data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
  }

  struct Block: Sendable, CustomTestStringConvertible {
    let name: String
    let levels: [String]
    var cuts: [String] { zip(levels, levels.dropFirst()).map { "\($0)|\($1)" } }
    var testDescription: String { name }
  }

  private static let blocks = [
    Block(name: "three_level", levels: ["det", "pas", "pro"]),
    Block(name: "eleven_level", levels: (0...10).map { "\($0)" }),
    Block(name: "three_level_weighted", levels: ["det", "pas", "pro"]),
  ]

  private func outcome(_ block: Block) -> [Int] {
    data.column("ltr").map { score in
      block.levels.count == 11 ? Int(score) : score >= 9 ? 1 : score >= 7 ? 0 : -1
    }
  }

  private func fit(_ block: Block) throws -> CumulativeLogit {
    try CumulativeLogit(
      of: outcome(block), on: data.columns(Self.names),
      weights: block.name.hasSuffix("weighted") ? data.column("w") : nil)
  }

  @Test(arguments: blocks)
  func coefficientsAgree(block: Block) throws {
    let fit = try fit(block)
    let expected = reference[block.name, "fit", "value"]
    #expect(fit.isConverged)
    #expect(worstError(of: fit.thresholds, with: expected["threshold"].numbers(block.cuts)) < 1e-9)
    let slopes = fit.coefficients.compactMap(\.self)
    #expect(worstError(of: slopes, with: expected["coef"].numbers(Self.names)) < 1e-9)
    let errors = fit.thresholdStandardErrors + fit.standardErrors.compactMap(\.self)
    #expect(worstError(of: errors, with: expected["se"].numbers(block.cuts + Self.names)) < 1e-9)
    let likelihoods = [fit.logLikelihood, fit.nullLogLikelihood]
    #expect(worstError(of: likelihoods, with: expected.numbers(["loglik", "loglik_null"])) < 1e-12)
  }

  @Test(arguments: blocks)
  func measuresErrorsAndEffectsAgree(block: Block) throws {
    let fit = try fit(block)
    let measures = [
      fit.rSquared.mcFadden, fit.rSquared.coxSnell, fit.rSquared.nagelkerke, fit.rSquared.estrella,
      fit.rSquared.adjustedMcFadden ?? .nan, 2 * (fit.logLikelihood - fit.nullLogLikelihood),
      2 * Double(block.cuts.count + 7) - 2 * fit.logLikelihood,
    ]
    let keys = ["mcfadden", "cox_snell", "nagelkerke", "estrella", "mcfadden_adj", "lr", "aic"]
    #expect(
      worstError(of: measures, with: reference[block.name, "fit_measures", "value"].numbers(keys)) < 1e-10)
    let robust = fit.robustStandardErrors().compactMap(\.self)
    let expected = reference[block.name, "se_HC0", "value"].numbers(block.cuts + Self.names)
    #expect(worstError(of: robust, with: expected) < 1e-9)
    for (place, name) in Self.names.enumerated() {
      let effects = try #require(fit.averageMarginalEffects(of: place))
      let marginal = reference[block.name, "average_marginal_effects", "value", name].numbers(block.levels)
      #expect(worstError(of: effects, with: marginal) < 1e-9)
      #expect(effects.reduce(0, +).magnitude < 1e-14)
    }
  }

  @Test func housingWithFrequenciesAgrees() throws {
    let housing = try HousingSatisfaction()
    let url = Fixture.url("Tests/StatisticsTests/Oracles/housing_ordinal.json")
    let expected = try Oracle(url)["results", "fit", "value"]
    let fit = try CumulativeLogit(of: housing.outcome, on: housing.predictors, weights: housing.frequencies)
    let cuts = ["Low|Medium", "Medium|High"]
    #expect(worstError(of: fit.thresholds, with: expected["threshold"].numbers(cuts)) < 1e-9)
    let slopes = fit.coefficients.compactMap(\.self)
    #expect(worstError(of: slopes, with: expected["coef"].numbers(HousingSatisfaction.names)) < 1e-9)
    let errors = fit.thresholdStandardErrors + fit.standardErrors.compactMap(\.self)
    #expect(worstError(of: errors, with: expected["se"].numbers(cuts + HousingSatisfaction.names)) < 1e-9)
  }

  /// Two levels are a binary logit, the threshold being minus its intercept.
  @Test func twoLevelsAreLogistic() throws {
    let outcome = data.column("ltr").map { $0 >= 9 }
    let predictors = data.columns(Self.names)
    let ordinal = try CumulativeLogit(of: outcome.map { $0 ? 1 : 0 }, on: predictors)
    let binary = try LogisticRegression(of: outcome, on: predictors)
    #expect((ordinal.thresholds[0] + binary.intercept).magnitude < 1e-9)
    let pairs = zip(ordinal.coefficients, binary.coefficients)
    #expect(pairs.allSatisfy { (($0 ?? 0) - ($1 ?? 1)).magnitude < 1e-10 })
  }

  @Test func turningTheScaleTurnsTheSigns() throws {
    let block = Self.blocks[0]
    let forth = try fit(block)
    let back = try CumulativeLogit(of: outcome(block).map { -$0 }, on: data.columns(Self.names))
    #expect((forth.thresholds[0] + back.thresholds[1]).magnitude < 1e-9)
    #expect(
      zip(forth.coefficients, back.coefficients).allSatisfy { (($0 ?? 0) + ($1 ?? 1)).magnitude < 1e-10 })
  }

  @Test func emptyLevelsAreMerged() throws {
    let outcome = data.column("ltr").map { Int($0) / 2 * 3 }
    let fit = try CumulativeLogit(of: outcome, on: data.columns(["d1"]))
    #expect(fit.levels == [0, 3, 6, 9, 12, 15] && fit.thresholds.count == 5)
  }

  @Test func separationIsSaid() throws {
    let x = (0..<30).map { Double($0) }
    let fit = try CumulativeLogit(of: (0..<30).map { $0 / 10 }, on: [x])
    #expect(!fit.isConverged)
  }

  @Test func refusals() {
    #expect(throws: FitError.constantOutcome) { try CumulativeLogit(of: [3, 3, 3], on: [[1, 2, 3]]) }
    #expect(throws: FitError.tooFewObservations(have: 1, need: 2)) {
      try CumulativeLogit(of: [3, 4], on: [[1, 2]], weights: [0, 1])
    }
  }
}
