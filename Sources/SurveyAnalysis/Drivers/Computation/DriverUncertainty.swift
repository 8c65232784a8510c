internal import Statistics

/// How sure the shares, coefficients and places of a ranking are.
struct DriverUncertainty {
  /// Per outcome and driver the interval of the share; nil where there is none.
  let intervals: [[ClosedRange<Double>?]]
  /// Per driver the standard deviation of its coefficient; nil where it is not known.
  let coefficientErrors: [Double?]
  /// Draws of the shares of the outcome asked for.
  let draws: RankDraws
  /// How all this was made.
  let method: IntervalMethod

  /// The uncertainty by the method that fits the options and the number of rows; `outcomes` are columns with
  /// their `shares`, the one asked for at `main`.
  static func of(
    _ model: DriverModel, outcomes: [Int?], _ shares: [DriverModel.Shares?], main: Int,
    without left: Set<Int>, options: DriverOptions
  ) -> DriverUncertainty? {
    let rows = model.columns.rows
    let isLarge = rows > DriverOptions.mostResampled
    let isSmooth = model.isSmooth(options.missing)
    if let design = model.design, design.degreesOfFreedom < 1 { return nil }
    switch options.intervals {
    case .none: return nil
    case .bootstrap: break
    case .automatic where !isLarge: break
    case .automatic, .delta:
      if isSmooth { return DriverUncertainty(delta: model, outcomes, shares, main: main, options) }
    }
    let isWhole = options.intervals == .bootstrap || !isLarge || model.design != nil
    let part = isWhole ? rows : DriverOptions.mostResampled / 2
    return DriverUncertainty(
      resampling: model, part, outcomes: outcomes, shares, main: main, without: left, options: options)
  }

  /// Resamples `part` of a model's rows, evenly spread; the spread of the results is brought to that of all rows.
  private init(
    resampling model: DriverModel, _ part: Int, outcomes: [Int?], _ estimates: [DriverModel.Shares?],
    main: Int, without left: Set<Int>, options: DriverOptions
  ) {
    let drivers = model.drivers
    let isLarge = model.columns.rows > DriverOptions.mostResampled
    let count = DriverUncertainty.count(options, drivers: drivers, isLarge: isLarge)
    let values = DriverUncertainty.replicates(
      model, part, count, outcomes, outcomes[main], without: left, options)
    let shrink = (Double(part) / Double(model.columns.rows)).squareRoot()
    let columns = DriverUncertainty.centred(values, shrink, model, outcomes, at: estimates, options)
    let accelerations = DriverUncertainty.accelerations(model, outcomes, options)
    let isWide =
      drivers > DriverOptions.mostResampledDrivers && part == model.columns.rows
      && options.replicateInterval == .percentile
    let interval = isWide ? ReplicateInterval.widened : options.replicateInterval
    intervals = outcomes.indices.map { outcome in
      (0..<drivers).map { driver in
        guard let estimate = estimates[outcome]?.fractions[driver] else { return nil }
        return DriverUncertainty.interval(
          columns[outcome][driver], by: interval, at: estimate,
          acceleration: accelerations?[outcome][driver] ?? 0, widening: model.residualWidening,
          confidence: options.confidence)
      }
    }
    coefficientErrors = (0..<drivers).map { driver in
      let column = DriverUncertainty.finite(values, outcomes.count * drivers + driver)
      return column.count > values.rows / 2 ? shrink * BootstrapInterval.standardError(column) : nil
    }
    let lengths = Set(columns[main].map(\.count))
    let shares =
      lengths.count == 1 ? columns[main][0].indices.map { row in columns[main].map { $0[row] } } : []
    draws = RankDraws(shares, confidence: options.confidence)
    method =
      part < model.columns.rows
      ? .scaledBootstrap(replicates: count, rows: part, seed: options.seed)
      : .bootstrap(replicates: count, seed: options.seed, interval: interval)
  }

  /// How many resamples to draw.
  ///
  /// `automatic` draws fewer where each takes long: beyond 20 drivers half as many for each further one, but no fewer
  /// than 100, and at most 400 where ratings are missing in a large sample, or where the orders of the drivers are drawn.
  private static func count(_ options: DriverOptions, drivers: Int, isLarge: Bool) -> Int {
    guard options.intervals == .automatic else { return options.replicates }
    let isEnumerated = drivers <= DriverOptions.mostResampledDrivers
    let many = isEnumerated ? max(100, 1 << max(0, 31 - drivers)) : 400
    let most = options.method == .shapley ? many : Int.max
    return min(options.replicates, isLarge ? min(400, most) : most)
  }

