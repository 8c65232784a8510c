/// A model's coefficients with what each row moves them by.
struct ScoredCoefficients {
  /// The predictors that have one, by their place among all.
  let kept: [Int]
  /// Per kept predictor its coefficient's derivative by the likelihood's parameters, in its own units.
  let changes: [[Double]]
  /// The parameters' covariances by the information.
  let covariance: Matrix
  /// The weighted slope of a row's log-likelihood, the rows being those with a positive weight.
  let score: (_ row: Int) -> [Double]

  /// From the parameters to each predictor's coefficient, times a factor of the predictor's.
  func change(times factors: [Double]) -> Matrix {
    var change = Matrix(rows: factors.count, columns: covariance.rows)
    for (predictor, row) in zip(kept, changes) {
      for (place, value) in row.enumerated() { change[predictor, place] = factors[predictor] * value }
    }
    return change
  }
}

/// How much each row moves the relative weights of a model's linear predictor x′b, by way of its coefficients and of the
/// predictors' correlations R.
///
/// With β the coefficients per standard deviation, the share of predictor j is βᵀMⱼβ over βᵀRβ, Mⱼ = R^½ diag(R^½)²ⱼₖ R^½,
/// so that its derivative by β is in closed form; that by R is taken numerically.
struct RelativeWeightInfluence {
  private let standardized: [Double]
  private let fractions: [Double]
  private let squares: Matrix
  /// The covariances of R^½β over what is explained.
  private let spread: Matrix
  /// Per share its derivatives by β.
  private let slopes: Matrix
  private let forms: InfluenceForms
  /// From a row's score to what it moves β by.
  private let response: Matrix
  private let scores: ScoredCoefficients
  private let covariance: Covariance

  /// - Parameters:
  ///   - standardized: β, 0 for predictors without a coefficient.
  ///   - covariance: That of the predictors.
  init(
    of standardized: [Double], correlation: Matrix, _ scores: ScoredCoefficients, _ covariance: Covariance
  ) {
    (self.standardized, self.scores, self.covariance) = (standardized, scores, covariance)
    let count = standardized.count
    let change = scores.change(times: covariance.standardDeviations)
    response = change * scores.covariance
    let root = SymmetricEigen(correlation).transformed { $0 > 0 ? $0.squareRoot() : 0 }
    let squares = root.squaredElements
    let turned = root * standardized
    let explained = turned.reduce(0) { $0 + $1 * $1 }
    let fractions = (squares * turned.map { $0 * $0 }).map { $0 / explained }
    slopes = Matrix(
      fractions.indices.map { share in
        root * turned.indices.map { 2 * (squares[share, $0] - fractions[share]) * turned[$0] / explained }
      })
    var spread = root * response * change.transposed * root
    for place in spread.elements.indices { spread.elements[place] /= explained }
    (self.fractions, self.squares, self.spread) = (fractions, squares, spread)
    let gradient = CorrelationGradient(
      at: correlation, { relativeWeights(of: standardized, $0.matrix) }, count: count)
    forms = InfluenceForms(gradient, at: correlation)
  }

  /// The uncertainty, from the rows the covariance was made of.
  func uncertainty(
    of predictors: [[Double]], weights: [Double]?, design: SamplingDesign?
  ) -> ShareUncertainty {
    let rows = (predictors.first ?? []).indices.filter { (weights?[$0] ?? 1) > 0 }
    var moments = InfluenceMoments(functions: fractions.count, design: design)
    let deviations = covariance.standardDeviations
    for (place, row) in rows.enumerated() {
      let part = (weights?[row] ?? 1) / covariance.sumOfWeights
      let standard = predictors.indices.map { column in
        deviations[column] > 0 ? (predictors[column][row] - covariance.means[column]) / deviations[column] : 0
      }
      // A row moves a standard deviation by (z² − 1)/2 of it, and the coefficient per standard deviation with it.
      let moved = zip(zip(response * scores.score(place), standardized), standard).map {
        $0.0 + $0.1 * part * ($1 * $1 - 1) / 2
      }
      let direct = slopes * moved
      moments.add(row: row) { share in
        direct[share] + part * forms.functions[share].quadraticForm(standard)
      }
    }
    let influences = moments.finished(standingFor: rows.count).covariance
    var spread = spread
    let effect = moments.designEffect(of: influences)
    for place in spread.elements.indices { spread.elements[place] *= effect }
    return ShareUncertainty(of: fractions, squares: squares, spread: spread, influences: influences)
  }
}

/// The relative weights of a linear predictor as parts of the whole.
private func relativeWeights(of standardized: [Double], _ correlation: Matrix) -> [Double] {
  let root = SymmetricEigen(correlation).transformed { $0 > 0 ? $0.squareRoot() : 0 }
  let squares = (root * standardized).map { $0 * $0 }
  let total = squares.reduce(0, +)
  return (root.squaredElements * squares).map { $0 / total }
}
