import Statistics

/// Bootstrap replicates of exact LMG, and the delta method on as many respondents as need no resampling.
struct BootstrapBenchmark {
  let runs: Int
  let folder: String

  func run() throws {
    for drivers in [7, 10] { try replicates(drivers) }
    try biasCorrectedWeights()
    try delta()
  }

  private func replicates(_ drivers: Int) throws {
    let data = GeneratedRatings(rows: 10_000, drivers: drivers)
    let file = try data.written(in: folder)
    var contest = Contest()
    contest.add("1,000 bootstrap replicates of LMG, 10,000 × \(drivers)") {
      Cost.of {
        let bootstrap = CovarianceBootstrap(of: data.columns)
        let shares = bootstrap.replicated(Bootstrap(replicates: 1000, seed: 1), statistics: drivers) {
          covariance, result in
          guard let shapley = try? ShapleyImportance(of: drivers, in: covariance) else { return }
          for (place, share) in shapley.shares.enumerated() { result[place] = share }
        }
        precondition(shares.rows == 1000, "Not all replicates were computed.")
      }
    }
    contest.add("… R's relaimpo") { try Rival("bootstrap_relaimpo.R", file).run() }
    try contest.run(times: runs)
  }

  /// BCa intervals of relative weights, the acceleration from influences.
  private func biasCorrectedWeights() throws {
    let drivers = 10
    let data = GeneratedRatings(rows: 10_000, drivers: drivers)
    let file = try data.written(in: folder)
    var contest = Contest()
    contest.add("1,000 bootstrap replicates with BCa of relative weights, 10,000 × \(drivers)") {
      Cost.of {
        let intervals = BootstrapBenchmark.biasCorrected(data.columns, drivers: drivers)
        precondition(intervals.allSatisfy { $0.upperBound > $0.lowerBound }, "An interval has no width.")
      }
    }
    contest.add("… R's rwa") { try Rival("weights_rwa.R", file).run() }
    try contest.run(times: runs)
  }

  private static func biasCorrected(_ columns: IntegerColumns, drivers: Int) -> [ClosedRange<Double>] {
    let weights: @Sendable (Covariance) -> [Double] = { covariance in
      let found = try? RelativeWeights.sharing([drivers], in: covariance, drivers: Array(0..<drivers))
      return found?[0].fractions ?? []
    }
    let delta = DeltaMethod(of: columns, weights)
    let drawn = CovarianceBootstrap(of: columns).replicated(
      Bootstrap(replicates: 1000, seed: 1), statistics: drivers
    ) { covariance, result in
      for (place, weight) in weights(covariance).enumerated() { result[place] = weight }
    }
    return (0..<drivers).map { driver in
      let replicates = (0..<drawn.rows).map { drawn[$0, driver] }
      return BootstrapInterval.biasCorrected(
        replicates,
        BootstrapInterval.correction(
          replicates, estimate: delta.estimates[driver], acceleration: delta.accelerations?[driver] ?? 0))
    }
  }

  private func delta() throws {
    let drivers = 15
    let data = GeneratedRatings(rows: 1_000_000, drivers: drivers)
    var contest = Contest()
    contest.add("delta-method intervals of LMG, 1,000,000 × \(drivers)") {
      Cost.of {
        let delta = DeltaMethod(
          of: data.columns, .shapleyFractions(of: [drivers], among: Array(0..<drivers)))
        precondition(delta.standardErrors.count == drivers, "Not all shares have an error.")
      }
    }
    try contest.run(times: min(runs, 3))
  }
}
