/// Predictors and, as the last column, the outcome, on the rows with a positive weight.
struct RegressionDesign {
  let columns: [[Double]]
  let weights: [Double]
  /// How many rows have a positive weight.
  let rows: Int
  /// The weighted means; 0 without an intercept.
  let means: [Double]
  /// What the means have beyond double precision.
  let remainders: [Double]
  /// The weighted sums of squared deviations from the means; 0 for a column that varies by rounding only.
  let sumsOfSquares: [Double]
  let sumOfWeights: Double
  /// Whether the columns are taken as deviations from their means.
  let hasIntercept: Bool

  init(columns all: [[Double]], weights given: [Double]?, hasIntercept: Bool = true) {
    let count = all.first?.count ?? 0
    let everyWeight = given ?? [Double](repeating: 1, count: count)
    precondition(everyWeight.count == count, "There is a weight per row.")
    precondition(everyWeight.allSatisfy { $0 >= 0 && $0.isFinite }, "A weight is finite and not negative.")
    let kept = (0..<count).filter { everyWeight[$0] > 0 }
    let columns = kept.count == count ? all : all.map { column in kept.map { column[$0] } }
    let weights = kept.map { everyWeight[$0] }
    let total = weights.reduce(0, +)
    self.columns = columns
    self.weights = weights
    rows = kept.count
    sumOfWeights = total
    self.hasIntercept = hasIntercept
    let moments = columns.map { column in
      hasIntercept
        ? RegressionDesign.moments(column, weights, total)
        : (mean: 0, remainder: 0, squares: zip(weights, column).reduce(0) { $0 + $1.0 * $1.1 * $1.1 })
    }
    means = moments.map(\.mean)
    remainders = moments.map(\.remainder)
    sumsOfSquares = moments.map(\.squares)
  }

  private static func moments(
    _ column: [Double], _ weights: [Double], _ total: Double
  ) -> (mean: Double, remainder: Double, squares: Double) {
    guard total > 0 else { return (0, 0, 0) }
    var (mean, remainder) = (0.0, 0.0)
    for _ in 0..<3 {
      mean += remainder
      var sum = 0.0
      for row in column.indices { sum += weights[row] * (column[row] - mean) }
      remainder = sum / total
    }
    var squares = 0.0
    for row in column.indices {
      let deviation = column[row] - mean - remainder
      squares += weights[row] * deviation * deviation
    }
    let isRounding = (squares / total).squareRoot() <= 4 * mean.ulp
    return (mean, remainder, isRounding ? 0 : squares)
  }

  /// A part of its length that a column keeps beside earlier ones, below which double precision would lose digits
  /// that the data hold.
  static let preciseBelow = 0.03
  /// Up to so many rows times squared columns twice the precision costs next to nothing.
  private static let preciseUpTo = 5_000

  /// The coefficients; predictors that keep no more than `tolerance` of their length beside earlier ones are left out.
  func solve(tolerance: Double) -> RegressionSolution {
    var reduction = PivotedReduction(triangularFactor())
    var (kept, least) = ([Int](), 1.0)
    for predictor in 0..<columns.count - 1 where sumsOfSquares[predictor] > 0 {
      let left = reduction.left(predictor)
      guard left > tolerance else { continue }
      reduction.take(predictor)
      kept.append(predictor)
      least = min(least, left)
    }
    let isSmall = rows * columns.count * columns.count <= RegressionDesign.preciseUpTo
    guard least < RegressionDesign.preciseBelow || isSmall else {
      return RegressionSolution(self, reduction, kept: kept)
    }
    let precise = PreciseReduction(
      columns, weights: weights, isCentered: hasIntercept, lengths: sumsOfSquares.map { $0.squareRoot() },
      tolerance: tolerance)
    return RegressionSolution(self, precise: precise)
  }

  /// The triangular factor of all columns, centred, scaled to length 1 and weighted.
  private func triangularFactor() -> TriangularFactor {
    var factor = TriangularFactor(columns: columns.count)
    let scales = sumsOfSquares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    let roots = weights.map { $0.squareRoot() }
    for start in stride(from: 0, to: rows, by: 256) {
      let part = start..<min(start + 256, rows)
      var block: [Double] = []
      block.reserveCapacity(part.count * columns.count)
      for (index, column) in columns.enumerated() {
        for row in part {
          block.append((column[row] - means[index] - remainders[index]) * scales[index] * roots[row])
        }
      }
      factor.absorb(&block, rows: part.count)
    }
    return factor
  }

  private func deviation(_ column: Int, _ row: Int) -> Double {
    columns[column][row] - means[column] - remainders[column]
  }

  /// A row in the coordinates of the triangular factor, the intercept first; the squared length times the weight is the
  /// leverage.
  func coordinates(_ row: Int, _ solution: RegressionSolution) -> [Double] {
    var place = [Double](repeating: 0, count: solution.parameters)
    fill(&place, row, solution)
    return place
  }

  private func fill(_ place: inout [Double], _ row: Int, _ solution: RegressionSolution) {
    let offset = solution.offset
    if hasIntercept { place[0] = 1 / sumOfWeights.squareRoot() }
    if let precise = solution.precise {
      for column in solution.kept.indices { place[column + offset] = precise.coordinates[column][row] }
      return
    }
    for (index, column) in solution.kept.enumerated() {
      place[index + offset] = deviation(column, row) / solution.scales[index]
    }
    // From the last column on, each product needs only what is not overwritten yet.
    for column in solution.kept.indices.reversed() {
      var product = 0.0
      for index in 0...column { product += place[index + offset] * solution.inverse[index, column] }
      place[column + offset] = product
    }
  }

  /// A row's outcome less what the coefficients expect.
  func residual(_ row: Int, _ solution: RegressionSolution) -> Double {
    if let precise = solution.precise { return precise.residuals[row] }
    var residual = deviation(columns.count - 1, row)
    for (place, column) in solution.kept.enumerated() {
      residual -= solution.coefficients[place] * deviation(column, row)
    }
    return residual
  }

  /// The residuals' sum of squares, and their part in the robust covariance.
  struct Residuals {
    let sumOfSquares: Double
    /// Σ (we)²·factor·uuᵀ with u the rows in the coordinates of the triangular factor; nil where undefined.
    let meat: Matrix?

    func robustVariance(of parameter: Int, _ solution: RegressionSolution) -> Double? {
      guard let meat else { return nil }
      let row = solution.root.row(parameter)
      return max(0, zip(row, meat * row).reduce(0.0) { $0 + $1.0 * $1.1 })
    }
  }

  func residuals(_ solution: RegressionSolution, robust: RobustErrors) -> Residuals {
    let size = solution.parameters
    var (sum, isDefined) = (0.0, true)
    var meat = Matrix(rows: size, columns: size)
    var place = [Double](repeating: 0, count: size)
    for row in 0..<rows {
      let weight = weights[row]
      let residual = residual(row, solution)
      sum += weight * residual * residual
      fill(&place, row, solution)
      let leverage = weight * place.reduce(0.0) { $0 + $1 * $1 }
      let factor = robust.factor(leverage: leverage, observations: rows, parameters: size)
      isDefined = isDefined && factor != nil
      let share = weight * weight * residual * residual * (factor ?? 0)
      for first in 0..<size {
        for second in 0..<size { meat[first, second] += share * place[first] * place[second] }
      }
    }
    return Residuals(sumOfSquares: sum, meat: isDefined ? meat : nil)
  }
}
