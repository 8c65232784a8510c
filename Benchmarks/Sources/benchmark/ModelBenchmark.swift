import Statistics

/// Binary and ordinal models of large samples, and the exact Shapley value over all their sub-models.
struct ModelBenchmark {
  let runs: Int
  let folder: String

  func run() throws {
    let large = GeneratedRatings(rows: 100_000, drivers: 10)
    let file = try large.written(in: folder)
    try logit(large, file)
    try logitShapley()
    try ordinal(large.group, large.predictors, levels: 3, file)
    try ordinal(large.outcome, large.predictors, levels: 11, file)
  }

  private func logit(_ data: GeneratedRatings, _ file: String) throws {
    let (outcome, predictors) = (data.isPromoter, data.predictors)
    var contest = Contest()
    contest.add("logit, 100,000 × 10") {
      try Cost.of {
        let fitted = try LogisticRegression(of: outcome, on: predictors)
        precondition(!fitted.isSeparated, "The model has no maximum.")
      }
    }
    contest.add("… Python's statsmodels") { try Rival("logit_statsmodels.py", file, "9").run() }
    contest.add("… R's glm") { try Rival("logit_glm.R", file, "9").run() }
    try contest.run(times: runs)
  }

  private func logitShapley() throws {
    let data = GeneratedRatings(rows: 10_000, drivers: 7)
    let file = try data.written(in: folder)
    let (outcome, predictors) = (data.isPromoter, data.predictors)
    var contest = Contest()
    contest.add("logit Shapley (McFadden), 10,000 × 7") {
      try Cost.of {
        let shapley = try LogisticShapley(of: outcome, on: predictors)
        precondition(shapley.total() > 0, "Nothing was explained.")
      }
    }
    contest.add("… R's domir") { try Rival("logit_shapley_domir.R", file, "9").run() }
    try contest.run(times: runs)
  }

  private func ordinal(_ outcome: [Int], _ predictors: [[Double]], levels: Int, _ file: String) throws {
    var contest = Contest()
    contest.add("ordinal logit, 100,000 × 10, \(levels) levels") {
      try Cost.of {
        let fitted = try CumulativeLogit(of: outcome, on: predictors)
        precondition(fitted.isConverged, "The model has no maximum.")
      }
    }
    contest.add("… R's ordinal::clm") { try Rival("ordinal_clm.R", file, String(levels)).run() }
    contest.add("… R's MASS::polr") { try Rival("ordinal_polr.R", file, String(levels)).run() }
    contest.add("… Python's statsmodels") {
      try Rival("ordinal_statsmodels.py", file, String(levels)).run()
    }
    try contest.run(times: min(runs, 3))
  }
}
