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

  /// Resamples the rows of a model; `outcomes` are columns, the one asked for at `main`.
  init(
    resampling model: DriverModel, outcomes: [Int?], main: Int, without left: Set<Int>,
    options: DriverOptions
  ) {
    let drivers = model.drivers
    let kind: MissingMethod =
      options.missing == .pairwise
      ? .pairwise : .expectationMaximization(derived: model.columns.columns.count - drivers - 1)
    let bootstrap = CovarianceBootstrap(of: model.columns, method: kind, weights: model.weights)
    let values = bootstrap.replicated(
      Bootstrap(replicates: options.replicates, seed: options.seed),
      statistics: (outcomes.count + 1) * drivers
    ) { covariance, result in
      let found = DriverModel.shares(of: outcomes, in: covariance, drivers: drivers, by: options.method)
      let coefficients = outcomes[main].map {
        DriverModel.coefficients(of: $0, in: covariance, drivers: drivers, without: left)
      }
      for driver in 0..<drivers {
        for (place, shares) in found.enumerated() {
          result[place * drivers + driver] = shares?.fractions[driver] ?? .nan
        }
        result[outcomes.count * drivers + driver] = coefficients?[driver] ?? .nan
      }
    }
    intervals = outcomes.indices.map { outcome in
      (0..<drivers).map { driver in
        let column = DriverUncertainty.finite(values, outcome * drivers + driver)
        return column.isEmpty ? nil : BootstrapInterval.percentile(column, confidence: options.confidence)
      }
    }
    coefficientErrors = (0..<drivers).map { driver in
      let column = DriverUncertainty.finite(values, outcomes.count * drivers + driver)
      return column.count > values.rows / 2 ? BootstrapInterval.standardError(column) : nil
    }
    let shares = (0..<values.rows).map { row in
      (0..<drivers).map { values[row, main * drivers + $0] }
    }
    draws = RankDraws(shares.filter { $0.allSatisfy(\.isFinite) }, confidence: options.confidence)
    method = .bootstrap(replicates: options.replicates, seed: options.seed)
  }

  private static func finite(_ values: Matrix, _ column: Int) -> [Double] {
    (0..<values.rows).map { values[$0, column] }.filter(\.isFinite)
  }
}
