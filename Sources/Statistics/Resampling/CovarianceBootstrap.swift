/// Resamples rows and gives the covariance of each resample, without copying a row.
public struct CovarianceBootstrap: Sendable {
  /// How a resample's covariance is made.
  private enum Source: Sendable {
    /// From sums over the rows drawn, per pattern of missingness: nothing missing, or pairs of columns.
    case sums(ResampledProducts)
    /// From what each row is expected to contribute.
    case expected(ExpectedProducts, MissingInformation)
  }

  private let patterns: MissingPatterns
  private let source: Source
  private let drawn: ResampledRows
  /// How many rows are resampled: those of positive weight.
  public let rows: Int

  /// A bootstrap of columns of which some numbers may be missing.
  ///
  /// Where nothing is missing, each resample's covariance is a sum over its rows. Pairwise covariances come from such
  /// sums per pattern of missingness. For the EM algorithm a resample is one step from the estimate of the whole
  /// sample, brought to where the iteration would end by the information that is missing: exact to first order,
  /// and as quick as with complete rows.
  ///
  /// With a design whole clusters are drawn within strata (Rao & Wu 1988, doi:10.1080/01621459.1988.10478591).
  ///
  /// - Precondition: the design has a row per row of the columns.
  public init(
    of columns: IntegerColumns, method: MissingMethod = .expectationMaximization(derived: 0),
    weights: [Double]? = nil, design: SamplingDesign? = nil
  ) {
    precondition(design.map { $0.clusters.count == columns.rows } ?? true, "The design has a row per row.")
    let patterns = MissingPatterns(of: columns, weights: weights)
    let order = patterns.rows.flatMap { $0 }
    let sorted = columns.restricted(to: order)
    let factors = design.flatMap { ResampledRows.factors(of: $0) }
    let sortedWeights =
      weights == nil && factors == nil ? nil : order.map { (weights?[$0] ?? 1) * (factors?[$0] ?? 1) }
    drawn = design.map { ResampledRows(of: $0, order: order) } ?? ResampledRows(independent: order.count)
    self.patterns = patterns
    rows = order.count
    if case .expectationMaximization(let derived) = method, patterns.missing != [[]] {
      var step = ExpectationStep(patterns, derived: derived)
      var state = NormalEstimate(startingFrom: patterns)
      _ = step.iterate(&state, tolerance: 1e-9, atMost: 10_000)
      let expected = ExpectedProducts(
        of: sorted, weights: sortedWeights, patterns: patterns, at: state, derived: derived)
      source = .expected(expected, MissingInformation(patterns, derived: derived, at: state))
    } else {
      source = .sums(
        ResampledProducts(of: sorted, shift: patterns.shift.map { Int16($0) }, weights: sortedWeights))
    }
  }

  /// The statistics of every resample's covariance, a row per replicate.
  ///
  /// `statistics` fills as many numbers as it is asked for; it is called on several threads.
  public func replicated(
    _ bootstrap: Bootstrap, statistics count: Int,
    _ statistics: @escaping @Sendable (Covariance, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Matrix {
    bootstrap.replicated(drawn, statistics: count) {
      switch source {
      case .sums(let products):
        var resample = patterns
        var sorted: [Int32] = []
        return { drawn, result in
          fill(&resample, from: drawn, by: products, &sorted)
          statistics(covariance(of: resample), result)
        }
      case .expected(let expected, let information):
        var sums = [Double](repeating: 0, count: expected.size)
        return { drawn, result in
          expected.sum(over: drawn, into: &sums)
          let first = NormalEstimate(maximizing: sums, columns: patterns.shift.count)
          statistics(covariance(of: information.completed(first), sums[0]), result)
        }
      }
    }
  }

  private func covariance(of estimate: NormalEstimate, _ sumOfWeights: Double) -> Covariance {
    Covariance(
      means: zip(patterns.shift, estimate.means).map { $0 + $1 }, matrix: estimate.covariance, rows: rows,
      sumOfWeights: sumOfWeights, effectiveRows: Double(rows))
  }

  private func covariance(of resample: MissingPatterns) -> Covariance {
    if patterns.missing == [[]] { return Covariance(resample.total).rounded }
    return PairwiseCovariance(resample).repaired
  }

  /// Replaces the sums of all patterns by those over the rows drawn.
  private func fill(
    _ resample: inout MissingPatterns, from drawn: UnsafeBufferPointer<Int32>, by products: ResampledProducts,
    _ sorted: inout [Int32]
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

  /// How often a row's number is written without asking how often it was drawn; more is rare (1 in 270 rows).
  private static let atOnce = 4

  /// Sorts the rows drawn, so that memory is read in order, and returns where each pattern begins.
  ///
  /// A row's number is written four times and what is too much overwritten by the next row's: how often a row was
  /// drawn is random, and a loop over it would mislead the processor at every row.
  private func sort(_ drawn: UnsafeBufferPointer<Int32>, into sorted: inout [Int32]) -> [Int] {
    let room = drawn.count + CovarianceBootstrap.atOnce
    if sorted.count < room { sorted = [Int32](repeating: 0, count: room) }
    var times = [Int32](repeating: 0, count: rows)
    var starts = [Int](repeating: 0, count: patterns.rows.count + 1)
    times.withUnsafeMutableBufferPointer { times in
      sorted.withUnsafeMutableBufferPointer { sorted in
        for row in drawn { times[Int(row)] += 1 }
        var (place, row) = (0, 0)
        for (group, members) in patterns.rows.enumerated() {
          for _ in members.indices {
            let number = Int32(truncatingIfNeeded: row)
            for extra in 0..<CovarianceBootstrap.atOnce { sorted[place + extra] = number }
            let end = place + Int(times[row])
            place += CovarianceBootstrap.atOnce
            while place < end {
              sorted[place] = number
              place += 1
            }
            place = end
            row += 1
          }
          starts[group + 1] = place
        }
      }
    }
    return starts
  }
}
