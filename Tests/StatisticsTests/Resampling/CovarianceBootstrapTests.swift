import Statistics
import TestSupport
import Testing

@Suite struct CovarianceBootstrapTests {
  private static func columns(missing: Bool, scale: Double = 10) -> IntegerColumns {
    let random = RandomCovariance(columns: 5, rows: 60, seed: 31).columns
    var columns = random.map { column in column.map { Int16(($0 * scale).rounded()) } }
    if missing {
      for row in stride(from: 0, to: 60, by: 4) { columns[row % 5][row] = IntegerColumns.missing }
    }
    return IntegerColumns(rows: 60, columns: columns)
  }

  /// The covariance of the rows drawn in a replicate, by copying the rows.
  private static func copied(_ columns: IntegerColumns, _ weights: [Double]?, seed: UInt64, replicate: Int)
    -> (columns: IntegerColumns, weights: [Double]?)
  {
    var generator = SeededGenerator(seed: seed, stream: UInt64(replicate))
    let rows = (0..<columns.rows).map { _ in generator.index(below: columns.rows) }
    return (columns.restricted(to: rows), weights.map { weights in rows.map { weights[$0] } })
  }

  @Test(arguments: [false, true], [10.0, 1000.0])
  func resamplesEqualCopiedRows(_ isWeighted: Bool, _ scale: Double) {
    let columns = Self.columns(missing: false, scale: scale)
    let weights = isWeighted ? (0..<60).map { 0.5 + Double($0 % 5) } : nil
    let found = CovarianceBootstrap(of: columns, weights: weights).replicated(
      Bootstrap(replicates: 5, seed: 3), statistics: 25
    ) { covariance, result in
      for place in 0..<25 { result[place] = covariance.correlation.elements[place] }
    }
    for replicate in 0..<5 {
      let copy = Self.copied(columns, weights, seed: 3, replicate: replicate)
      let expected = Covariance(CrossProducts(of: copy.columns, weights: copy.weights)).correlation
      #expect(worstError(of: found.row(replicate), with: expected.elements, floor: 1e-3) < 1e-11)
    }
  }

  @Test(arguments: [MissingMethod.pairwise, .expectationMaximization(derived: 0)])
  func resamplesWithHolesEqualCopiedRows(_ method: MissingMethod) throws {
    // The rows are resampled in the order of their patterns.
    let unsorted = Self.columns(missing: true)
    var patterns: [[Bool]] = []
    let order = (0..<60).map { row -> (Int, Int) in
      let pattern = unsorted.columns.map { $0[row] == IntegerColumns.missing }
      let place = patterns.firstIndex(of: pattern) ?? patterns.count
      if place == patterns.count { patterns.append(pattern) }
      return (place, row)
    }
    let columns = unsorted.restricted(to: order.sorted { $0 < $1 }.map(\.1))
    let found = CovarianceBootstrap(of: columns, method: method).replicated(
      Bootstrap(replicates: 4, seed: 9), statistics: 25
    ) { covariance, result in
      for place in 0..<25 { result[place] = covariance.correlation.elements[place] }
    }
    for replicate in 0..<4 {
      let copy = Self.copied(columns, nil, seed: 9, replicate: replicate).columns
      let expected =
        method == .pairwise
        ? PairwiseCovariance(of: copy).covariance
        : try ExpectationMaximization(of: copy).covariance
      let worst = worstError(of: found.row(replicate), with: expected.correlation.elements, floor: 0.1)
      #expect(worst < 1e-4, "worst relative error \(worst)")
    }
  }

  @Test func rowsWithoutWeightAreNotDrawn() {
    let columns = Self.columns(missing: false)
    let bootstrap = CovarianceBootstrap(of: columns, weights: (0..<60).map { $0 < 20 ? 0 : 1 })
    #expect(bootstrap.rows == 40)
  }
}
