/// Resamples rows and gives the covariance of each resample, without copying a row.
public struct CovarianceBootstrap: Sendable {
  private let patterns: MissingPatterns
  private let products: ResampledProducts
  private let groups: [Int32]
  private let method: MissingMethod
  private let start: NormalEstimate?

  /// A bootstrap of columns of which some numbers may be missing.
  ///
  /// Where nothing is missing, each resample's covariance is a sum over its rows. Otherwise the sums are kept per
  /// pattern of missingness, and the method is applied to each resample anew; the EM algorithm starts from the
  /// estimate of the whole sample and stops at a change of a millionth of a standard deviation.
  public init(
    of columns: IntegerColumns, method: MissingMethod = .expectationMaximization(derived: 0),
    weights: [Double]? = nil
  ) {
    let patterns = MissingPatterns(of: columns, weights: weights)
    let order = patterns.rows.flatMap { $0 }
    products = ResampledProducts(
      of: columns.restricted(to: order), shift: patterns.shift.map { Int16($0) },
      weights: weights.map { weights in order.map { weights[$0] } })
    groups = patterns.rows.enumerated().flatMap { group, rows in
      [Int32](repeating: Int32(group), count: rows.count)
    }
    self.patterns = patterns
    self.method = method
    start = CovarianceBootstrap.start(patterns, method)
  }

  /// How many rows are resampled: those of positive weight.
  public var rows: Int { groups.count }

  /// The statistics of every resample's covariance, a row per replicate.
  ///
  /// `statistics` fills as many numbers as it is asked for; it is called on several threads.
  public func replicated(
    _ bootstrap: Bootstrap, statistics count: Int,
    _ statistics: @escaping @Sendable (Covariance, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Matrix {
    bootstrap.replicated(rows: rows, statistics: count) {
      var resample = patterns
      var sorted = [Int32](repeating: 0, count: rows)
      var step = ExpectationStep(patterns, derived: derived)
      return { drawn, result in
        fill(&resample, from: drawn, &sorted)
        statistics(covariance(of: resample, &step), result)
      }
    }
  }

  private var derived: Int {
    if case .expectationMaximization(let derived) = method { derived } else { 0 }
  }

  private static func start(_ patterns: MissingPatterns, _ method: MissingMethod) -> NormalEstimate? {
    guard case .expectationMaximization(let derived) = method, patterns.missing != [[]] else { return nil }
    var step = ExpectationStep(patterns, derived: derived)
    var state = NormalEstimate(startingFrom: patterns)
    _ = step.iterate(&state, tolerance: 1e-9, atMost: 10_000)
    return state
  }

  /// Replaces the sums of all patterns by those over the rows drawn.
  private func fill(
    _ resample: inout MissingPatterns, from drawn: UnsafeBufferPointer<Int32>, _ sorted: inout [Int32]
  ) {
    let starts = sort(drawn, into: &sorted)
    let size = resample.triangleSize
    resample.total = CrossProducts(shift: patterns.shift)
    resample.total.rows = drawn.count
    resample.total.sumOfSquaredWeights = patterns.total.sumOfSquaredWeights
    sorted.withUnsafeBufferPointer { sorted in
      resample.triangles.withUnsafeMutableBufferPointer { triangles in
        for group in patterns.rows.indices {
          products.sum(
            over: UnsafeBufferPointer(rebasing: sorted[starts[group]..<starts[group + 1]]),
            into: UnsafeMutableBufferPointer(rebasing: triangles[group * size..<(group + 1) * size]))
        }
      }
    }
    for group in patterns.rows.indices {
      for place in 0..<size { resample.total.triangle[place] += resample.triangles[group * size + place] }
    }
  }

  /// Sorts the rows drawn, so that memory is read in order, and returns where each pattern begins.
  private func sort(_ drawn: UnsafeBufferPointer<Int32>, into sorted: inout [Int32]) -> [Int] {
    var times = [Int32](repeating: 0, count: rows)
    var starts = [Int](repeating: 0, count: patterns.rows.count + 1)
    times.withUnsafeMutableBufferPointer { times in
      sorted.withUnsafeMutableBufferPointer { sorted in
        for row in drawn { times[Int(row)] += 1 }
        var (place, row) = (0, 0)
        for (group, members) in patterns.rows.enumerated() {
          for _ in members.indices {
            for _ in 0..<times[row] {
              sorted[place] = Int32(truncatingIfNeeded: row)
              place += 1
            }
            row += 1
          }
          starts[group + 1] = place
        }
      }
    }
    return starts
  }

  private func covariance(of resample: MissingPatterns, _ step: inout ExpectationStep) -> Covariance {
    if patterns.missing == [[]] { return Covariance(resample.total).rounded }
    guard let start else { return PairwiseCovariance(resample).covariance }
    var state = start
    step.replaceSums(resample.triangles)
    _ = step.iterate(&state, tolerance: 1e-6, atMost: 500)
    return Covariance(
      means: zip(patterns.shift, state.means).map { $0 + $1 }, matrix: state.covariance, rows: rows,
      sumOfWeights: resample.total.sumOfWeights, effectiveRows: Double(rows))
  }
}
