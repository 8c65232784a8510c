/// The coefficients of the predictors that do not follow from earlier ones, and what their errors are made of.
struct RegressionSolution {
  /// The predictors kept, in order.
  let kept: [Int]
  /// Their coefficients.
  let coefficients: [Double]
  /// The outcome where all predictors are 0.
  let intercept: Double
  /// The part of the outcome's weighted sum of squares that the predictors explain.
  let explained: Double
  /// A root of (XᵀWX)⁻¹ = SSᵀ in the order intercept where there is one, kept predictors.
  let root: Matrix
  /// The inverse of the triangular factor of the scaled and centred predictors.
  let inverse: Matrix
  /// What the kept predictors were divided by.
  let scales: [Double]
  /// The rows' coordinates and residuals where they were made with twice the precision.
  let precise: PreciseReduction?

  /// How many coefficients there are, the intercept included.
  var parameters: Int { root.columns }

  /// The place of the first predictor in `root`: 1 with an intercept.
  var offset: Int { parameters - kept.count }

  /// The diagonal of (XᵀWX)⁻¹.
  func variance(of parameter: Int) -> Double {
    (0..<root.columns).reduce(0.0) { $0 + root[parameter, $1] * root[parameter, $1] }
  }
}

extension RegressionSolution {
  /// The solution from Householder reflections.
  init(_ design: RegressionDesign, _ reduction: PivotedReduction, kept: [Int]) {
    let outcome = design.columns.count - 1
    let (inverse, scaled) = reduction.solved(kept: kept, outcome: outcome)
    let scales = kept.map { design.sumsOfSquares[$0].squareRoot() }
    let outcomeScale = design.sumsOfSquares[outcome].squareRoot()
    let coefficients = kept.indices.map { scaled[$0] * outcomeScale / scales[$0] }
    var intercept = design.means[outcome]
    for (place, predictor) in kept.enumerated() { intercept -= coefficients[place] * design.means[predictor] }
    let root = RegressionSolution.root(design, size: kept.count) { row, column in
      inverse[row, column] / scales[row]
    } shift: { column in
      -kept.indices.reduce(0.0) { $0 + design.means[kept[$1]] * inverse[$1, column] / scales[$1] }
    }
    self.init(
      kept: kept, coefficients: coefficients, intercept: intercept,
      explained: reduction.explained(column: outcome) * design.sumsOfSquares[outcome], root: root,
      inverse: inverse, scales: scales, precise: nil)
  }

  /// The solution with twice the precision.
  init(_ design: RegressionDesign, precise reduction: PreciseReduction) {
    let (kept, inverse) = (reduction.kept, reduction.inverse)
    let zero = DoubleDouble(0)
    let coefficients = kept.indices.map { row in
      (row..<kept.count).reduce(zero) { $0 + inverse[$1][row] * reduction.projection[$1] }
    }
    let intercept = kept.indices.reduce(reduction.means[design.columns.count - 1]) {
      $0 - coefficients[$1] * reduction.means[kept[$1]]
    }
    let scales = kept.map { design.sumsOfSquares[$0].squareRoot() }
    let root = RegressionSolution.root(design, size: kept.count) { row, column in
      row <= column ? inverse[column][row].high : 0
    } shift: { column in
      -(0...column).reduce(zero) { $0 + reduction.means[kept[$1]] * inverse[column][$1] }.high
    }
    var scaled = Matrix(rows: kept.count, columns: kept.count)
    for column in kept.indices {
      for row in 0...column { scaled[row, column] = inverse[column][row].high * scales[row] }
    }
    self.init(
      kept: kept, coefficients: coefficients.map(\.high), intercept: intercept.high,
      explained: reduction.projection.reduce(zero) { $0 + $1 * $1 }.high, root: root, inverse: scaled,
      scales: scales, precise: reduction)
  }

  /// The root from the inverse triangular factor of the predictors' deviations and what the means make of it.
  private static func root(
    _ design: RegressionDesign, size: Int, inverse: (Int, Int) -> Double, shift: (Int) -> Double
  ) -> Matrix {
    let offset = design.hasIntercept ? 1 : 0
    var root = Matrix(rows: size + offset, columns: size + offset)
    if design.hasIntercept { root[0, 0] = 1 / design.sumOfWeights.squareRoot() }
    for column in 0..<size {
      for row in 0..<size { root[row + offset, column + offset] = inverse(row, column) }
      if design.hasIntercept { root[0, column + 1] = shift(column) }
    }
    return root
  }
}
