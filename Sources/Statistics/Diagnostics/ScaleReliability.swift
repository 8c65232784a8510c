/// How far items go together as if they measured one thing: useful in a scale, a warning (halo) among drivers.
public struct ScaleReliability: Sendable, Equatable {
  /// Cronbach's alpha: p/(p − 1) · (1 − Σ variances/variance of the sum); nil with fewer than two items that vary.
  ///
  /// Cronbach 1951, doi:10.1007/BF02310555.
  public let alpha: Double?
  /// Alpha of the items in standard deviations: p·r̄/(1 + (p − 1)·r̄).
  public let standardizedAlpha: Double?
  /// McDonald's omega: the share of the sum's variance that one common factor explains, (Σλ)²/((Σλ)² + Σψ); nil with
  /// fewer than three items that vary.
  ///
  /// McDonald 1999, Test Theory; loadings λ and unique variances ψ by maximum likelihood.
  public let omega: Double?
  /// Per item its correlation with the sum of the others; nil where either does not vary.
  public let itemRestCorrelations: [Double?]
  /// The mean correlation of two different items.
  public let meanCorrelation: Double?
  /// The eigenvalues of the correlations, largest first.
  public let eigenvalues: [Double]

  /// The largest eigenvalue as a share of their sum, 0…1: what one overall impression could explain at most.
  public var firstShare: Double? {
    eigenvalues.first.map { $0 / max(Double(eigenvalues.count), 1) }
  }

  /// The reliability of columns that point the same way and share a unit.
  ///
  /// Items that do not vary are left out of everything but `itemRestCorrelations`, where they are nil.
  public init(_ covariance: Covariance) {
    let size = covariance.columns
    let varying = (0..<size).filter { covariance.matrix[$0, $0] > 0 }
    let part = covariance.restricted(to: varying)
    let total = part.matrix.elements.reduce(0, +)
    let (count, variances) = (Double(varying.count), part.matrix.diagonal.reduce(0, +))
    let correlation = part.correlation
    eigenvalues = varying.isEmpty ? [] : SymmetricEigen(correlation).values
    var rest = [Double?](repeating: nil, count: size)
    for (place, item) in varying.enumerated() {
      let own = part.matrix[place, place]
      let row = part.matrix.row(place).reduce(0, +)
      let others = total - 2 * row + own
      if others > 1e-12 * total { rest[item] = (row - own) / (own * others).squareRoot() }
    }
    itemRestCorrelations = rest
    guard varying.count > 1 else {
      (alpha, standardizedAlpha, omega, meanCorrelation) = (nil, nil, nil, nil)
      return
    }
    let mean = (correlation.elements.reduce(0, +) - count) / (count * (count - 1))
    meanCorrelation = mean
    alpha = total > 0 ? count / (count - 1) * (1 - variances / total) : nil
    standardizedAlpha = 1 + (count - 1) * mean > 0 ? count * mean / (1 + (count - 1) * mean) : nil
    omega = varying.count > 2 ? OneFactorModel(part.matrix)?.omega : nil
  }
}
