internal import RealModule

/// The rows of a logistic regression in the form the iteration reads: standardised, weighted, in blocks of four.
///
/// The first column is 1. Columns are centred and scaled, so that the information matrix is well conditioned whatever
/// the units; columns that follow from earlier ones are left out.
struct LogisticDesign: Sendable {
  /// Rows with a positive weight.
  let rows: Int
  /// The predictors that are in, by their place among all.
  let kept: [Int]
  /// The means and standard deviations of the predictors in `kept`.
  let means: [Double]
  let scales: [Double]
  /// 0 or 1 per row, or the share of ones where alike rows are taken together.
  let outcome: [Double]
  let weights: [Double]
  let sumOfWeights: Double
  /// Blocks of four per row.
  let blocks: Int
  /// The rows' blocks one after another: 1, then the standardised predictors, then zeros.
  let cells: [SIMD4<Double>]

  /// How many coefficients there are, the intercept included.
  var columns: Int { kept.count + 1 }

  init(of outcome: [Double], on predictors: [[Double]], weights given: [Double]?) {
    let every = given ?? [Double](repeating: 1, count: outcome.count)
    let rows = every.indices.filter { every[$0] > 0 }
    let weights = rows.map { every[$0] }
    let total = weights.reduce(0, +)
    let isWhole = rows.count == every.count
    let columns = isWhole ? predictors : predictors.map { column in rows.map { column[$0] } }
    let moments = columns.map { LogisticDesign.moments($0, weights, total) }
    let varying = columns.indices.filter { moments[$0].scale > 0 }
    let whole = LogisticDesign.standardized(columns, moments, varying, rows: rows.count)
    let dependent = LogisticDesign.dependent(whole, weights, columns: varying.count + 1)
    let kept = varying.indices.filter { !dependent.contains($0 + 1) }.map { varying[$0] }
    let blocks = (kept.count + 4) / 4
    let cells =
      dependent.isEmpty ? whole : LogisticDesign.standardized(columns, moments, kept, rows: rows.count)
    self.rows = rows.count
    self.kept = kept
    means = kept.map { moments[$0].mean }
    scales = kept.map { moments[$0].scale }
    self.outcome = rows.map { outcome[$0] }
    self.weights = weights
    sumOfWeights = total
    self.blocks = blocks
    self.cells = cells
  }

  /// A design by its parts.
  init(
    rows: Int, kept: [Int], means: [Double], scales: [Double], outcome: [Double], weights: [Double],
    sumOfWeights: Double, blocks: Int, cells: [SIMD4<Double>]
  ) {
    (self.rows, self.kept, self.means, self.scales) = (rows, kept, means, scales)
    (self.outcome, self.weights, self.sumOfWeights) = (outcome, weights, sumOfWeights)
    (self.blocks, self.cells) = (blocks, cells)
  }

  private static func moments(
    _ column: [Double], _ weights: [Double], _ total: Double
  ) -> (mean: Double, scale: Double) {
    var mean = 0.0
    for _ in 0..<2 {
      var sum = 0.0
      for row in column.indices { sum += weights[row] * (column[row] - mean) }
      mean += sum / total
    }
    var squares = 0.0
    for row in column.indices {
      let distance = column[row] - mean
      squares += weights[row] * distance * distance
    }
    let scale = (squares / total).squareRoot()
    return (mean, scale > 1e-12 * mean.magnitude ? scale : 0)
  }

  /// Rows of 1 and some standardised columns, in blocks of four.
  private static func standardized(
    _ columns: [[Double]], _ moments: [(mean: Double, scale: Double)], _ kept: [Int], rows: Int
  ) -> [SIMD4<Double>] {
    let blocks = (kept.count + 4) / 4
    var cells = [SIMD4<Double>](repeating: .zero, count: blocks * rows)
    cells.withUnsafeMutableBufferPointer { cells in
      for row in 0..<rows { cells[row * blocks][0] = 1 }
      for (place, column) in kept.enumerated() {
        let (block, lane) = ((place + 1) / 4, (place + 1) % 4)
        let (mean, scale) = moments[column]
        columns[column].withUnsafeBufferPointer { values in
          for row in 0..<rows { cells[row * blocks + block][lane] = (values[row] - mean) / scale }
        }
      }
    }
    return cells
  }

  /// The columns that follow from earlier ones, by the cross-products of the standardised ones.
  private static func dependent(_ cells: [SIMD4<Double>], _ weights: [Double], columns: Int) -> [Int] {
    let blocks = (columns + 3) / 4
    var products = [SIMD4<Double>](repeating: .zero, count: 4 * blocks * blocks)
    cells.withUnsafeBufferPointer { cells in
      products.withUnsafeMutableBufferPointer { products in
        for row in weights.indices {
          let x = UnsafeBufferPointer(rebasing: cells[row * blocks..<(row + 1) * blocks])
          LogisticState.add(x, weights[row], to: products, blocks)
        }
      }
    }
    return CholeskyDecomposition(LogisticState.matrix(products, blocks, size: columns)).dependent
  }
}
