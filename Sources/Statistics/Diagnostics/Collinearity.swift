/// How far predictors follow from each other, which makes their coefficients swing.
public struct Collinearity: Sendable, Equatable {
  /// Per predictor 1/(1 − R² on the others): by how much overlap inflates the variance of its coefficient.
  ///
  /// Infinite for a predictor that follows from others; nil for one that does not vary. Above 10 is the usual alarm
  /// (Marquardt 1970, doi:10.1080/00401706.1970.10488699); see O'Brien 2007, doi:10.1007/s11135-006-9018-6, against rules.
  public let varianceInflation: [Double?]
  /// The largest singular value over each, of the predictors and the column of ones, each scaled to length 1.
  ///
  /// Smallest first; above 30 is the usual alarm (Belsley, Kuh & Welsch 1980, doi:10.1002/0471725153).
  public let conditionIndices: [Double]
  /// Per condition index (row) the share of the variance of the intercept and of each predictor's coefficient (columns)
  /// that belongs to it; each column sums to 1.
  public let varianceProportions: Matrix

  /// A singular value below this part of the largest counts as zero.
  private static let tolerance = 1e-20

  /// The collinearity of columns.
  ///
  /// - Precondition: there is a column; all have equal lengths; weights are finite and not negative.
  public init(of predictors: [[Double]], weights: [Double]? = nil) {
    precondition(!predictors.isEmpty, "Collinearity needs at least one predictor.")
    let design = RegressionDesign(columns: predictors + [predictors[0]], weights: weights)
    varianceInflation = Collinearity.inflation(design)
    let ones = [Double](repeating: 1, count: design.rows)
    let decomposition = Collinearity.decomposed([ones] + design.columns.dropLast(), design.weights)
    let largest = decomposition.values.first ?? 0
    conditionIndices = decomposition.values.map {
      $0 > Collinearity.tolerance * largest ? largest / $0 : .infinity
    }
    varianceProportions = Collinearity.proportions(decomposition)
  }

  private static func inflation(_ design: RegressionDesign) -> [Double?] {
    let predictors = design.columns.count - 1
    let solution = design.solve(tolerance: LinearRegression.tolerance)
    var result = [Double?](repeating: nil, count: predictors)
    for predictor in 0..<predictors where design.sumsOfSquares[predictor] > 0 {
      result[predictor] = .infinity
    }
    for (place, predictor) in solution.kept.enumerated() {
      let row = solution.inverse.row(place)
      result[predictor] = row.reduce(0) { $0 + $1 * $1 }
    }
    guard solution.kept.count < result.compactMap(\.self).count else { return result }
    for (place, predictor) in solution.kept.enumerated()
    where isNeeded(predictor, place, solution, design) { result[predictor] = .infinity }
    return result
  }

  /// Whether a predictor that was left out leans on a kept one, so that this one follows from others too.
  private static func isNeeded(
    _ predictor: Int, _ place: Int, _ solution: RegressionSolution, _ design: RegressionDesign
  ) -> Bool {
    let dropped = (0..<design.columns.count - 1).filter {
      design.sumsOfSquares[$0] > 0 && !solution.kept.contains($0)
    }
    return dropped.contains { other in
      let among = solution.kept.map { design.columns[$0] } + [design.columns[other]]
      let fitted = RegressionDesign(columns: among, weights: design.weights)
        .solve(tolerance: LinearRegression.tolerance)
      let ratio = design.sumsOfSquares[predictor] / design.sumsOfSquares[other]
      return (fitted.coefficients[place] * ratio.squareRoot()).magnitude > 1e-6
    }
  }

  /// The singular values of weighted columns, each scaled to length 1.
  private static func decomposed(_ columns: [[Double]], _ weights: [Double]) -> SingularDecomposition {
    let lengths = columns.map { column in
      zip(column, weights).reduce(0) { $0 + $1.1 * $1.0 * $1.0 }.squareRoot()
    }
    var block: [Double] = []
    for (column, length) in zip(columns, lengths) {
      block += zip(column, weights).map { length > 0 ? $0 * $1.squareRoot() / length : 0 }
    }
    var factor = TriangularFactor(columns: columns.count)
    factor.absorb(&block, rows: weights.count)
    let quick = columns.indices.map { column in (0...column).map { DoubleDouble(factor[$0, column]) } }
    if quick.indices.allSatisfy({ quick[$0][$0].high.magnitude >= RegressionDesign.preciseBelow }) {
      return SingularDecomposition(quick)
    }
    let precise = PreciseReduction(
      columns + [columns[0]], weights: weights, isCentered: false, lengths: lengths + [1],
      tolerance: LinearRegression.tolerance)
    let scaled = zip(precise.triangle, lengths).map { column, length in
      column.map { length > 0 ? $0 / DoubleDouble(length) : DoubleDouble(0) }
    }
    return SingularDecomposition(scaled)
  }

  /// v²/d² of each coefficient, as shares of their sum.
  private static func proportions(_ decomposition: SingularDecomposition) -> Matrix {
    let size = decomposition.values.count
    let least = tolerance * (decomposition.values.first ?? 0)
    var result = Matrix(rows: size, columns: size)
    for coefficient in 0..<size {
      var total = 0.0
      for index in 0..<size {
        let part = decomposition.vectors[coefficient, index] / max(decomposition.values[index], least)
        result[index, coefficient] = part * part
        total += part * part
      }
      for index in 0..<size where total > 0 { result[index, coefficient] /= total }
    }
    return result
  }
}
