internal import Statistics

/// Intervals of some values of a covariance, by resampling or, in large complete samples, by the delta method.
struct MeasureUncertainty {
  let intervals: [ClosedRange<Double>?]
  let method: IntervalMethod
  /// Joint draws of the values, for ranks: resamples, or draws of the normal distribution.
  let draws: [[Double]]

  /// Nil where no intervals are asked for, or the sample is too large to resample and has pairwise covariances.
  ///
  /// `values` gives `count` numbers, or nil where a covariance has none; `replicates` are drawn.
  init?(
    _ count: Int, of model: DriverModel, _ options: DriverOptions, replicates: Int,
    values: @escaping @Sendable (Covariance) -> [Double]?
  ) {
    let isLarge = model.columns.rows > DriverOptions.mostResampled
    if let design = model.design, design.degreesOfFreedom < 1 { return nil }
    switch options.intervals {
    case .none: return nil
    case .delta,
      .automatic where isLarge:
      guard model.isSmooth(options.missing) else { return nil }
      let delta = model.delta(
        .differentiated { values($0) ?? [Double](repeating: 0, count: count) })
      let critical = NormalDistribution.criticalValue(confidence: options.confidence)
      intervals = zip(delta.estimates, delta.standardErrors).map { $0 - critical * $1...$0 + critical * $1 }
      method = .delta(draws: options.replicates, seed: options.seed)
      let drawn = delta.draws(options.replicates, of: 0..<count, seed: options.seed)
      draws = (0..<drawn.rows).map { drawn.row($0) }
    case .automatic, .bootstrap:
      let found = model.resampling(options.missing).replicated(
        Bootstrap(replicates: replicates, seed: options.seed), statistics: count
      ) { covariance, result in
        let found = values(covariance)
        for place in 0..<count { result[place] = found?[place] ?? .nan }
      }
      intervals = (0..<count).map { place in
        let draws = (0..<found.rows).map { found[$0, place] }.filter(\.isFinite)
        return 2 * draws.count > found.rows
          ? BootstrapInterval.percentile(draws, confidence: options.confidence) : nil
      }
      method = .bootstrap(replicates: replicates, seed: options.seed)
      draws = (0..<found.rows).map { found.row($0) }.filter { $0.allSatisfy(\.isFinite) }
    }
  }
}

extension MeasureUncertainty {
  /// Intervals of a measure's values.
  ///
  /// Those of squares come from the signed roots: resampled squares are never 0, so an interval of them would never hold the
  /// value of a driver without effect.
  init?(_ measure: DriverMeasure, of outcome: Int, _ model: DriverModel, _ options: DriverOptions) {
    let drivers = model.drivers
    let replicates = MeasureUncertainty.replicates(measure, drivers: drivers, options)
    let found = MeasureUncertainty(drivers, of: model, options, replicates: replicates) { covariance in
      let found = MeasureValues(measure, of: outcome, in: covariance, drivers: drivers)
      return found.isDefined ? found.roots : nil
    }
    guard let found else { return nil }
    intervals = found.intervals.map { $0.map(measure.interval(fromRoots:)) }
    (method, draws) = (found.method, found.draws)
  }

  /// How many resamples: PMVD visits all sub-models in each, so `automatic` draws fewer beyond 14 drivers.
  private static func replicates(_ measure: DriverMeasure, drivers: Int, _ options: DriverOptions) -> Int {
    guard measure == .pmvd, options.intervals == .automatic else { return options.replicates }
    return min(options.replicates, max(100, (1 << 24) >> drivers))
  }
}
