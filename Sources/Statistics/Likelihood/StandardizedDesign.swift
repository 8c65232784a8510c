/// A design whose columns stand for predictors: centred and scaled, or, where predictors nearly follow from each other, made
/// orthogonal with twice the precision.
///
/// A model is fitted in the columns' coordinates, where its information matrix is well conditioned; coefficients and errors
/// are brought back by one matrix.
protocol StandardizedDesign {
  /// The predictors that are in, by their place among all.
  var kept: [Int] { get }
  /// The predictors' means.
  var means: [Double] { get }
  /// The predictors' standard deviations.
  var scales: [Double] { get }
  /// Where columns are orthogonal, what brings coefficients back; nil where they are centred and scaled.
  var orthogonal: OrthogonalColumns? { get }
}

extension Matrix {
  /// The square of each element.
  var squaredElements: Matrix { Matrix(rows: rows, columns: columns, elements: elements.map { $0 * $0 }) }

  /// The squares of the elements of the symmetric root of correlations.
  var squaredRoot: Matrix {
    SymmetricEigen(self).transformed { $0 > 0 ? $0.squareRoot() : 0 }.squaredElements
  }
}

/// Orthogonal columns made of predictors.
struct OrthogonalColumns: Sendable {
  /// From the coefficients of 1 and the columns (columns) to those of 1 and the predictors (rows).
  let change: Matrix
  /// The predictors as they are.
  let predictors: [[Double]]
}

extension StandardizedDesign {
  /// From the coefficients of the design's 1 and columns to that of a kept predictor, or of 1 (place 0): a row of a matrix.
  func change(_ place: Int) -> [Double] {
    if let orthogonal { return orthogonal.change.row(place) }
    if place == 0 { return [1] + kept.indices.map { -means[$0] / scales[$0] } }
    return (0...kept.count).map { $0 == place ? 1 / scales[place - 1] : 0 }
  }

  /// A coefficient in the predictors' own units.
  func coefficient(_ place: Int, of inner: [Double]) -> Double {
    zip(change(place), inner).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The standard error of a coefficient in the predictors' own units.
  func error(_ place: Int, of covariance: Matrix) -> Double {
    covariance.quadraticForm(change(place)).squareRoot()
  }

  /// The value of a kept predictor that belongs to a row whose column has `standard`.
  func predictor(_ place: Int, row: Int, standard: Double) -> Double {
    orthogonal.map { $0.predictors[place][row] } ?? means[place] + scales[place] * standard
  }
}
