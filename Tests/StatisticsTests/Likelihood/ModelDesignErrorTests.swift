import Statistics
import TestSupport
import Testing

/// Errors of ordinal, multinomial and partial models under a survey design; those of the binary one agree with R's survey
/// (`SamplingDesignTests`), and the others are held to it.
@Suite struct ModelDesignErrorTests {
  private let schools: SurveyOfSchools
  /// Thirds of the outcome.
  private let levels: [Int]

  init() throws {
    schools = try SurveyOfSchools()
    let sorted = schools.outcome.sorted()
    let cuts = [sorted[sorted.count / 3], sorted[2 * sorted.count / 3]]
    levels = schools.outcome.map { value in cuts.count { value >= $0 } }
  }

  private var designs: [SamplingDesign] { [schools.stratified, schools.clustered] }

  private func expectEqual(_ found: [Double?], _ expected: [Double?], _ tolerance: Double = 1e-9) {
    #expect(found.count == expected.count && !found.contains(nil))
    #expect(worstError(of: found.compactMap(\.self), with: expected.compactMap(\.self)) < tolerance)
  }

  @Test func withTwoLevelsAllAreTheBinaryModel() throws {
    let (predictors, weights) = (schools.predictors, schools.weights)
    let two = levels.map { min($0, 1) }
    let binary = try LogisticRegression(of: two.map { $0 == 1 }, on: predictors, weights: weights)
    let ordinal = try CumulativeLogit(of: two, on: predictors, weights: weights)
    let partial = try PartialProportionalOdds(of: two, on: predictors, varying: [0], weights: weights)
    let multinomial = try MultinomialLogit(of: two, on: predictors, weights: weights)
    for design in designs {
      let expected = Array(binary.standardErrors(under: design).dropFirst())
      expectEqual(Array(ordinal.standardErrors(under: design).dropFirst()), expected)
      expectEqual(partial.standardErrors(under: design)[0], expected)
      expectEqual(multinomial.standardErrors(under: design)[0], expected)
    }
  }

  @Test func aPartialModelInWhichNothingVariesIsTheOrdinalOne() throws {
    let ordinal = try CumulativeLogit(of: levels, on: schools.predictors, weights: schools.weights)
    let partial = try PartialProportionalOdds(
      of: levels, on: schools.predictors, varying: [], weights: schools.weights)
    for design in designs {
      let expected = Array(ordinal.standardErrors(under: design).dropFirst(2))
      for found in partial.standardErrors(under: design) { expectEqual(found, expected) }
    }
  }

  @Test func theErrorOfAContrastDoesNotDependOnTheBaseline() throws {
    let fits = try [0, 1].map {
      try MultinomialLogit(of: levels, on: schools.predictors, weights: schools.weights, baseline: $0)
    }
    for design in designs {
      expectEqual(fits[0].standardErrors(under: design)[0], fits[1].standardErrors(under: design)[0])
    }
  }

  /// Every respondent three times, a third of the weight each, as one cluster, is every respondent once.
  @Test func repeatedRowsAsClustersSayNothingNew() throws {
    let rows = levels.count
    let weights = schools.weights.map { $0 / 3 }
    let alone = SamplingDesign(rows: rows)
    let thrice = SamplingDesign(rows: 3 * rows, clusters: (0..<3 * rows).map { $0 % rows })
    func tripled<Element>(_ column: [Element]) -> [Element] { column + column + column }
    func errors(
      _ outcome: [Int], _ predictors: [[Double]], _ weights: [Double], _ design: SamplingDesign
    ) throws -> [Double?] {
      let all = Array(predictors.indices)
      return try CumulativeLogit(of: outcome, on: predictors, weights: weights).standardErrors(under: design)
        + MultinomialLogit(of: outcome, on: predictors, weights: weights).standardErrors(under: design)
        .joined()
        + PartialProportionalOdds(of: outcome, on: predictors, varying: all, weights: weights)
        .standardErrors(under: design).joined()
        + LogisticRegression(of: outcome.map { $0 == 2 }, on: predictors, weights: weights)
        .averageMarginalEffectStandardErrors(under: design)
    }
    let once = try errors(levels, schools.predictors, schools.weights, alone)
    let found = try errors(tripled(levels), schools.predictors.map(tripled), tripled(weights), thrice)
    expectEqual(found, once, 1e-7)
  }
}
