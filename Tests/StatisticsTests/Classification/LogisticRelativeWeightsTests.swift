import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct LogisticRelativeWeightsTests {
  private static let names = (1...7).map { "d\($0)" }
  private let data: OracleTable

  init() throws {
    data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
  }

  @Test(arguments: ["promoter_vs_rest", "detractor_vs_rest", "promoter_vs_detractor"])
  func binaryWeightsAgree(block: String) throws {
    let url = Fixture.url("Tests/StatisticsTests/Oracles/synth_open_logit.json")
    let expected = try Oracle(url)[block, "rwa_logistic", "value"]
    let scores = data.column("ltr")
    let rows = scores.indices.filter {
      block != "promoter_vs_detractor" || scores[$0] >= 9 || scores[$0] <= 6
    }
    let outcome = rows.map { block == "detractor_vs_rest" ? scores[$0] <= 6 : scores[$0] >= 9 }
    let predictors = data.columns(Self.names).map { column in rows.map { column[$0] } }
    let found = try LogisticRelativeWeights(of: outcome, on: predictors)
    #expect(worstError(of: found.shares, with: expected["raw"].numbers(Self.names)) < 1e-9)
    #expect(Agreement(found.rSquared, with: expected["r2_o"].number).error < 1e-10)
    let percent = found.fractions.map { 100 * $0 }
    #expect(worstError(of: percent, with: expected["rescaled"].numbers(Self.names)) < 1e-9)
  }

  /// With two levels both models are one, and share in the same proportions.
  @Test func twoOrderedLevelsShareAsABinaryOutcome() throws {
    let outcome = data.column("ltr").map { $0 >= 9 }
    let (predictors, weights) = (data.columns(Self.names), data.column("w"))
    let binary = try LogisticRelativeWeights(of: outcome, on: predictors, weights: weights)
    let ordered = try LogisticRelativeWeights(
      ofOrdered: outcome.map { $0 ? 1 : 0 }, on: predictors, weights: weights)
    #expect(worstError(of: ordered.fractions, with: binary.fractions) < 1e-10)
  }

  /// The latent R² of the ordinal model, and the linear relative weights of its linear predictor.
  @Test func orderedWeightsAreThoseOfTheLinearPredictor() throws {
    let outcome = data.column("ltr").map { Int($0) }
    let predictors = data.columns(Self.names)
    let found = try LogisticRelativeWeights(ofOrdered: outcome, on: predictors)
    let slopes = try CumulativeLogit(of: outcome, on: predictors).coefficients.compactMap(\.self)
    let eta = outcome.indices.map { row in
      zip(predictors, slopes).reduce(0.0) { $0 + $1.0[row] * $1.1 }
    }
    let covariance = Covariance(of: predictors + [eta], divisor: .maximumLikelihood)
    let variance = covariance.matrix[7, 7]
    let expected = try RelativeWeights(of: 7, in: covariance).fractions
    #expect(worstError(of: found.fractions, with: expected) < 1e-9)
    #expect(Agreement(found.rSquared, with: variance / (variance + .pi * .pi / 3)).error < 1e-10)
  }

  @Test func duplicatesShareAlike() throws {
    let outcome = data.column("ltr").map { $0 >= 9 }
    let (first, second) = (data.column("d1"), data.column("d2"))
    let found = try LogisticRelativeWeights(of: outcome, on: [first, second, first])
    #expect(Agreement(found.shares[0], with: found.shares[2]).error < 1e-9)
    let alone = try LogisticRelativeWeights(of: outcome, on: [first, second])
    #expect(Agreement(found.shares.reduce(0, +), with: alone.rSquared).error < 1e-9)
  }
}
