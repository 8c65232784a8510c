/// Means and covariances of some columns: all that linear importance needs to know of the data.
public struct Covariance: Sendable, Equatable {
  /// What the sums of products are divided by.
  public enum Divisor: Sendable {
    /// n − 1, or Σw − Σw²/Σw with weights: R's `cov` and `cov.wt(method = "unbiased")`.
    case unbiased
    /// n, or Σw: maximum likelihood under the normal distribution.
    case maximumLikelihood
  }

  /// The weighted mean of each column.
  public let means: [Double]
  /// The covariances, symmetric.
  public let matrix: Matrix
  /// What the covariances have beyond double precision; nil where they are known no better.
  let remainder: Matrix?
  /// How many rows, of positive weight, it rests on.
  public let rows: Int
  /// The sum of weights; the number of rows without weights.
  public let sumOfWeights: Double
  /// Kish's effective number of rows, (Σw)²/Σw² (Kish 1965).
  public let effectiveRows: Double

  /// The covariance from sums of products.
  ///
  /// With one row, or none, all covariances are 0.
  public init(_ sums: CrossProducts, divisor: Divisor = .unbiased) {
    let size = sums.shift.count
    let total = sums.sumOfWeights
    var (matrix, remainder) = (Matrix(rows: size, columns: size), Matrix(rows: size, columns: size))
    let effective = sums.sumOfSquaredWeights > 0 ? total * total / sums.sumOfSquaredWeights : 0
    let bias = divisor == .unbiased && effective > 0 ? 1 - 1 / effective : 1
    let isKnown = total > 0 && bias > 0 && sums.rows > 1
    let scale = isKnown ? DoubleDouble(1) / (sums.precise(0) * DoubleDouble(bias)) : DoubleDouble(0)
    let first = (0..<size).map { sums.precise(CrossProducts.place($0, -1)) }
    let means = (0..<size).map { sums.shift[$0] + (total > 0 ? first[$0].high / total : 0) }
    for row in 0..<size where total > 0 {
      let mean = first[row] / sums.precise(0)
      for column in 0...row {
        let product = sums.precise(CrossProducts.place(row, column))
        let element = (product - mean * first[column]) * scale
        (matrix[row, column], matrix[column, row]) = (element.high, element.high)
        (remainder[row, column], remainder[column, row]) = (element.low, element.low)
      }
    }
    Covariance.clearRounding(&matrix, &remainder, means)
    self.init(
      means: means, matrix: matrix, remainder: remainder, rows: sums.rows, sumOfWeights: total,
      effectiveRows: effective)
  }

  /// Sets a column to constant whose standard deviation is no more than the rounding of its numbers.
  private static func clearRounding(
    _ matrix: inout Matrix, _ remainder: inout Matrix, _ means: [Double]
  ) {
    for row in 0..<matrix.rows where max(matrix[row, row], 0).squareRoot() <= 4 * means[row].ulp {
      for column in 0..<matrix.rows {
        (matrix[row, column], matrix[column, row]) = (0, 0)
        (remainder[row, column], remainder[column, row]) = (0, 0)
      }
    }
  }

  /// The covariance of columns of equal length.
  public init(of columns: [[Double]], weights: [Double]? = nil, divisor: Divisor = .unbiased) {
    let quick = Covariance(CrossProducts(of: columns, weights: weights), divisor: divisor)
    guard quick.correlation.isNearlySingular else { self = quick.rounded; return }
    self.init(CrossProducts(preciselyOf: columns, weights: weights), divisor: divisor)
  }

  /// A published covariance or correlation matrix of `rows` respondents; means are 0 where none are given.
  ///
  /// - Precondition: the matrix is square and symmetric.
  public init(published matrix: Matrix, rows: Int, means: [Double]? = nil) {
    let symmetric = (0..<matrix.rows).allSatisfy { row in
      (0..<row).allSatisfy { matrix[row, $0] == matrix[$0, row] }
    }
    precondition(matrix.rows == matrix.columns && symmetric, "A covariance matrix is symmetric.")
    self.init(
      means: means ?? [Double](repeating: 0, count: matrix.rows), matrix: matrix, rows: rows,
      sumOfWeights: Double(rows), effectiveRows: Double(rows))
  }

  init(
    means: [Double], matrix: Matrix, remainder: Matrix? = nil, rows: Int, sumOfWeights: Double,
    effectiveRows: Double
  ) {
    self.remainder = remainder
    self.means = means
    self.matrix = matrix
    self.rows = rows
    self.sumOfWeights = sumOfWeights
    self.effectiveRows = effectiveRows
  }

  /// How many columns there are.
  public var columns: Int { matrix.rows }

  /// The standard deviation of each column.
  public var standardDeviations: [Double] { matrix.diagonal.map { max($0, 0).squareRoot() } }

  /// Pearson's correlations; 0 beside a column that does not vary, and 1 on the diagonal.
  public var correlation: Matrix {
    let deviations = standardDeviations
    var result = Matrix.identity(columns)
    for row in 0..<columns {
      for column in 0..<columns where column != row && deviations[row] > 0 && deviations[column] > 0 {
        result[row, column] = matrix[row, column] / (deviations[row] * deviations[column])
      }
    }
    return result
  }

  /// The same, known to double precision only.
  var rounded: Covariance {
    Covariance(
      means: means, matrix: matrix, rows: rows, sumOfWeights: sumOfWeights, effectiveRows: effectiveRows)
  }

  /// An element with all digits that are known.
  func precise(_ row: Int, _ column: Int) -> DoubleDouble {
    DoubleDouble(sum: matrix[row, column], remainder?[row, column] ?? 0)
  }

  /// Some of the columns, in the order given.
  public func restricted(to indices: [Int]) -> Covariance {
    Covariance(
      means: indices.map { means[$0] }, matrix: matrix.restricted(to: indices),
      remainder: remainder?.restricted(to: indices), rows: rows, sumOfWeights: sumOfWeights,
      effectiveRows: effectiveRows)
  }
}
