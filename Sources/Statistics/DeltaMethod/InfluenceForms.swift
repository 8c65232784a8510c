/// How much respondents move functions of covariances: per function a quadratic form in standardised answers.
///
/// A respondent with standardised answers z moves a function by zᵀFz over n; the mean of that over respondents is 0.
struct InfluenceForms: Sendable {
  /// Per function a symmetric matrix.
  let functions: [Matrix]

  /// The forms of functions of correlations, from their derivatives: a correlation r moves by z₁z₂ − r(z₁² + z₂²)/2.
  init(_ gradient: CorrelationGradient, at correlation: Matrix) {
    functions = (0..<gradient.derivatives.columns).map { function in
      var form = Matrix(rows: correlation.rows, columns: correlation.rows)
      for (index, (row, column)) in gradient.pairs.enumerated() {
        let derivative = gradient.derivatives[index, function] / 2
        form[row, column] += derivative
        form[column, row] += derivative
        for own in [row, column] { form[own, own] -= derivative * correlation[row, column] }
      }
      return form
    }
  }

  /// The forms of the Shapley shares of some outcomes' R² as parts of it, in the order outcomes, drivers; forms are zero
  /// for an outcome of which nothing is explained.
  ///
  /// The derivative of a sub-model's R² by the covariances is −ββᵀ among its drivers, β against the outcome, −R² for the
  /// outcome, all on standardised answers. Up to `mostExact` drivers the sum over all sub-models is exact, beyond it is the
  /// mean over 128 random orders of the drivers and their turns, which gives standard errors to within a few percent.
  init(
    shapleyFractionsOf outcomes: [Int], among drivers: [Int], at correlation: Matrix,
    mostExact: Int = InfluenceForms.mostExact
  ) {
    let part = correlation.restricted(to: drivers + outcomes)
    var sampled = SampledShapleyGradient(part, drivers: drivers.count)
    let derivatives =
      drivers.count <= mostExact
      ? ShapleyGradientSweep(drivers: drivers.count, outcomes: outcomes.count).run(part)
      : sampled.run(orders: InfluenceForms.orders, seed: 1)
    functions = zip(outcomes, derivatives).flatMap { outcome, shares -> [Matrix] in
      let forms = shares.map { share in
        share.form(size: correlation.rows, drivers: drivers, outcome: outcome)
      }
      let total = shares.reduce(0) { $0 + $1.explained }
      guard total > 0 else { return forms.map { $0.scaled(by: 0) } }
      let sum = forms.reduce(Matrix(rows: correlation.rows, columns: correlation.rows)) { $0.adding($1) }
      return zip(forms, shares).map { form, share in
        form.adding(sum.scaled(by: -share.explained / total)).scaled(by: 1 / total)
      }
    }
  }

  /// The most drivers whose sub-models are all visited; a million of them take a second.
  static let mostExact = 18
  private static let orders = 128

  /// Per function the derivatives with respect to means, which are 0, and to covariances, in the order of
  /// `NormalEstimate.vector`.
  func byCovariances(_ estimate: NormalEstimate) -> [[Double]] {
    let size = estimate.means.count
    let scales = estimate.covariance.diagonal.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    return functions.map { form in
      var result = [Double](repeating: 0, count: size)
      for row in 0..<size {
        for column in 0...row {
          result.append((row == column ? 1 : 2) * form[row, column] * scales[row] * scales[column])
        }
      }
      return result
    }
  }
}

extension ShapleyDerivative {
  /// The quadratic form among all columns.
  fileprivate func form(size: Int, drivers: [Int], outcome: Int) -> Matrix {
    var form = Matrix(rows: size, columns: size)
    for (row, driver) in drivers.enumerated() {
      for (column, other) in drivers[...row].enumerated() {
        form[driver, other] = -products[row * (row + 1) / 2 + column]
        form[other, driver] = form[driver, other]
      }
      form[driver, outcome] = coefficients[row]
      form[outcome, driver] = coefficients[row]
    }
    form[outcome, outcome] = -explained
    return form
  }
}

extension Matrix {
  fileprivate func scaled(by factor: Double) -> Matrix {
    var result = self
    for place in elements.indices { result.elements[place] *= factor }
    return result
  }

  fileprivate func adding(_ other: Matrix) -> Matrix {
    var result = self
    for place in elements.indices { result.elements[place] += other.elements[place] }
    return result
  }
}
