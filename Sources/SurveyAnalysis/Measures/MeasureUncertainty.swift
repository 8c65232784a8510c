internal import Statistics

/// Intervals of a measure's values, by resampling or, in large complete samples, by the delta method.
///
/// Those of squares come from the signed roots: resampled squares are never 0, so an interval of them would never hold the
/// value of a driver without effect.
struct MeasureUncertainty {
  let intervals: [ClosedRange<Double>?]
  let method: IntervalMethod

  /// Nil where no intervals are asked for, or the sample is too large to resample and has missing ratings.
  init?(_ measure: DriverMeasure, of outcome: Int, _ model: DriverModel, _ options: DriverOptions) {
    let drivers = model.drivers
    let isLarge = model.columns.rows > DriverOptions.mostResampled
    switch options.intervals {
    case .none: return nil
    case .delta,
      .automatic where isLarge:
      guard model.isComplete else { return nil }
      let delta = DeltaMethod(of: model.columns, weights: model.weights) { covariance in
        let found = MeasureValues(measure, of: outcome, in: covariance, drivers: drivers)
        return found.isDefined ? found.roots : [Double](repeating: 0, count: drivers)
      }
      let critical = NormalDistribution.criticalValue(confidence: options.confidence)
      intervals = zip(delta.estimates, delta.standardErrors).map {
        measure.interval(fromRoots: $0 - critical * $1...$0 + critical * $1)
      }
      method = .delta(draws: 0, seed: options.seed)
    case .automatic, .bootstrap:
      let count = MeasureUncertainty.count(measure, drivers: drivers, options)
      let kind: MissingMethod =
        options.missing == .pairwise
        ? .pairwise : .expectationMaximization(derived: model.columns.columns.count - drivers - 1)
      let values = CovarianceBootstrap(of: model.columns, method: kind, weights: model.weights).replicated(
        Bootstrap(replicates: count, seed: options.seed), statistics: drivers
      ) { covariance, result in
        let found = MeasureValues(measure, of: outcome, in: covariance, drivers: drivers)
        for driver in 0..<drivers { result[driver] = found.isDefined ? found.roots[driver] : .nan }
      }
      intervals = (0..<drivers).map { driver in
        let draws = (0..<values.rows).map { values[$0, driver] }.filter(\.isFinite)
        return 2 * draws.count > values.rows
          ? measure.interval(
            fromRoots: BootstrapInterval.percentile(draws, confidence: options.confidence)) : nil
      }
      method = .bootstrap(replicates: count, seed: options.seed)
    }
  }

  /// How many resamples: PMVD visits all sub-models in each, so `automatic` draws fewer beyond 14 drivers.
  private static func count(_ measure: DriverMeasure, drivers: Int, _ options: DriverOptions) -> Int {
    guard measure == .pmvd, options.intervals == .automatic else { return options.replicates }
    return min(options.replicates, max(100, (1 << 24) >> drivers))
  }
}
