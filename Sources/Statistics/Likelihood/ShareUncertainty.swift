/// How sure the shares are of what a likelihood model explains, without resampling.
///
/// The first part of the covariance is that of the rows' influences on the shares (Hampel 1974,
/// doi:10.1080/01621459.1974.10482962): for probability weights, and whether or not the model is exact. A share is nearly a
/// quadratic form xᵀDⱼx/xᵀx of x = R^½β with Dⱼ = diag(R^½)²ⱼₖ (R the predictors' correlations, β coefficients per standard
/// deviation), which is flat where the share is least; a normal x with covariance S gives it the variance
/// 2 tr((Dⱼ − fⱼ)S)²/(xᵀx)² besides, and the bias tr((Dⱼ − fⱼ)S)/xᵀx.
public struct ShareUncertainty: Sendable, Equatable {
  /// The shares as parts of what is explained; they sum to 1.
  public let fractions: [Double]
  /// By how much `fractions` are too high on average, because every predictor seems to explain something in a small sample.
  public let bias: [Double]
  /// The covariances of `fractions`.
  public let covariance: Matrix
  /// The part of `covariance` that comes from the curvature of the shares; it matters in small samples only.
  public let curvature: Matrix

  /// The standard error of each fraction.
  public var standardErrors: [Double] { covariance.diagonal.map { max($0, 0).squareRoot() } }

  /// - Parameters:
  ///   - squares: Per share (rows) the diagonal of Dⱼ.
  ///   - spread: S/xᵀx.
  ///   - influences: The covariances of the rows' influences.
  init(of fractions: [Double], squares: Matrix, spread: Matrix, influences: Matrix) {
    var excess = squares
    for share in fractions.indices {
      for place in 0..<squares.columns { excess[share, place] -= fractions[share] }
    }
    let second = Matrix(
      rows: spread.rows, columns: spread.columns, elements: spread.elements.map { 2 * $0 * $0 })
    let curvature = excess * second * excess.transposed
    let sum = zip(influences.elements, curvature.elements).map(+)
    self.init(
      fractions: fractions, bias: excess * spread.diagonal,
      covariance: Matrix(rows: fractions.count, columns: fractions.count, elements: sum), curvature: curvature
    )
  }

  private init(fractions: [Double], bias: [Double], covariance: Matrix, curvature: Matrix) {
    (self.fractions, self.bias, self.covariance, self.curvature) = (fractions, bias, covariance, curvature)
  }

  /// The normal interval on the logit scale around the share less its bias, of which no more than three quarters of the way
  /// to 0 or 1 is taken; it holds the share itself.
  ///
  /// The logit of a share near 0 is anywhere, so no end is further from the share than three times that of the normal
  /// interval on the plain scale.
  public func interval(of share: Int, confidence: Double) -> ClosedRange<Double> {
    let estimate = fractions[share]
    let centre = min(max(estimate - bias[share], estimate / 4), 1 - (1 - estimate) / 4)
    let error = standardErrors[share]
    let found = LogitInterval.ofShare(centre, standardError: error, confidence: confidence)
    let most = 3 * error * NormalDistribution.criticalValue(confidence: confidence)
    let (low, high) = (max(found.lowerBound, estimate - most), min(found.upperBound, estimate + most))
    return max(0, min(low, estimate))...min(1, max(high, estimate))
  }

  /// Draws of the joint normal distribution of the shares less their bias, a row per draw.
  public func draws(_ count: Int, seed: UInt64) -> Matrix {
    DeltaMethod(estimates: zip(fractions, bias).map { $0 - $1 }, covariance: covariance)
      .draws(count, of: fractions.indices, seed: seed)
  }

  /// The same among more predictors, of which the others have no share.
  func spread(over count: Int, at places: [Int]) -> ShareUncertainty {
    func wide(_ values: [Double]) -> [Double] {
      var all = [Double](repeating: 0, count: count)
      for (value, place) in zip(values, places) { all[place] = value }
      return all
    }
    func wide(_ part: Matrix) -> Matrix {
      var all = Matrix(rows: count, columns: count)
      for (row, place) in places.enumerated() {
        for (column, other) in places.enumerated() { all[place, other] = part[row, column] }
      }
      return all
    }
    return ShareUncertainty(
      fractions: wide(fractions), bias: wide(bias), covariance: wide(covariance), curvature: wide(curvature))
  }
}
