/// Derivatives of functions with respect to each correlation.
struct CorrelationGradient: Sendable {
  /// The pairs of columns, the second one smaller.
  let pairs: [(Int, Int)]
  /// A row per pair, a column per function.
  let derivatives: Matrix

  init(
    at correlation: Matrix, _ function: @escaping @Sendable (Covariance) -> [Double], count: Int
  ) {
    let pairs = (0..<correlation.rows).flatMap { row in (0..<row).map { (row, $0) } }
    self.pairs = pairs
    derivatives = ParallelRows(rows: pairs.count, columns: count).computed {
      { index, result in
        let (row, column) = pairs[index]
        let step = 1e-5 * max(1e-3, 1 - correlation[row, column] * correlation[row, column])
        let values = [step, -step].map { step in
          var moved = correlation
          moved[row, column] += step
          moved[column, row] += step
          return function(Covariance(published: moved, rows: 1))
        }
        for place in 0..<count { result[place] = (values[0][place] - values[1][place]) / (2 * step) }
      }
    }
  }
}
