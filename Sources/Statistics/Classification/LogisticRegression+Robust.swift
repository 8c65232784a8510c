extension LogisticRegression {
  /// Standard errors that stay right where the model or the weights are not exact (White 1982, doi:10.2307/1912526):
  /// HC0, or HC3 with residuals divided by 1 less their leverage.
  ///
  /// The intercept first, then the predictors, nil for aliased ones.
  public func robustStandardErrors(leverageCorrected: Bool = true) -> [Double?] {
    let covariance = newton.covariance
    let size = design.columns
    var meat = Matrix(rows: size, columns: size)
    for row in 0..<design.rows {
      let x = design.row(row)
      let fitted = LogisticProbability(design.linearPredictor(row, newton.state.coefficients))
      let weight = design.weights[row]
      var residual = weight * (design.outcome[row] > 0.5 ? fitted.zero : -fitted.one)
      if leverageCorrected {
        residual /= 1 - weight * fitted.one * fitted.zero * covariance.quadraticForm(x)
      }
      for first in 0..<size {
        for second in 0..<size { meat[first, second] += residual * residual * x[first] * x[second] }
      }
    }
    let errors = design.errorsInOwnUnits(covariance * meat * covariance)
    var result = [Double?](repeating: nil, count: coefficients.count + 1)
    result[0] = errors[0]
    for (place, predictor) in design.kept.enumerated() { result[predictor + 1] = errors[place + 1] }
    return result
  }
}

extension LogisticRegression {
  /// Linearised standard errors under a survey design with probability weights (Binder 1983, doi:10.2307/1402588): the
  /// intercept, then the predictors, nil for aliased ones.
  ///
  /// - Precondition: the design has the rows the regression was made of, all with a positive weight.
  public func standardErrors(under sampling: SamplingDesign) -> [Double?] {
    let errors = design.errorsInOwnUnits(covariance(under: sampling))
    var result = [Double?](repeating: nil, count: coefficients.count + 1)
    result[0] = errors[0]
    for (place, predictor) in design.kept.enumerated() { result[predictor + 1] = errors[place + 1] }
    return result
  }

  /// The covariance of the standardised coefficients; that by the information without a design.
  func covariance(under sampling: SamplingDesign?) -> Matrix {
    sampling?.covariance(of: newton.covariance, scores: (0..<design.rows).map { score($0) })
      ?? newton.covariance
  }

  /// The weighted slope of one row's log-probability with respect to the standardised coefficients.
  func score(_ row: Int) -> [Double] { design.score(row, newton.state.coefficients) }
}

extension LogisticDesign {
  /// The weighted slope of one row's log-probability with respect to the standardised coefficients.
  func score(_ row: Int, _ coefficients: [Double]) -> [Double] {
    let fitted = LogisticProbability(linearPredictor(row, coefficients))
    let residual = weights[row] * (outcome[row] > 0.5 ? fitted.zero : -fitted.one)
    return self.row(row).map { residual * $0 }
  }
}
