import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct ClusterRobustErrorsTests {
  private static let names = (1...7).map { "d\($0)" }
  private let data: OracleTable

  init() throws {
    data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
  }

  private func errors(_ correction: ClusterCorrection) throws -> ClusterRobustErrors {
    try ClusterRobustErrors(
      of: data.column("ltr"), on: data.columns(Self.names), clusters: data.column("segment").map { Int($0) },
      correction: correction)
  }

  @Test func segmentsAgree() throws {
    let reference = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_ols.json"))
    let expected = reference["unweighted", "se_cluster_HC1", "value"].numbers(["(Intercept)"] + Self.names)
    let found = try errors(.cr1)
    #expect(worstError(of: found.standardErrors.compactMap(\.self), with: expected) < 1e-10)
    let plain = try errors(.cr0)
    let count = Double(found.clusters)
    let factor = (count / (count - 1) * 1499 / 1492).squareRoot()
    let scaled = plain.standardErrors.compactMap { $0.map { $0 * factor } }
    #expect(worstError(of: scaled, with: expected) < 1e-10)
    #expect(found.degreesOfFreedom.allSatisfy { $0 == count - 1 })
  }

  /// Clusters of one are HC2 (and HC0 without correction).
  @Test(arguments: [false, true])
  func singleRespondentsAreHeteroscedastic(isWeighted: Bool) throws {
    let (outcome, predictors) = (data.column("ltr"), data.columns(Self.names))
    let weights = isWeighted ? data.column("w") : nil
    for (correction, robust) in [(ClusterCorrection.cr2, RobustErrors.hc2), (.cr0, .hc0)] {
      let found = try ClusterRobustErrors(
        of: outcome, on: predictors, weights: weights, clusters: Array(outcome.indices),
        correction: correction)
      let fit = try LinearRegression(of: outcome, on: predictors, weights: weights, robust: robust)
      let expected = [fit.interceptRobustStandardError] + fit.robustStandardErrors
      #expect(
        worstError(of: found.standardErrors.compactMap(\.self), with: expected.compactMap(\.self)) < 1e-10)
    }
  }

  /// For the mean of clusters of equal size CR2 is the error of the clusters' means, with G − 1 degrees of freedom.
  @Test func aMeanOfEqualClustersHasItsTextbookError() throws {
    let outcome = (0..<40).map { Double(($0 * 7919) % 31) }
    let found = try ClusterRobustErrors(of: outcome, on: [], clusters: (0..<40).map { $0 / 5 })
    let means = (0..<8).map { group in outcome[group * 5..<group * 5 + 5].reduce(0, +) / 5 }
    let expected = (Covariance(of: [means]).matrix[0, 0] / 8).squareRoot()
    #expect(try Agreement(#require(found.standardErrors[0]), with: expected).error < 1e-12)
    #expect(try Agreement(#require(found.degreesOfFreedom[0]), with: 7).error < 1e-10)
  }

  /// Where observations are independent and alike, the CR2 variance is right on average.
  @Test func correctedVarianceIsUnbiased() throws {
    var generator = SeededGenerator(seed: 4)
    let x = (0..<24).map { Double($0 % 7) + Double($0 / 4) }
    var (sum, truth) = (0.0, 0.0)
    let middle = x.reduce(0, +) / 24
    truth = 1 / x.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    for _ in 0..<400 {
      let outcome = x.map { _ in NormalDistribution.standard.quantile(max(generator.uniform(), 1e-17)) }
      let found = try ClusterRobustErrors(of: outcome, on: [x], clusters: (0..<24).map { $0 / 4 })
      let error = try #require(found.standardErrors[1])
      sum += error * error / 400
    }
    // The variance's own standard error is about 4 % here.
    #expect((sum / truth - 1).magnitude < 0.12, "\(sum / truth)")
  }

  @Test func refusals() {
    #expect(throws: FitError.tooFewObservations(have: 1, need: 2)) {
      try ClusterRobustErrors(of: [1, 2, 4], on: [[1, 2, 3]], clusters: [5, 5, 5])
    }
    #expect(throws: FitError.constantOutcome) {
      try ClusterRobustErrors(of: [1, 1, 1], on: [[1, 2, 3]], clusters: [1, 2, 3])
    }
  }
}
