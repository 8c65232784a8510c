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

  /// The interval of one share from its replicates; a share lies within 0…1, and so does its interval.
  static func interval(
    _ replicates: [Double], at estimate: Double?, acceleration: Double?, _ options: DriverOptions
  ) -> ClosedRange<Double>? {
    guard !replicates.isEmpty, let estimate else { return nil }
    let confidence = options.confidence
    switch options.replicateInterval {
    case .percentile: return BootstrapInterval.percentile(replicates, confidence: confidence)
    case .basic:
      let found = BootstrapInterval.basic(replicates, estimate: estimate, confidence: confidence)
      return min(1, max(0, found.lowerBound))...min(1, max(0, found.upperBound))
    case .biasCorrected:
      let correction = BootstrapInterval.correction(
        replicates, estimate: estimate, acceleration: acceleration ?? 0)
      return BootstrapInterval.biasCorrected(replicates, correction, confidence: confidence)
    }
  }
}
