internal import RealModule

/// How the interval of a logistic coefficient is made.
public enum LogisticInterval: String, Sendable, CaseIterable {
  /// b ± z·SE.
  case wald
  /// All values whose likelihood is not significantly lower (Venzon & Moolgavkar 1988, doi:10.2307/2347496).
  ///
  /// Better than Wald's where respondents are few or nearly separated; under Firth's penalty, of the penalised likelihood
  /// (Heinze & Schemper 2002, doi:10.1002/sim.1047).
  case profile
}

extension LogisticRegression {
  /// e to the coefficient: the factor of the odds per point; nil for an aliased predictor.
  public func oddsRatio(_ predictor: Int) -> Double? {
    coefficients[predictor].map { Double.exp($0) }
  }

  /// The interval of a predictor's coefficient; nil for an aliased one.
  ///
  /// A limit is infinite where the likelihood does not fall enough on that side.
  ///
  /// - Precondition: `confidence` lies between 0 and 1.
  public func interval(
    of predictor: Int, _ method: LogisticInterval = .profile, confidence: Double = 0.95
  ) -> ClosedRange<Double>? {
    guard let place = design.kept.firstIndex(of: predictor), let estimate = coefficients[predictor],
      let error = standardErrors[predictor]
    else { return nil }
    let z = NormalDistribution.criticalValue(confidence: confidence)
    if method == .wald { return estimate - z * error...estimate + z * error }
    let change = design.change(place + 1)
    let factor = change.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let limits: [Double]
    if design.orthogonal == nil {
      limits = [-1, 1].map { profileLimit(design, newton, place + 1, z, direction: $0) }
    } else {
      let turned = design.turned(along: change)
      let newton = LogisticNewton(turned, isPenalized: isPenalized)
      limits = [-1, 1].map { profileLimit(turned, newton, 1, z, direction: $0) }
    }
    return min(factor * limits[0], estimate)...max(factor * limits[1], estimate)
  }

  /// The coefficient of a column at which √(2(ℓ̂ − ℓ)) is z, by false position between two brackets.
  private func profileLimit(
    _ design: LogisticDesign, _ newton: LogisticNewton, _ column: Int, _ z: Double, direction: Double
  ) -> Double {
    let estimate = newton.state.coefficients[column]
    let error = newton.covariance[column, column].squareRoot()
    var start = newton.state.coefficients
    func excess(_ distance: Double) -> Double {
      start[column] = estimate + direction * distance
      let fit = LogisticNewton(design, start: start, isPenalized: isPenalized, fixed: column)
      start = fit.state.coefficients
      return (2 * (newton.objective - fit.objective)).clampedToZero.squareRoot() - z
    }
    var (low, high) = (0.0, z * error)
    var (below, above) = (-z, excess(z * error))
    while above < 0 {
      guard high < 64 * z * error else { return direction * .infinity }
      (low, below, high) = (high, above, 2 * high)
      above = excess(high)
    }
    for _ in 0..<60 where high - low > 1e-12 * high {
      var middle = low - below * (high - low) / (above - below)
      if !(middle > low && middle < high) { middle = (low + high) / 2 }
      let value = excess(middle)
      if value.magnitude < 1e-11 { return estimate + direction * middle }
      // The Illinois rule: the end that stays is given half its weight.
      if value < 0 {
        (low, below, above) = (middle, value, above / 2)
      } else {
        (high, above, below) = (middle, value, below / 2)
      }
    }
    return estimate + direction * (low + high) / 2
  }
}