  /// Large-sample intervals on the logit scale of each share, and draws of the joint normal for the places.
  private init(
    delta model: DriverModel, _ outcomes: [Int?], _ shares: [DriverModel.Shares?], main: Int,
    _ options: DriverOptions
  ) {
    let present = DriverUncertainty.present(outcomes, in: model)
    let delta = model.delta(
      DriverUncertainty.functions(present.compactMap { outcomes[$0] }, model.drivers, options.method))
    let found = shares.enumerated().map { outcome, shares in
      present.firstIndex(of: outcome).flatMap { block in
        shares.map { model.uncertainty(of: $0, delta, block: block) }
      }
    }
    intervals = found.map { uncertainty in
      (0..<model.drivers).map { uncertainty?.interval(of: $0, confidence: options.confidence) }
    }
    coefficientErrors = [Double?](repeating: nil, count: model.drivers)
    let drawn = found[main]?.draws(options.replicates, seed: options.seed)
    draws = RankDraws(
      (0..<(drawn?.rows ?? 0)).compactMap { drawn?.row($0) }, confidence: options.confidence)
    self.method = .delta(draws: options.replicates, seed: options.seed)
  }

  /// The shares of outcomes as functions of the correlations.
  static func functions(_ outcomes: [Int], _ drivers: Int, _ method: DriverMethod) -> SmoothFunctions {
    guard method == .relativeWeights else {
      return .shapleyFractions(of: outcomes, among: Array(0..<drivers))
    }
    return .differentiated { covariance in
      DriverModel.shares(of: outcomes, in: covariance, drivers: drivers, by: method)
        .flatMap { $0?.fractions ?? [Double](repeating: 0, count: drivers) }
    }
  }

  /// A row per resample: the shares of each outcome, then the coefficients.
  private static func replicates(
    _ model: DriverModel, _ part: Int, _ count: Int, _ outcomes: [Int?], _ main: Int?, without left: Set<Int>,
    _ options: DriverOptions
  ) -> Matrix {
    let drivers = model.drivers
    let method = options.method
    return model.resampling(options.missing, rows: part).replicated(
      Bootstrap(replicates: count, seed: options.seed), statistics: (outcomes.count + 1) * drivers
    ) { covariance, result in
      let found = DriverModel.shares(
        of: outcomes, in: covariance, drivers: drivers, by: method, isResample: true)
      let coefficients = main.map {
        DriverModel.coefficients(of: $0, in: covariance, drivers: drivers, without: left)
      }
      for driver in 0..<drivers {
        for (place, shares) in found.enumerated() {
          result[place * drivers + driver] = shares?.fractions[driver] ?? .nan
        }
        result[outcomes.count * drivers + driver] = coefficients?[driver] ?? .nan
      }
    }
  }

  /// Per outcome and driver the replicates of its share.
  private static func centred(
    _ values: Matrix, _ shrink: Double, _ model: DriverModel, _ outcomes: [Int?],
    at estimates: [DriverModel.Shares?], _ options: DriverOptions
  ) -> [[[Double]]] {
    let drivers = model.drivers
    let roughly =
      drivers > DriverOptions.mostResampledDrivers
      ? DriverModel.shares(
        of: outcomes, in: model.covariance, drivers: drivers, by: options.method, isResample: true)
      : estimates
    return outcomes.indices.map { outcome in
      (0..<drivers).map { driver in
        centred(
          finite(values, outcome * drivers + driver), shrink,
          from: roughly[outcome]?.fractions[driver], to: estimates[outcome]?.fractions[driver])
      }
    }
  }

  /// Replicates to the spread of a larger sample, moved by as much as the estimate differs from a `rough` one by the
  /// orders of the drivers that the replicates come from.
  private static func centred(
    _ replicates: [Double], _ shrink: Double, from rough: Double?, to estimate: Double?
  ) -> [Double] {
    guard let estimate, !replicates.isEmpty else { return replicates }
    guard shrink < 1 else {
      let move = estimate - (rough ?? estimate)
      return move == 0 ? replicates : replicates.map { min(1, max(0, $0 + move)) }
    }
    let mean = replicates.reduce(0, +) / Double(replicates.count)
    return replicates.map { estimate + shrink * ($0 - mean) }
  }

  private static func finite(_ values: Matrix, _ column: Int) -> [Double] {
    (0..<values.rows).map { values[$0, column] }.filter(\.isFinite)
  }
}
