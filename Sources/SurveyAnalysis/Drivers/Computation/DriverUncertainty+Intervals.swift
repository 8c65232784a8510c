internal import Statistics

extension DriverUncertainty {
  /// The places of the outcomes that vary.
  static func present(_ outcomes: [Int?], in model: DriverModel) -> [Int] {
    outcomes.indices.filter { place in
      outcomes[place].map { model.covariance.matrix[$0, $0] > 0 } ?? false
    }
  }

  /// Per outcome and driver how fast a share's standard error changes with it; nil where that is not asked for or not
  /// known.
  static func accelerations(
    _ model: DriverModel, _ outcomes: [Int?], _ options: DriverOptions
  ) -> [[Double]]? {
    guard options.replicateInterval == .biasCorrected, model.isSmooth(options.missing) else { return nil }
    let present = present(outcomes, in: model)
    let delta = model.delta(functions(present.compactMap { outcomes[$0] }, model.drivers, options.method))
    return outcomes.indices.map { outcome in
      (0..<model.drivers).map { driver in
        guard let block = present.firstIndex(of: outcome) else { return 0 }
        return delta.accelerations?[block * model.drivers + driver] ?? 0
      }
    }
  }

  /// The interval of one share from its replicates, nil without any; a share lies within 0…1, and so does its interval.
  ///
  /// - Parameters:
  ///   - acceleration: How fast the standard error changes with the share; for BCa.
  ///   - widening: The factor by which samples vary more than resamples; for `widened`.
  static func interval(
    _ replicates: [Double], by method: ReplicateInterval, at estimate: Double, acceleration: Double,
    widening: Double, confidence: Double
  ) -> ClosedRange<Double>? {
    guard !replicates.isEmpty else { return nil }
    switch method {
    case .percentile: return BootstrapInterval.percentile(replicates, confidence: confidence)
    case .basic:
      let found = BootstrapInterval.basic(replicates, estimate: estimate, confidence: confidence)
      return min(1, max(0, found.lowerBound))...min(1, max(0, found.upperBound))
    case .biasCorrected:
      let correction = BootstrapInterval.correction(
        replicates, estimate: estimate, acceleration: acceleration)
      return BootstrapInterval.biasCorrected(replicates, correction, confidence: confidence)
    case .widened: return widened(replicates, by: widening, confidence: confidence)
    }
  }

  /// The interval of one share among very many drivers.
  ///
  /// Percentiles alone hold the shares of drivers with an effect too seldom there: resamples vary less than samples, and a
  /// share that came out low varies less still (simulated in docs/methods/intervals.md). The logit interval reaches at most half
  /// as far again as one on the plain scale.
  private static func widened(
    _ replicates: [Double], by widening: Double, confidence: Double
  ) -> ClosedRange<Double> {
    let mean = replicates.reduce(0, +) / Double(replicates.count)
    let percentile = BootstrapInterval.percentile(
      replicates.map { min(1, max(0, mean + widening * ($0 - mean))) }, confidence: confidence)
    guard mean > 0, mean < 1 else { return percentile }
    let spread = widening * BootstrapInterval.standardError(replicates)
    let logit = ShareInterval.logit(
      share: mean, standardError: spread, degreesOfFreedom: .infinity, confidence: confidence)
    let farthest = mean + 1.5 * NormalDistribution.criticalValue(confidence: confidence) * spread
    return min(
      percentile.lowerBound, logit.lowerBound)...max(
        percentile.upperBound, min(logit.upperBound, farthest))
  }
}
