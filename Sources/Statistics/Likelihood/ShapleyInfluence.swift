/// How much each row moves the Shapley shares of what a likelihood model explains.
///
/// At its maximum a log-likelihood does not change with the parameters, so that a row moves it by its own part only. A
/// share of McFadden's R², as a part of the whole, is a weighted sum of the sub-models' log-likelihoods over the gain of the
/// full one, ℓ − ℓ₀; a row moves it by the same sum of its own log-likelihoods, less the share times its own gain.
struct ShapleyInfluence {
  private let terms: Int
  /// |S|!(p − 1 − |S|)!/p! by the size of S.
  private let sizes: [Double]
  /// Per row the sum over sub-models of −size weight times log-likelihood, which all terms share.
  private var common: [Double]
  /// Row after row, per term what the sub-models with the term add to that.
  private var own: [Double]
  /// Per row its log-likelihood in the full model less that in the empty one.
  private var gains: [Double]

  init(rows: Int, terms: Int) {
    self.terms = terms
    var weight = 1 / Double(max(terms, 1))
    sizes = (0..<terms).map { size in
      defer { weight *= Double(size + 1) / Double(max(terms - 1 - size, 1)) }
      return weight
    }
    common = [Double](repeating: 0, count: rows)
    own = [Double](repeating: 0, count: rows * terms)
    gains = common
  }

  /// Adds a sub-model with each row's log-likelihood in it, per unit of weight.
  mutating func add(_ subset: Int, _ logLikelihood: (Int) -> Double) {
    let size = subset.nonzeroBitCount
    let outside = size < terms ? sizes[size] : 0
    let inside = outside + (size > 0 ? sizes[size - 1] : 0)
    let members = (0..<terms).filter { subset & (1 << $0) != 0 }
    let sign = size == 0 ? -1.0 : size == terms ? 1 : 0
    for row in common.indices {
      let value = logLikelihood(row)
      common[row] -= outside * value
      for member in members { own[row * terms + member] += inside * value }
      gains[row] += sign * value
    }
  }

  /// The uncertainty of shares as parts of `gain` = ℓ − ℓ₀; `squares` are those of the symmetric root of the predictors'
  /// correlations, summed per term; `design` is that of the rows.
  func uncertainty(
    of fractions: [Double], gain: Double, squares: Matrix, weights: [Double], design: SamplingDesign? = nil
  ) -> ShareUncertainty {
    // A term without a predictor of its own adds nothing but rounding.
    let isPresent = (0..<terms).map { squares.row($0).contains { $0 > 0 } }
    let fractions = zip(fractions, isPresent).map { $1 ? $0 : 0 }
    var moments = InfluenceMoments(functions: terms, design: design)
    for (row, weight) in weights.enumerated() {
      moments.add(row: row) { term in
        isPresent[term]
          ? weight / gain * (common[row] + own[row * terms + term] - fractions[term] * gains[row]) : 0
      }
    }
    // Twice the gain is βᵀRβ in units of the information, in which a coefficient's variance is 1: ℓ is too high by half a
    // unit per parameter (Akaike 1974, doi:10.1109/TAC.1974.1100705).
    // Respondents who resemble each other tell less, and parameters then cost more (Takeuchi 1976).
    let covariance = moments.finished(standingFor: weights.count).covariance
    let effect = moments.designEffect(of: covariance)
    var spread = Matrix(rows: squares.columns, columns: squares.columns)
    for place in 0..<squares.columns { spread[place, place] = 0.5 * effect / gain }
    return ShareUncertainty(
      of: fractions, squares: squares, spread: spread,
      influences: covariance)
  }
}
