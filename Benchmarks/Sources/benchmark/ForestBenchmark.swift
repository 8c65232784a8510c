import Statistics

/// A random forest with permutation importance.
struct ForestBenchmark {
  private static let trees = 200
  let runs: Int
  let folder: String

  func run() throws {
    let data = GeneratedRatings(rows: 10_000, drivers: 10)
    let file = try data.written(in: folder)
    let trees = ForestBenchmark.trees
    var contest = Contest()
    contest.add("random forest, \(trees) trees, 10,000 × 10, permutation importance") {
      Cost.of {
        let forest = RegressionForest(
          of: 10, on: Array(0..<10), in: data.columns, options: ForestOptions(trees: trees))
        precondition(forest.permutationImportance.count == 10, "Not all drivers have an importance.")
      }
    }
    contest.add("… R's ranger") { try Rival("forest_ranger.R", file, String(trees)).run() }
    contest.add("… Python's scikit-learn") { try Rival("forest_sklearn.py", file, String(trees)).run() }
    try contest.run(times: min(runs, 3))
  }
}
