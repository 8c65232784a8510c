extension LogisticRegression {
  /// The standard errors of the average marginal effects by the delta method, respondents taken as given; nil for aliased
  /// predictors.
  ///
  /// An effect is b s with s = mean(μ(1 − μ)); its derivative with respect to the coefficient of predictor k is s for its
  /// own coefficient, plus b times mean(μ(1 − μ)(1 − 2μ)xₖ) (Bartus 2005, doi:10.1177/1536867X0500500303).
  ///
  /// - Parameter sampling: How the rows were drawn; without it the errors are those of the information.
  /// - Precondition: as `standardErrors(under:)`.
  public func averageMarginalEffectStandardErrors(under sampling: SamplingDesign? = nil) -> [Double?] {
    let covariance = covariance(under: sampling)
    let size = design.columns
    var (slope, turn) = (0.0, [Double](repeating: 0, count: size))
    for row in 0..<design.rows {
      let fitted = LogisticProbability(design.linearPredictor(row, newton.state.coefficients))
      let density = design.weights[row] * fitted.one * fitted.zero / design.sumOfWeights
      slope += density
      let change = density * (fitted.zero - fitted.one)
      for (column, value) in design.row(row).enumerated() { turn[column] += change * value }
    }
    var result = [Double?](repeating: nil, count: coefficients.count)
    for (place, predictor) in design.kept.enumerated() {
      var gradient = turn.map { newton.state.coefficients[place + 1] * $0 }
      gradient[place + 1] += slope
      result[predictor] = covariance.quadraticForm(gradient).squareRoot() / design.scales[place]
    }
    return result
  }
}
