internal import RealModule

/// The rows of a logistic regression in the form the iteration reads: standardised, weighted, in blocks of four.
///
/// The first column is 1. Columns are centred and scaled, so that the information matrix is well conditioned whatever
/// the units; columns that follow from earlier ones are left out.
struct LogisticDesign: StandardizedDesign, Sendable {
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
  /// Where predictors nearly follow from each other, the orthogonal columns that stand for them.
  private(set) var orthogonal: OrthogonalColumns? = nil

  /// How many coefficients there are, the intercept included.
  var columns: Int { kept.count + 1 }

  /// The design of predictors, each of which keeps a column of its own.
  init(of outcome: [Double], on predictors: [[Double]], weights given: [Double]?) {
    self.init(of: outcome, on: predictors, weights: given, mayTurn: false)
  }

  /// The design for one model of all predictors, whose columns are orthogonal where these nearly follow from each other.
  init(ofWhole outcome: [Double], on predictors: [[Double]], weights given: [Double]?) {
    self.init(of: outcome, on: predictors, weights: given, mayTurn: true)
  }

  private init(
    of outcome: [Double], on predictors: [[Double]], weights given: [Double]?, mayTurn: Bool
  ) {
    let every = given ?? [Double](repeating: 1, count: outcome.count)
    let rows = every.indices.filter { every[$0] > 0 }
    let weights = rows.map { every[$0] }
    let total = weights.reduce(0, +)
    let isWhole = rows.count == every.count
    let columns = isWhole ? predictors : predictors.map { column in rows.map { column[$0] } }
    let moments = columns.map { LogisticDesign.moments($0, weights, total) }
    let varying = columns.indices.filter { moments[$0].scale > 0 }
    let whole = LogisticDesign.standardized(columns, moments, varying, rows: rows.count)
    let factor = LogisticDesign.factor(whole, weights, columns: varying.count + 1)
    if mayTurn, factor.leavesLittle {
      self.init(orthogonal: columns, outcome: rows.map { outcome[$0] }, weights: weights)
      return
    }
    let dependent = factor.dependent
    let kept = varying.indices.filter { !dependent.contains($0 + 1) }.map { varying[$0] }
    let blocks = (kept.count + 4) / 4
    let cells =
      dependent.isEmpty ? whole : LogisticDesign.standardized(columns, moments, kept, rows: rows.count)
    self.init(
      rows: rows.count, kept: kept, means: kept.map { moments[$0].mean },
      scales: kept.map { moments[$0].scale },
      outcome: rows.map { outcome[$0] }, weights: weights, sumOfWeights: total, blocks: blocks, cells: cells)
  }

  /// The design with orthogonal columns.
  private init(orthogonal columns: [[Double]], outcome: [Double], weights: [Double]) {
    let regression = RegressionDesign(columns: columns + [outcome], weights: weights)
    let solution = regression.solve(tolerance: LinearRegression.tolerance)
    let (size, scale) = (solution.parameters, regression.sumOfWeights.squareRoot())
    let blocks = (size + 3) / 4
    var cells = [SIMD4<Double>](repeating: .zero, count: blocks * regression.rows)
    for row in 0..<regression.rows {
      for (place, value) in regression.coordinates(row, solution).enumerated() {
        cells[row * blocks + place / 4][place % 4] = place == 0 ? 1 : value * scale
      }
    }
    var change = solution.root
    // A column is `scale` times a coordinate of length 1, so its coefficient is that part of the coordinate's.
    for place in change.elements.indices { change.elements[place] *= scale }
    self.init(
      rows: regression.rows, kept: solution.kept, means: solution.kept.map { regression.means[$0] },
      scales: solution.kept.map { (regression.sumsOfSquares[$0] / regression.sumOfWeights).squareRoot() },
      outcome: outcome, weights: weights, sumOfWeights: regression.sumOfWeights, blocks: blocks, cells: cells)
    orthogonal = OrthogonalColumns(change: change, predictors: solution.kept.map { columns[$0] })
  }

  /// The same with its columns turned so that the first has the coefficient `direction`·b, but for the length of
  /// `direction`, whose first element (that of 1) is 0.
  func turned(along direction: [Double]) -> LogisticDesign {
    let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let rest = direction.dropFirst(2).reduce(0) { $0 + $1 * $1 }
    // A reflection that takes the direction to the first axis, written so that nothing cancels.
    var mirror = direction.map { $0 / length }
    mirror[1] =
      direction[1] > 0 ? -rest / (direction[1] + length) / length : (direction[1] - length) / length
    let norm = mirror.reduce(0) { $0 + $1 * $1 }
    guard norm > 0 else { return self }
    var cells = cells
    for row in 0..<rows {
      let along =
        2 * (0..<columns).reduce(0.0) { $0 + mirror[$1] * cells[row * blocks + $1 / 4][$1 % 4] } / norm
      for place in 1..<columns { cells[row * blocks + place / 4][place % 4] -= along * mirror[place] }
    }
    return LogisticDesign(
      rows: rows, kept: kept, means: means, scales: scales, outcome: outcome, weights: weights,
      sumOfWeights: sumOfWeights, blocks: blocks, cells: cells)
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

  /// The triangular factor of the cross-products of the standardised columns.
  private static func factor(
    _ cells: [SIMD4<Double>], _ weights: [Double], columns: Int
  ) -> CholeskyDecomposition {
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
    return CholeskyDecomposition(products.matrix(size: columns))
  }
}
