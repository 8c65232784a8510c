import Statistics

/// Exact Shapley shares (LMG) and dominance from a covariance matrix.
struct ImportanceBenchmark {
  let runs: Int
  let folder: String

  func run() throws {
    for drivers in [10, 15, 20, 25, 27] { try shapley(drivers) }
    try dominance()
  }

  private func shapley(_ drivers: Int) throws {
    let data = GeneratedRatings(rows: 2000, drivers: drivers)
    let covariance = Covariance(CrossProducts(of: data.columns))
    var contest = Contest()
    contest.add("exact LMG, \(drivers) drivers") {
      try Cost.of {
        let shapley = try ShapleyImportance(of: drivers, in: covariance)
        precondition(shapley.rSquared > 0, "Nothing was explained.")
      }
    }
    let file = try data.written(in: folder)
    if drivers <= 20 { contest.add("… numpy in batches") { try Rival("lmg_numpy.py", file).run() } }
    if drivers <= 15 { contest.add("… R's relaimpo") { try Rival("lmg_relaimpo.R", file).run() } }
    try contest.run(times: drivers > 20 ? min(runs, 2) : runs)
  }

  private func dominance() throws {
    let drivers = 10
    let data = GeneratedRatings(rows: 10_000, drivers: drivers)
    let file = try data.written(in: folder)
    var contest = Contest()
    contest.add("dominance analysis, 10,000 × 10, from the ratings") {
      try Cost.of {
        let covariance = Covariance(CrossProducts(of: data.columns))
        let models = try SubsetRSquared(of: drivers, in: covariance, drivers: Array(0..<drivers))
        let dominance = DominanceAnalysis(models)
        precondition(dominance.complete.rows == drivers, "Not all drivers were compared.")
      }
    }
    contest.add("… R's domir") { try Rival("dominance_domir.R", file).run() }
    contest.add("… Python's dominance-analysis") { try Rival("dominance_python.py", file).run() }
    try contest.run(times: min(runs, 3))
  }
}
