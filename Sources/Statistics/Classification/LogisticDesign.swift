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

  /// Every sixteenth row of many, for a first approximation; nil where it would not pay, and where the outcomes of these
  /// rows are all alike.
  var thinned: LogisticDesign? {
    guard rows >= 32_000 else { return nil }
    let chosen = Array(stride(from: 0, to: rows, by: 16))
    let (some, their) = (chosen.map { outcome[$0] }, chosen.map { weights[$0] })
    guard some.contains(0), some.contains(1) else { return nil }
    return LogisticDesign(
      rows: chosen.count, kept: kept, means: means, scales: scales, outcome: some, weights: their,
      sumOfWeights: their.reduce(0, +), blocks: blocks,
      cells: chosen.flatMap { cells[$0 * blocks..<($0 + 1) * blocks] })
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
    var products = WeightedProducts(blocks: blocks)
    cells.withUnsafeBufferPointer { cells in
      weights.withUnsafeBufferPointer { weights in
        for start in stride(from: 0, to: weights.count, by: WeightedProducts.stretch) {
          let end = min(start + WeightedProducts.stretch, weights.count)
          products.add(
            UnsafeBufferPointer(rebasing: cells[start * blocks..<end * blocks]),
            weights: UnsafeBufferPointer(rebasing: weights[start..<end]))
        }
      }
    }
    return CholeskyDecomposition(products.matrix(size: columns)).dependent
  }
}
