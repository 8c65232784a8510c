internal import Statistics

extension DriverModel {
  /// Whether the covariance is a smooth function of the respondents, so that the delta method can be used.
  func isSmooth(_ missing: MissingTreatment) -> Bool {
    isComplete || (missing == .expectationMaximization && !isUnstable)
  }

  /// How many of the last columns are functions of the outcome.
  private var derived: Int { columns.columns.count - drivers - 1 }

  /// The delta method on functions of the covariance.
  func delta(_ functions: SmoothFunctions) -> DeltaMethod {
    isComplete
      ? DeltaMethod(of: columns, weights: weights, design: design, functions)
      : DeltaMethod(
        maximizingLikelihoodOf: columns, derived: derived, weights: weights, design: design, functions)
  }

  /// The uncertainty of an outcome's shares from their influences, which start at `block` drivers; what random orders
  /// leave open is part of it.
  func uncertainty(of shares: Shares, _ delta: DeltaMethod, block: Int) -> ShareUncertainty {
    var influences = delta.covariance.restricted(to: Array(block * drivers..<(block + 1) * drivers))
    for (driver, error) in (shares.samplingErrors ?? []).enumerated() {
      influences[driver, driver] += error * error
    }
    return ShareUncertainty(
      ofLinear: shares.fractions, influences: influences,
      correlation: covariance.correlation.restricted(to: Array(0..<drivers)), rSquared: shares.rSquared,
      rows: covariance.effectiveRows)
  }

  /// The resamples of `part` rows, evenly spread over all; of all rows where there is a design.
  func resampling(_ missing: MissingTreatment, rows part: Int? = nil) -> CovarianceBootstrap {
    let method: MissingMethod = missing == .pairwise ? .pairwise : .expectationMaximization(derived: derived)
    guard let part, design == nil, part < columns.rows else {
      return CovarianceBootstrap(of: columns, method: method, weights: weights, design: design)
    }
    let rows = (0..<part).map { $0 * columns.rows / part }
    return CovarianceBootstrap(
      of: columns.restricted(to: rows), method: method,
      weights: weights.map { weights in rows.map { weights[$0] } })
  }
}
