import Statistics
import TestSupport
import Testing

/// Errors of LMG shares under a sampling design: by influences and by resampling, with missing answers and without.
@Suite struct DesignSharesTests {
  private static func sample(missing: Bool) -> (columns: IntegerColumns, design: SamplingDesign) {
    let sample = ShareCoverageTests.sample(600, .clustered, seed: 21)
    var columns = sample.columns
    var generator = SeededGenerator(seed: 3)
    for row in 0..<600 where missing && generator.uniform() < 0.4 {
      columns[generator.index(below: 5)][row] = IntegerColumns.missing
    }
    // Three strata of 40 clusters of five, the last but for one cluster that is a stratum of its own.
    let strata = (0..<600).map { $0 >= 595 ? 9 : $0 / 200 }
    return (
      IntegerColumns(rows: 600, columns: columns),
      SamplingDesign(rows: 600, strata: strata, clusters: sample.clusters)
    )
  }

  private static let functions = SmoothFunctions.shapleyFractions(of: [5], among: Array(0..<5))

  @Test(arguments: [false, true])
  func influencesAndResamplesAgree(missing: Bool) {
    let (columns, design) = Self.sample(missing: missing)
    let delta =
      missing
      ? DeltaMethod(maximizingLikelihoodOf: columns, design: design, Self.functions)
      : DeltaMethod(of: columns, design: design, Self.functions)
    let drawn = CovarianceBootstrap(of: columns, design: design).replicated(
      Bootstrap(replicates: 2000, seed: 5), statistics: 5
    ) { covariance, result in
      for (place, share) in ShareCoverageTests.shares(covariance).enumerated() { result[place] = share }
    }
    for driver in 0..<5 {
      let resampled = BootstrapInterval.standardError((0..<2000).map { drawn[$0, driver] })
      // A resampled error is known to 1.6 %; the rest is what 120 clusters leave of curvature.
      #expect(Agreement(resampled, with: delta.standardErrors[driver]).error < 0.12, "driver \(driver)")
    }
  }

  /// With two clusters in each stratum a plain bootstrap would halve the variance.
  @Test func twoClustersPerStratum() {
    let sample = ShareCoverageTests.sample(800, .simple, seed: 8)
    let columns = IntegerColumns(rows: 800, columns: sample.columns)
    let design = SamplingDesign(
      rows: 800, strata: (0..<800).map { $0 / 8 }, clusters: (0..<800).map { $0 / 4 })
    let drawn = CovarianceBootstrap(of: columns, design: design).replicated(
      Bootstrap(replicates: 1000, seed: 5), statistics: 5
    ) { covariance, result in
      for (place, share) in ShareCoverageTests.shares(covariance).enumerated() { result[place] = share }
    }
    let delta = DeltaMethod(of: columns, design: design, Self.functions)
    for driver in 0..<5 {
      let resampled = BootstrapInterval.standardError((0..<1000).map { drawn[$0, driver] })
      #expect(Agreement(resampled, with: delta.standardErrors[driver]).error < 0.12, "driver \(driver)")
    }
  }

  /// Every row twice, as one person's two answers, says no more than every row once, also where some left something out.
  @Test func repeatedAnswersSayNothingNew() {
    let once = Self.sample(missing: true).columns
    let twice = IntegerColumns(rows: 1200, columns: once.columns.map { $0 + $0 })
    let plain = DeltaMethod(maximizingLikelihoodOf: once, Self.functions)
    let paired = DeltaMethod(
      maximizingLikelihoodOf: twice,
      design: SamplingDesign(rows: 1200, clusters: Array(0..<600) + Array(0..<600)), Self.functions)
    for (one, other) in zip(plain.standardErrors, paired.standardErrors) {
      #expect(Agreement(other, with: one).error < 1e-5)
    }
  }

  @Test func aDesignOfOneRowPerClusterIsNone() {
    let columns = Self.sample(missing: true).columns
    let plain = DeltaMethod(maximizingLikelihoodOf: columns, Self.functions)
    let alone = DeltaMethod(
      maximizingLikelihoodOf: columns, design: SamplingDesign(rows: 600), Self.functions)
    #expect(worstError(of: alone.standardErrors, with: plain.standardErrors) < 1e-10)
    #expect(worstError(of: alone.accelerations ?? [], with: plain.accelerations ?? []) < 1e-8)
  }

  /// The acceleration by influences is that of the jackknife but for a term of the order 1/n.
  @Test func accelerationsAreThoseOfTheJackknife() throws {
    let sample = ShareCoverageTests.sample(300, .simple, seed: 2)
    let columns = IntegerColumns(rows: 300, columns: sample.columns)
    let delta = DeltaMethod(of: columns, Self.functions)
    let without = (0..<300).map { left in
      let rows = (0..<300).filter { $0 != left }
      return ShareCoverageTests.shares(Covariance(CrossProducts(of: columns.restricted(to: rows))))
    }
    let accelerations = try #require(delta.accelerations)
    for driver in 0..<5 {
      let expected = BootstrapInterval.acceleration(jackknife: without.map { $0[driver] })
      #expect((accelerations[driver] - expected).magnitude < 0.004, "\(accelerations[driver]), \(expected)")
    }
  }
}
