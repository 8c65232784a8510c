import Statistics
import TestSupport
import Testing

/// Standard errors without resampling where numbers are missing.
@Suite struct MissingInfluenceTests {
  /// Four drivers and an outcome; more answers to the others are missing where the first is low.
  private static func ratings(_ rows: Int, seed: UInt64, missing share: Double) -> IntegerColumns {
    var generator = SeededGenerator(seed: seed)
    var columns = [[Int16]](repeating: [], count: 5)
    for _ in 0..<rows {
      let common = generator.uniform()
      var row = (0..<4).map { _ in Int16(11 * (common + generator.uniform()) / 2) }
      let level = 0.5 * Double(row[0]) + 0.3 * Double(row[1]) + 0.1 * Double(row[2]) + 3 * generator.uniform()
      row.append(Int16(min(10, max(0, (level - 1).rounded()))))
      let often = share * (row[0] < 5 ? 1.5 : 0.5)
      for column in 1..<4 where generator.uniform() < often { row[column] = IntegerColumns.missing }
      for column in 0..<5 { columns[column].append(row[column]) }
    }
    return IntegerColumns(rows: rows, columns: columns)
  }

  private static let shares = { @Sendable (covariance: Covariance) -> [Double] in
    (try? ShapleyImportance(of: 4, in: covariance).fractions) ?? [0, 0, 0, 0]
  }

  @Test func nothingMissingGivesTheOrdinaryErrors() throws {
    let columns = Self.ratings(300, seed: 3, missing: 0)
    let weights = (0..<300).map { 1 + Double($0 % 4) / 2 }
    let found = DeltaMethod(maximizingLikelihoodOf: columns, weights: weights, Self.shares)
    let expected = DeltaMethod(of: columns, weights: weights, Self.shares)
    #expect(worstError(of: found.estimates, with: expected.estimates) < 1e-8)
    // The other method divides by n − 1 what this one divides by n, n being the effective number of rows.
    let effective = Covariance(CrossProducts(of: columns, weights: weights)).effectiveRows
    let scaled = expected.standardErrors.map { $0 * effective / (effective - 1) }
    #expect(worstError(of: found.standardErrors, with: scaled) < 1e-5)
    let errors = try MaximumLikelihoodErrors(of: columns)
    let plain = columns.columns.map { $0.map(Double.init) }
    let mean = (Covariance(of: plain).matrix[0, 0] / 300).squareRoot()
    #expect(Agreement(errors.means[0], with: mean).error < 1e-6)
  }

  /// 250 resamples, each iterated to the end, against no resample.
  @Test func errorsAreThoseOfTheFullBootstrap() throws {
    let columns = Self.ratings(600, seed: 11, missing: 0.3)
    let found = DeltaMethod(maximizingLikelihoodOf: columns, Self.shares).standardErrors
    let errors = try MaximumLikelihoodErrors(of: columns)
    let resampled = try (0..<250).map { replicate in
      var generator = SeededGenerator(seed: 5, stream: UInt64(replicate))
      let rows = (0..<600).map { _ in generator.index(below: 600) }
      let whole = try ExpectationMaximization(of: columns.restricted(to: rows), tolerance: 1e-6).covariance
      return Self.shares(whole) + [whole.means[1], whole.matrix[1, 2], whole.matrix[2, 2]]
    }
    let quick = found + [errors.means[1], errors.covariances[1, 2], errors.covariances[2, 2]]
    for (place, error) in quick.enumerated() {
      let slow = BootstrapInterval.standardError(resampled.map { $0[place] })
      // 250 replicates know a standard error to 4.5 %; three times that is allowed.
      #expect((error / slow - 1).magnitude < 0.135, "\(place): \(error) against \(slow)")
    }
  }

  /// The spread of estimates over samples is what the standard errors say it is, and 95 % intervals cover.
  @Test func errorsAreTheSpreadOverSamples() {
    let truth = Self.shares(Covariance(CrossProducts(of: Self.ratings(60_000, seed: 1, missing: 0))))
    var (covered, errors, estimates) = ([0, 0, 0, 0], [0.0, 0, 0, 0], [[Double]]())
    for sample in 0..<120 {
      let columns = Self.ratings(500, seed: 1000 + UInt64(sample), missing: 0.25)
      let found = DeltaMethod(maximizingLikelihoodOf: columns, Self.shares)
      estimates.append(found.estimates)
      for driver in 0..<4 {
        errors[driver] += found.standardErrors[driver] / 120
        let distance = (found.estimates[driver] - truth[driver]).magnitude
        covered[driver] += distance < 1.96 * found.standardErrors[driver] ? 1 : 0
      }
    }
    for driver in 0..<4 {
      let spread = BootstrapInterval.standardError(estimates.map { $0[driver] })
      #expect((errors[driver] / spread - 1).magnitude < 0.2, "\(driver): \(errors[driver]) against \(spread)")
      #expect(covered[driver] > 105, "\(driver): \(covered[driver]) of 120")
    }
  }

  /// A column that follows from the outcome, as "is a promoter" does, has the errors of the bootstrap.
  @Test func derivedColumnsHaveErrors() {
    let plain = Self.ratings(2500, seed: 21, missing: 0.25)
    let promoter = plain.columns[4].map { Int16($0 >= 6 ? 1 : 0) }
    let columns = IntegerColumns(rows: 2500, columns: plain.columns + [promoter])
    let shares = { @Sendable (covariance: Covariance) -> [Double] in
      (try? ShapleyImportance(of: 5, in: covariance, drivers: [0, 1, 2, 3]).fractions) ?? [0, 0, 0, 0]
    }
    let found = DeltaMethod(maximizingLikelihoodOf: columns, derived: 1, shares).standardErrors
    let values = CovarianceBootstrap(of: columns, method: .expectationMaximization(derived: 1)).replicated(
      Bootstrap(replicates: 400, seed: 2), statistics: 4
    ) { covariance, result in
      for (place, share) in shares(covariance).enumerated() { result[place] = share }
    }
    for driver in 0..<4 {
      let slow = BootstrapInterval.standardError((0..<400).map { values[$0, driver] })
      #expect((found[driver] / slow - 1).magnitude < 0.11, "\(driver): \(found[driver]) against \(slow)")
    }
  }
}
