import Statistics
import TestSupport
import Testing

@Suite struct DesignBootstrapTests {
  private static func means(_ columns: [[Double]])
    -> @Sendable ([Double], UnsafeMutableBufferPointer<Double>)
    -> Void
  {
    { weights, result in
      let total = weights.reduce(0, +)
      for (place, column) in columns.enumerated() {
        result[place] = zip(column, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
      }
    }
  }

  /// Linearised errors of means and Rao and Wu's agree where clusters are many.
  @Test func rescaledErrorsAreTheLinearisedOnes() throws {
    let schools = try SurveyOfSchools()
    let columns = [schools.outcome] + schools.predictors
    let expected = schools.reference["design2_clusters", "value", "se_means"].numbers()
    let bootstrap = DesignBootstrap(
      of: schools.clustered, weights: schools.weights, bootstrap: Bootstrap(replicates: 1000, seed: 3))
    let values = bootstrap.replicated(statistics: 5, Self.means(columns))
    for (place, error) in expected.enumerated() {
      let found = BootstrapInterval.standardError((0..<1000).map { values[$0, place] })
      // 1,000 replicates know a standard error to 2.2 %; four times that is allowed.
      #expect(Agreement(found, with: error).error < 0.09, "\(place): \(found) against \(error)")
    }
  }

  /// With two clusters per stratum the plain bootstrap finds half the variance of a sum, the rescaled one all of it.
  @Test(arguments: DesignBootstrap.Scheme.allCases)
  func smallStrataNeedRescaling(scheme: DesignBootstrap.Scheme) {
    let values = (0..<80).map { Double(($0 * 37) % 23) }
    let design = SamplingDesign(rows: 80, strata: (0..<80).map { $0 / 2 })
    let bootstrap = DesignBootstrap(
      of: design, weights: [Double](repeating: 1, count: 80), scheme: scheme,
      bootstrap: Bootstrap(replicates: 2000, seed: 8))
    let sums = bootstrap.replicated(statistics: 1) { weights, result in
      result[0] = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let found = BootstrapInterval.standardError((0..<2000).map { sums[$0, 0] })
    let variance = (0..<40).reduce(0.0) { sum, stratum in
      let difference = values[2 * stratum] - values[2 * stratum + 1]
      return sum + difference * difference
    }
    let expected = (scheme == .plain ? variance / 2 : variance).squareRoot()
    #expect(Agreement(found, with: expected).error < 0.07)
  }

  @Test func clustersStayTogetherAndStrataKeepTheirNumber() {
    let strata = (0..<60).map { $0 / 30 }
    let clusters = (0..<60).map { $0 / 5 }
    let bootstrap = DesignBootstrap(
      of: SamplingDesign(rows: 60, strata: strata, clusters: clusters),
      weights: [Double](repeating: 2, count: 60), scheme: .plain)
    let weights = bootstrap.weights(ofReplicate: 7)
    #expect(weights == bootstrap.weights(ofReplicate: 7) && weights != bootstrap.weights(ofReplicate: 8))
    #expect((0..<60).allSatisfy { weights[$0] == weights[$0 / 5 * 5] })
    #expect(weights[..<30].reduce(0, +) == 60 && weights[30...].reduce(0, +) == 60)
  }

  @Test func aStratumOfOneClusterIsKept() {
    let design = SamplingDesign(rows: 3, strata: [0, 1, 1])
    let weights = DesignBootstrap(of: design, weights: [5, 1, 1]).weights(ofReplicate: 0)
    #expect(weights[0] == 5 && weights[1] + weights[2] == 2)
  }
}
