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

  /// Rows in the order in which they are resampled: pattern of missingness after pattern.
  private static func sortedByPattern(_ unsorted: IntegerColumns) -> IntegerColumns {
    var patterns: [[Bool]] = []
    let order = (0..<unsorted.rows).map { row -> (Int, Int) in
      let pattern = unsorted.columns.map { $0[row] == IntegerColumns.missing }
      let place = patterns.firstIndex(of: pattern) ?? patterns.count
      if place == patterns.count { patterns.append(pattern) }
      return (place, row)
    }
    return unsorted.restricted(to: order.sorted { $0 < $1 }.map(\.1))
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

  @Test func pairwiseResamplesEqualCopiedRows() {
    let columns = Self.sortedByPattern(Self.columns(missing: true))
    let found = CovarianceBootstrap(of: columns, method: .pairwise).replicated(
      Bootstrap(replicates: 4, seed: 9), statistics: 25
    ) { covariance, result in
      for place in 0..<25 { result[place] = covariance.correlation.elements[place] }
    }
    for replicate in 0..<4 {
      let copy = Self.copied(columns, nil, seed: 9, replicate: replicate).columns
      let expected = PairwiseCovariance(of: copy).covariance.correlation.elements
      #expect(worstError(of: found.row(replicate), with: expected, floor: 0.1) < 1e-10)
    }
  }

  /// A resample's estimate, made from one step, has the spread of estimates iterated to the end.
  @Test func oneStepHasTheSpreadOfTheWholeIteration() throws {
    let random = RandomCovariance(columns: 5, rows: 400, seed: 77).columns
    var columns = random.map { column in column.map { Int16(($0 * 10).rounded()) } }
    var generator = SeededGenerator(seed: 5, stream: 0)
    for row in 0..<400 {
      for column in 0..<4 where generator.uniform() < 0.3 { columns[column][row] = IntegerColumns.missing }
    }
    let data = Self.sortedByPattern(IntegerColumns(rows: 400, columns: columns))
    let found = CovarianceBootstrap(of: data).replicated(Bootstrap(replicates: 200, seed: 9), statistics: 25)
    {
      for place in 0..<25 { $1[place] = $0.correlation.elements[place] }
    }
    let whole = try (0..<200).map { replicate in
      let copy = Self.copied(data, nil, seed: 9, replicate: replicate).columns
      return try ExpectationMaximization(of: copy, tolerance: 1e-7).covariance.correlation.elements
    }
    for place in 0..<25 where place / 5 != place % 5 {
      let quick = BootstrapInterval.standardError((0..<200).map { found[$0, place] })
      let slow = BootstrapInterval.standardError(whole.map { $0[place] })
      #expect((quick / slow - 1).magnitude < 0.05, "\(quick) against \(slow)")
    }
  }

  @Test func rowsWithoutWeightAreNotDrawn() {
    let columns = Self.columns(missing: false)
    let bootstrap = CovarianceBootstrap(of: columns, weights: (0..<60).map { $0 < 20 ? 0 : 1 })
    #expect(bootstrap.rows == 40)
  }
}
