/// One common factor behind columns, by maximum likelihood: S ≈ λλ′ + diag(ψ).
///
/// The EM algorithm for factor analysis (Rubin & Thayer 1982, doi:10.1007/BF02293851): every step raises the likelihood, so
/// it needs no safeguard, and with one factor it needs no matrix inverse (Sherman & Morrison).
struct OneFactorModel {
  /// The loadings, with a sum that is not negative.
  let loadings: [Double]
  /// What the factor leaves of each column's variance.
  let uniquenesses: [Double]

  /// The share of the variance of the columns' sum that the factor explains.
  var omega: Double {
    let sum = loadings.reduce(0, +)
    return sum * sum / (sum * sum + uniquenesses.reduce(0, +))
  }

  /// The model of a covariance; nil where the iteration did not settle, as without a common factor.
  init?(_ covariance: Matrix, tolerance: Double = 1e-13, atMost iterations: Int = 100_000) {
    let size = covariance.rows
    let first = SymmetricEigen(covariance)
    let length = max(first.values[0], 0).squareRoot()
    var loadings = (0..<size).map { first.vectors[$0, 0] * length * 0.9 }
    var unique = (0..<size).map {
      max(covariance[$0, $0] - loadings[$0] * loadings[$0], 0.1 * covariance[$0, $0])
    }
    var hasSettled = false
    for _ in 0..<iterations where !hasSettled {
      let information = 1 + (0..<size).reduce(0.0) { $0 + loadings[$1] * loadings[$1] / unique[$1] }
      let weights = (0..<size).map { loadings[$0] / unique[$0] / information }
      let products = covariance * weights
      let second = 1 / information + zip(weights, products).reduce(0) { $0 + $1.0 * $1.1 }
      var change = 0.0
      for item in 0..<size {
        let loading = products[item] / second
        let variance = covariance[item, item]
        change = max(change, (loading - loadings[item]).magnitude / variance.squareRoot())
        loadings[item] = loading
        unique[item] = max(variance - loading * products[item], 1e-9 * variance)
      }
      hasSettled = change < tolerance
    }
    guard hasSettled else { return nil }
    let isNegative = loadings.reduce(0, +) < 0
    self.loadings = isNegative ? loadings.map { -$0 } : loadings
    uniquenesses = unique
  }
}
