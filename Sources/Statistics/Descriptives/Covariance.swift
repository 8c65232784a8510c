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
    var matrix = Matrix(rows: size, columns: size)
    var means = [Double](repeating: 0, count: size)
    let effective = sums.sumOfSquaredWeights > 0 ? total * total / sums.sumOfSquaredWeights : 0
    let bias = divisor == .unbiased && effective > 0 ? 1 - 1 / effective : 1
    let scale = total > 0 && bias > 0 && sums.rows > 1 ? 1 / (total * bias) : 0
    for row in 0..<size where total > 0 {
      let sum = sums.triangle[CrossProducts.place(row, -1)]
      means[row] = sums.shift[row] + sum / total
      for column in 0...row {
        let other = sums.triangle[CrossProducts.place(column, -1)]
        let product = sums.triangle[CrossProducts.place(row, column)]
        matrix[row, column] = (product - sum * other / total) * scale
        matrix[column, row] = matrix[row, column]
      }
    }
    Covariance.clearRounding(&matrix, means)
    self.init(
      means: means, matrix: matrix, rows: sums.rows, sumOfWeights: total, effectiveRows: effective)
  }

  /// Sets a column to constant whose standard deviation is no more than the rounding of its numbers.
  private static func clearRounding(_ matrix: inout Matrix, _ means: [Double]) {
    for row in 0..<matrix.rows where max(matrix[row, row], 0).squareRoot() <= 4 * means[row].ulp {
      for column in 0..<matrix.rows {
        matrix[row, column] = 0
        matrix[column, row] = 0
      }
    }
  }

  /// The covariance of columns of equal length.
  public init(of columns: [[Double]], weights: [Double]? = nil, divisor: Divisor = .unbiased) {
    self.init(CrossProducts(of: columns, weights: weights), divisor: divisor)
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

  init(means: [Double], matrix: Matrix, rows: Int, sumOfWeights: Double, effectiveRows: Double) {
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

  /// Some of the columns, in the order given.
  public func restricted(to indices: [Int]) -> Covariance {
    Covariance(
      means: indices.map { means[$0] }, matrix: matrix.restricted(to: indices), rows: rows,
      sumOfWeights: sumOfWeights, effectiveRows: effectiveRows)
  }
}
