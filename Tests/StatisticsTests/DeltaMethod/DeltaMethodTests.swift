import Statistics
import TestSupport
import Testing

@Suite struct DeltaMethodTests {
  private static func ratings(_ rows: Int, seed: UInt64) -> IntegerColumns {
    var generator = SeededGenerator(seed: seed)
    var columns = [[Int16]](repeating: [], count: 4)
    for _ in 0..<rows {
      let common = generator.uniform()
      let drivers = (0..<3).map { _ in Int16(11 * (common + generator.uniform()) / 2) }
      for (column, value) in drivers.enumerated() { columns[column].append(value) }
      let level = 0.6 * Double(drivers[0]) + 0.3 * Double(drivers[1]) + 3 * generator.uniform() - 1
      columns[3].append(Int16(min(10, max(0, level.rounded()))))
    }
    return IntegerColumns(rows: rows, columns: columns)
  }

  /// The asymptotic standard error of a correlation from fourth moments, as Browne and Shapiro gave it in 1986.
  @Test func aCorrelationHasItsTextbookError() {
    let columns = Self.ratings(500, seed: 3)
    let delta = DeltaMethod(of: columns) { [$0.matrix[0, 3]] }
    let plain = columns.columns.map { $0.map(Double.init) }
    let (first, second) = (Self.standardized(plain[0]), Self.standardized(plain[3]))
    let r = zip(first, second).reduce(0.0) { $0 + $1.0 * $1.1 } / 500
    let moment = { (a: Int, b: Int) -> Double in
      zip(first, second).reduce(0.0) { sum, pair in
        sum + Self.power(pair.0, a) * Self.power(pair.1, b)
      } / 500
    }
    let variance =
      moment(2, 2) + r * r / 4 * (moment(4, 0) + 2 * moment(2, 2) + moment(0, 4))
      - r * (moment(3, 1) + moment(1, 3))
    #expect(Agreement(delta.estimates[0], with: r).error < 1e-12)
    #expect(Agreement(delta.standardErrors[0], with: (variance / 500).squareRoot()).error < 2e-3)
  }

  @Test func sharesHaveTheBootstrapsErrorsInALargeSample() throws {
    let columns = Self.ratings(4000, seed: 5)
    let shares = { @Sendable (covariance: Covariance) -> [Double] in
      (try? ShapleyImportance(of: 3, in: covariance).fractions) ?? []
    }
    let delta = DeltaMethod(of: columns, shares)
    let replicates = CovarianceBootstrap(of: columns).replicated(
      Bootstrap(replicates: 400, seed: 2), statistics: 3
    ) { covariance, result in
      for (place, share) in shares(covariance).enumerated() { result[place] = share }
    }
    for driver in 0..<3 {
      let resampled = BootstrapInterval.standardError((0..<400).map { replicates[$0, driver] })
      // 400 replicates know a standard error to 3.5 %; four times that is allowed.
      #expect(Agreement(delta.standardErrors[driver], with: resampled).error < 0.14)
    }
  }

  @Test func weightTwoOnAllChangesNothing() {
    let columns = Self.ratings(300, seed: 8)
    let plain = DeltaMethod(of: columns) { [$0.matrix[0, 1], $0.matrix[1, 3]] }
    let weighted = DeltaMethod(of: columns, weights: [Double](repeating: 2, count: 300)) {
      [$0.matrix[0, 1], $0.matrix[1, 3]]
    }
    #expect(worstError(of: weighted.covariance.elements, with: plain.covariance.elements) < 1e-9)
  }

  @Test func drawsHaveTheCovariance() {
    let delta = DeltaMethod(of: Self.ratings(300, seed: 8)) { [$0.matrix[0, 1], $0.matrix[0, 3]] }
    let draws = delta.draws(4000, of: 0..<2, seed: 4)
    let found = Covariance(of: (0..<2).map { column in (0..<4000).map { draws[$0, column] } })
    #expect(worstError(of: found.matrix.elements, with: delta.covariance.elements) < 0.15)
    #expect((found.means[0] - delta.estimates[0]).magnitude < 4 * delta.standardErrors[0] / 63)
  }

  private static func standardized(_ column: [Double]) -> [Double] {
    let covariance = Covariance(of: [column], divisor: .maximumLikelihood)
    return column.map { ($0 - covariance.means[0]) / covariance.standardDeviations[0] }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * base }
  }
}
