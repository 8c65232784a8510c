/// Each covariance from all rows in which both columns are there.
///
/// The parts rest on different rows, so the whole need not be a covariance of anything: it may have negative eigenvalues.
public struct PairwiseCovariance: Sendable, Equatable {
  /// The correlations of pairs, scaled by the standard deviations of all that is there of each column.
  public let covariance: Covariance
  /// How many rows each pair rests on; on the diagonal, each column.
  public let pairs: Matrix
  /// Whether the correlations have an eigenvalue below zero, so that no data can have them.
  public let isIndefinite: Bool

  /// The covariances of columns of small whole numbers.
  ///
  /// Correlations are those of R's `cor(use = "pairwise.complete.obs")`. A pair that never occurs together counts as
  /// uncorrelated.
  public init(of columns: IntegerColumns, weights: [Double]? = nil) {
    self.init(MissingPatterns(of: columns, weights: weights))
  }

  init(_ patterns: MissingPatterns) {
    let size = patterns.shift.count
    var (matrix, pairs) = (Matrix(rows: size, columns: size), Matrix(rows: size, columns: size))
    var correlations = Matrix.identity(size)
    var (means, deviations) = ([Double](), [Double]())
    for column in 0..<size {
      let alone = PairwiseCovariance.covariance(of: [column], in: patterns)
      means.append(alone.means[0])
      deviations.append(alone.standardDeviations[0])
      pairs[column, column] = Double(alone.rows)
      matrix[column, column] = alone.matrix[0, 0]
      for other in 0..<column {
        let pair = PairwiseCovariance.covariance(of: [other, column], in: patterns)
        correlations[column, other] = pair.rows > 1 ? pair.correlation[0, 1] : 0
        matrix[column, other] = correlations[column, other] * deviations[column] * deviations[other]
        pairs[column, other] = Double(pair.rows)
        correlations[other, column] = correlations[column, other]
        matrix[other, column] = matrix[column, other]
        pairs[other, column] = pairs[column, other]
      }
    }
    let total = patterns.total
    covariance = Covariance(
      means: means, matrix: matrix, rows: total.rows, sumOfWeights: total.sumOfWeights,
      effectiveRows: total.sumOfWeights * total.sumOfWeights / max(total.sumOfSquaredWeights, 1e-300))
    self.pairs = pairs
    isIndefinite = (SymmetricEigen(correlations).values.last ?? 0) < -1e-12
  }

  private static func covariance(of columns: [Int], in patterns: MissingPatterns) -> Covariance {
    var sums = CrossProducts(shift: columns.map { patterns.shift[$0] })
    for (group, missing) in patterns.missing.enumerated()
    where columns.allSatisfy({ !missing.contains($0) }) {
      sums.add(patterns.sums(of: columns, inGroup: group))
    }
    return Covariance(sums)
  }
}

extension MissingPatterns {
  /// The sums of some columns in one group.
  func sums(of columns: [Int], inGroup group: Int) -> CrossProducts {
    var sums = CrossProducts(shift: columns.map { shift[$0] })
    sums.rows = rows[group].count
    sums.sumOfSquaredWeights = squaredWeights[group]
    let triangle = triangles[group * triangleSize..<(group + 1) * triangleSize]
    for (row, first) in ([-1] + columns).enumerated() {
      for (column, second) in ([-1] + columns)[...row].enumerated() {
        sums.triangle[row * (row + 1) / 2 + column] =
          triangle[triangle.startIndex + CrossProducts.place(first, second)]
      }
    }
    return sums
  }
}

extension PairwiseCovariance {
  /// The covariance with the nearest correlations that data can have, whose smallest eigenvalue is 1e-6; the same where
  /// `isIndefinite` is false.
  public var repaired: Covariance {
    guard isIndefinite else { return covariance }
    let nearest = NearestCorrelation(to: covariance.correlation, smallest: 1e-6).matrix
    let deviations = covariance.standardDeviations
    var matrix = covariance.matrix
    for row in 0..<matrix.rows {
      for column in 0..<row {
        matrix[row, column] = nearest[row, column] * deviations[row] * deviations[column]
        matrix[column, row] = matrix[row, column]
      }
    }
    return Covariance(
      means: covariance.means, matrix: matrix, rows: covariance.rows, sumOfWeights: covariance.sumOfWeights,
      effectiveRows: covariance.effectiveRows)
  }
}
