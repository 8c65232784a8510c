/// One completed copy on its way through rounds of chained equations.
struct ImputationChain {
  /// The columns, completed.
  private(set) var columns: [[Double]]
  private let observed: [[Int]]
  private let missing: [[Int]]
  private let weights: [Double]
  private var generator: SeededGenerator

  /// Fills each hole with a number drawn from its column.
  init(_ cells: [[Double?]], _ weights: [Double]?, _ generator: SeededGenerator) {
    var generator = generator
    observed = cells.map { column in column.indices.filter { column[$0] != nil } }
    missing = cells.map { column in column.indices.filter { column[$0] == nil } }
    var filled = cells.map { column in column.map { $0 ?? 0 } }
    for column in cells.indices {
      for row in missing[column] {
        filled[column][row] = filled[column][observed[column][generator.index(below: observed[column].count)]]
      }
    }
    columns = filled
    self.weights = weights ?? [Double](repeating: 1, count: cells.first?.count ?? 0)
    self.generator = generator
  }

  /// Draws all missing numbers anew, column after column.
  mutating func advance() {
    for column in columns.indices where !missing[column].isEmpty { impute(column) }
  }

  private mutating func impute(_ target: Int) {
    let others = columns.indices.filter { $0 != target }
    let answered = observed[target]
    let sums = CrossProducts(
      of: (others + [target]).map { column in answered.map { columns[column][$0] } },
      weights: answered.map { weights[$0] })
    let model = PosteriorRegression(sums, &generator)
    let given = answered.map { row in model.expected(others.map { columns[$0][row] }, model.estimate) }
    let order = given.indices.sorted { (given[$0], $0) < (given[$1], $1) }
    let sorted = order.map { given[$0] }
    for row in missing[target] {
      let wanted = model.expected(others.map { columns[$0][row] }, model.drawn)
      let nearest = ImputationChain.nearest(to: wanted, in: sorted)
      let donor = order[nearest.lowerBound + generator.index(below: nearest.count)]
      columns[target][row] = columns[target][answered[donor]]
    }
  }

  /// The places of the numbers nearest to one, as many as there are donors.
  static func nearest(to wanted: Double, in sorted: [Double]) -> Range<Int> {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    var (start, end) = (low, low)
    while end - start < min(MultipleImputation.donors, sorted.count) {
      let isLeft =
        end == sorted.count || (start > 0 && wanted - sorted[start - 1] <= sorted[end] - wanted)
      if isLeft { start -= 1 } else { end += 1 }
    }
    return start..<end
  }
}

/// A regression of the last of some columns on the others, with a draw from the posterior of its coefficients.
private struct PosteriorRegression {
  private let means: [Double]
  /// The coefficients estimated, and those drawn: the outcome's mean first.
  let estimate: [Double]
  let drawn: [Double]

  init(_ sums: CrossProducts, _ generator: inout SeededGenerator) {
    let covariance = Covariance(sums, divisor: .maximumLikelihood)
    let size = covariance.columns - 1
    let among = covariance.matrix.restricted(to: Array(0..<size))
    let cholesky = CholeskyDecomposition(among, tolerance: 1e-10)
    let cross = (0..<size).map { covariance.matrix[$0, size] }
    let slopes = cholesky.solve(cross)
    let explained = zip(slopes, cross).reduce(0) { $0 + $1.0 * $1.1 }
    let rows = Double(sums.rows)
    let freedom = max(1, rows - Double(size - cholesky.dependent.count) - 1)
    let residual = max(0, covariance.matrix[size, size] - explained) * rows
    let chi = ChiSquaredDistribution(degreesOfFreedom: freedom).quantile(max(generator.uniform(), 1e-12))
    let deviation = (residual / max(chi, 1e-300) / rows).squareRoot()
    let normal = (0...size).map { _ in
      NormalDistribution.standard.quantile(max(generator.uniform(), 0x1p-54))
    }
    // L⁻ᵀz has the covariance of the slopes.
    var moved = Array(normal.dropFirst())
    let factor = cholesky.factor
    for row in stride(from: size - 1, through: 0, by: -1) {
      guard factor[row, row] > 0 else { moved[row] = 0; continue }
      for below in row + 1..<max(size, row + 1) { moved[row] -= factor[below, row] * moved[below] }
      moved[row] /= factor[row, row]
    }
    means = Array(covariance.means.dropLast())
    estimate = [covariance.means[size]] + slopes
    drawn =
      [covariance.means[size] + deviation * normal[0]] + zip(slopes, moved).map { $0 + deviation * $1 }
  }

  /// What a respondent's number is expected to be.
  func expected(_ values: [Double], _ coefficients: [Double]) -> Double {
    values.indices.reduce(coefficients[0]) { $0 + coefficients[$1 + 1] * (values[$1] - means[$1]) }
  }
}
