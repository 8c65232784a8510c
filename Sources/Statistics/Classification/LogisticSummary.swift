internal import RealModule

/// A fit brought back from standardised predictors to their own units.
struct LogisticSummary {
  let intercept: Double
  let interceptError: Double
  let coefficients: [Double?]
  let standardErrors: [Double?]
  let nullLogLikelihood: Double
  /// The weighted mean of μ(1 − μ).
  let meanSlope: Double

  init(_ design: LogisticDesign, _ newton: LogisticNewton, ones: Double, predictors: Int) {
    let inner = newton.state.coefficients
    let errors = design.errorsInOwnUnits(newton.covariance)
    var (coefficients, standardErrors) = ([Double?](repeating: nil, count: predictors), [Double?]())
    standardErrors = coefficients
    for (place, predictor) in design.kept.enumerated() {
      coefficients[predictor] = design.coefficient(place + 1, of: inner)
      standardErrors[predictor] = errors[place + 1]
    }
    intercept = design.coefficient(0, of: inner)
    interceptError = errors[0]
    self.coefficients = coefficients
    self.standardErrors = standardErrors
    let zeros = design.sumOfWeights - ones
    nullLogLikelihood =
      ones * Double.log(ones / design.sumOfWeights) + zeros * Double.log(zeros / design.sumOfWeights)
    // The corner of the information is the sum of w μ(1 − μ).
    meanSlope = newton.state.information[0, 0] / design.sumOfWeights
  }
}

extension LogisticDesign {
  /// The standard errors of the intercept and of the kept predictors in their own units, from a covariance matrix of
  /// the columns' coefficients.
  func errorsInOwnUnits(_ covariance: Matrix) -> [Double] {
    (0...kept.count).map { error($0, of: covariance) }
  }
}
