internal import RealModule

/// The rows of a cumulative logit model: standardised predictors and categories numbered from 0.
struct OrdinalDesign: StandardizedDesign, Sendable {
  /// The levels that occur, in rising order; a level nobody chose has no threshold of its own.
  let levels: [Int]
  /// The predictors that are in, by their place among all, with their means and standard deviations.
  let kept: [Int]
  let means: [Double]
  let scales: [Double]
  let categories: [Int]
  let weights: [Double]
  /// Blocks of four per row.
  let blocks: Int
  /// The rows' blocks one after another: 1, then the standardised predictors, then zeros.
  let cells: [SIMD4<Double>]
  /// Where predictors nearly follow from each other, the orthogonal columns that stand for them.
  private(set) var orthogonal: OrthogonalColumns? = nil

  var count: Int { categories.count }
  var predictors: Int { kept.count }
  var thresholds: Int { levels.count - 1 }
  var sumOfWeights: Double { weights.reduce(0, +) }
  /// The mean weight, or 1 where it is larger.
  var smallWeight: Double { min(1, sumOfWeights / Double(count)) }

  /// The design of predictors, each of which keeps a column of its own.
  init(of outcome: [Int], on predictors: [[Double]], weights: [Double]?) {
    self.init(LogisticDesign(of: outcome.map { Double($0) }, on: predictors, weights: weights))
  }

  /// The design for one model of all predictors, whose columns are orthogonal where these nearly follow from each other.
  init(ofWhole outcome: [Int], on predictors: [[Double]], weights: [Double]?) {
    self.init(LogisticDesign(ofWhole: outcome.map { Double($0) }, on: predictors, weights: weights))
  }

  private init(_ base: LogisticDesign) {
    let values = base.outcome.map { Int($0) }
    let levels = Set(values).sorted()
    let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($0.element, $0.offset) })
    self.levels = levels
    kept = base.kept
    means = base.means
    scales = base.scales
    self.weights = base.weights
    categories = values.compactMap { places[$0] }
    (blocks, cells) = (base.blocks, base.cells)
    orthogonal = base.orthogonal
  }

  /// A design by its parts.
  init(
    levels: [Int], kept: [Int], means: [Double], scales: [Double], categories: [Int], weights: [Double],
    blocks: Int, cells: [SIMD4<Double>]
  ) {
    (self.levels, self.kept, self.means, self.scales) = (levels, kept, means, scales)
    (self.categories, self.weights, self.blocks, self.cells) = (categories, weights, blocks, cells)
  }

  /// A row's standardised value of a kept predictor.
  @inline(__always)
  func value(_ row: Int, _ predictor: Int) -> Double {
    cells[row * blocks + (predictor + 1) / 4][(predictor + 1) % 4]
  }

  /// The weight per category.
  var totals: [Double] {
    var totals = [Double](repeating: 0, count: levels.count)
    for row in categories.indices { totals[categories[row]] += weights[row] }
    return totals
  }

  /// The thresholds that give the overall shares, and coefficients of 0.
  var start: [Double] {
    let (totals, total) = (totals, sumOfWeights)
    var below = 0.0
    let cuts = totals.dropLast().map { weight -> Double in
      below += weight
      return Double.log(below / (total - below))
    }
    return cuts + [Double](repeating: 0, count: predictors)
  }

  /// Every sixteenth row of many, for a first approximation; nil where it would not pay, and where these rows lack a level.
  var thinned: OrdinalDesign? {
    guard count >= 32_000 else { return nil }
    let chosen = Array(stride(from: 0, to: count, by: 16))
    let part = OrdinalDesign(
      levels: levels, kept: kept, means: means, scales: scales, categories: chosen.map { categories[$0] },
      weights: chosen.map { weights[$0] }, blocks: blocks,
      cells: chosen.flatMap { cells[$0 * blocks..<($0 + 1) * blocks] })
    return part.totals.contains(0) ? nil : part
  }

  /// The most that a step of the parameters moves a row's x′b.
  func movement(_ step: [Double]) -> Double {
    (0..<count).reduce(0) { most, row in
      var sum = 0.0
      for place in 0..<predictors { sum += step[thresholds + place] * value(row, place) }
      return max(most, sum.magnitude)
    }
  }

  /// The row of the change from standardised parameters to a threshold in the predictors' own units.
  func changeOfThreshold(_ index: Int) -> [Double] {
    var row = [Double](repeating: 0, count: thresholds + predictors)
    row[index] = 1
    for (place, value) in change(0).dropFirst().enumerated() { row[thresholds + place] = -value }
    return row
  }

  /// The same for a predictor's coefficient.
  func changeOfSlope(_ place: Int) -> [Double] {
    [Double](repeating: 0, count: thresholds) + change(place + 1).dropFirst()
  }

  /// Standard errors in own units, thresholds first, from a covariance of the standardised parameters.
  func errorsInOwnUnits(_ covariance: Matrix) -> [Double] {
    let cuts = (0..<thresholds).map { covariance.quadraticForm(changeOfThreshold($0)).squareRoot() }
    let slopes = kept.indices.map { covariance.quadraticForm(changeOfSlope($0)).squareRoot() }
    return cuts + slopes
  }
}
