extension ShareUncertainty {
  /// The uncertainty of shares of a linear model's R² as parts of it.
  ///
  /// R² is xᵀx of x = R^½β, and a share is nearly that of its relative weight; each part of x has the variance
  /// (1 − R²)/n, of which R² is too high on average by that of all of them.
  ///
  /// - Parameters:
  ///   - influences: The covariances of `fractions` by the delta method.
  ///   - correlation: The correlations among the drivers, one per fraction.
  ///   - rSquared: The R² of all drivers.
  ///   - rows: The effective number of rows.
  public init(
    ofLinear fractions: [Double], influences: Matrix, correlation: Matrix, rSquared: Double, rows: Double
  ) {
    let root = SymmetricEigen(correlation).transformed { $0 > 0 ? $0.squareRoot() : 0 }
    var spread = Matrix(rows: fractions.count, columns: fractions.count)
    for place in fractions.indices where rSquared > 0 {
      spread[place, place] = max(0, 1 - rSquared) / (rSquared * rows)
    }
    self.init(of: fractions, squares: root.squaredElements, spread: spread, influences: influences)
  }
}
