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

  /// Per function the derivatives with respect to means, which are 0, and to covariances, in the order of
  /// `NormalEstimate.vector`.
  func byCovariances(_ estimate: NormalEstimate) -> [[Double]] {
    let size = estimate.means.count
    let deviations = estimate.covariance.diagonal.map { max($0, 0).squareRoot() }
    func place(_ row: Int, _ column: Int) -> Int { size + row * (row + 1) / 2 + column }
    return (0..<derivatives.columns).map { function in
      var result = [Double](repeating: 0, count: size + size * (size + 1) / 2)
      for (index, (row, column)) in pairs.enumerated() where deviations[row] > 0 && deviations[column] > 0 {
        let derivative = derivatives[index, function]
        let product = deviations[row] * deviations[column]
        let correlation = estimate.covariance[row, column] / product
        result[place(row, column)] += derivative / product
        for own in [row, column] {
          result[place(own, own)] -= derivative * correlation / (2 * deviations[own] * deviations[own])
        }
      }
      return result
    }
  }
}
