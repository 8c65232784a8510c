/// Predictors and, as the last column, the outcome, on the rows with a positive weight.
struct RegressionDesign {
  let columns: [[Double]]
  let weights: [Double]
  /// How many rows have a positive weight.
  let rows: Int
  /// The weighted means.
  let means: [Double]
  /// What the means have beyond double precision.
  let remainders: [Double]
  /// The weighted sums of squared deviations from the means; 0 for a column that varies by rounding only.
  let sumsOfSquares: [Double]
  let sumOfWeights: Double

  init(columns all: [[Double]], weights given: [Double]?) {
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
    let moments = columns.map { RegressionDesign.moments($0, weights, total) }
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

  /// The coefficients of the predictors that do not follow from earlier ones.
  struct Solution {
    /// The predictors kept, in order.
    let kept: [Int]
    /// Their coefficients.
    let coefficients: [Double]
    /// A root of (XᵀWX)⁻¹ = SSᵀ in the order intercept, kept predictors.
    let root: Matrix
    /// The inverse of the triangular factor of the scaled and centred predictors.
    let inverse: Matrix
    /// What the kept predictors were divided by.
    let scales: [Double]

    /// The diagonal of (XᵀWX)⁻¹; 0 is the intercept.
    func variance(of parameter: Int) -> Double {
      (0..<root.columns).reduce(0.0) { $0 + root[parameter, $1] * root[parameter, $1] }
    }
  }

  func solve(tolerance: Double) -> Solution {
    let factor = triangularFactor()
    let predictors = columns.count - 1
    var reduction = PivotedReduction(factor)
    var kept: [Int] = []
    for predictor in 0..<predictors where sumsOfSquares[predictor] > 0 {
      if reduction.take(predictor, tolerance: tolerance) { kept.append(predictor) }
    }
    let (inverse, scaled) = reduction.solved(kept: kept, outcome: predictors)
    let scales = kept.map { sumsOfSquares[$0].squareRoot() }
    let outcomeScale = sumsOfSquares[predictors].squareRoot()
    var root = Matrix(rows: kept.count + 1, columns: kept.count + 1)
    root[0, 0] = 1 / sumOfWeights.squareRoot()
    for row in kept.indices {
      for column in kept.indices {
        let element = inverse[row, column] / scales[row]
        root[row + 1, column + 1] = element
        root[0, column + 1] -= means[kept[row]] * element
      }
    }
    let coefficients = kept.indices.map { scaled[$0] * outcomeScale / scales[$0] }
    return Solution(kept: kept, coefficients: coefficients, root: root, inverse: inverse, scales: scales)
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
  func coordinates(_ row: Int, _ solution: Solution) -> [Double] {
    let deviations = solution.kept.enumerated().map { deviation($1, row) / solution.scales[$0] }
    return [1 / sumOfWeights.squareRoot()]
      + deviations.indices.map { column in
        (0...column).reduce(0.0) { $0 + deviations[$1] * solution.inverse[$1, column] }
      }
  }

  /// A row's outcome less what the coefficients expect.
  func residual(_ row: Int, _ solution: Solution) -> Double {
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

    func robustVariance(of parameter: Int, _ solution: Solution) -> Double? {
      guard let meat else { return nil }
      let row = solution.root.row(parameter)
      return max(0, zip(row, meat * row).reduce(0.0) { $0 + $1.0 * $1.1 })
    }
  }

  func residuals(_ solution: Solution, robust: RobustErrors) -> Residuals {
    let size = solution.kept.count + 1
    var (sum, isDefined) = (0.0, true)
    var meat = Matrix(rows: size, columns: size)
    var place = [Double](repeating: 0, count: size)
    place[0] = 1 / sumOfWeights.squareRoot()
    for row in 0..<rows {
      let weight = weights[row]
      var residual = deviation(columns.count - 1, row)
      let deviations = solution.kept.map { deviation($0, row) }
      for index in deviations.indices { residual -= solution.coefficients[index] * deviations[index] }
      sum += weight * residual * residual
      for column in deviations.indices {
        var product = 0.0
        for index in 0...column {
          product += deviations[index] / solution.scales[index] * solution.inverse[index, column]
        }
        place[column + 1] = product
      }
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
