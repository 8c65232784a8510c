import Foundation
import Statistics

/// Exact Shapley shares (LMG) from a covariance matrix.
struct ImportanceBenchmark {
  let runs: Int
  let folder: String

  func run() throws {
    for drivers in [10, 15, 20] {
      let data = GeneratedRatings(rows: 2000, drivers: drivers)
      let covariance = Covariance(CrossProducts(of: data.columns))
      var contest = Contest()
      contest.add("exact LMG, \(drivers) drivers") {
        try Cost.of {
          let shapley = try ShapleyImportance(of: drivers, in: covariance)
          precondition(shapley.rSquared > 0, "Nothing was explained.")
        }
      }
      if drivers < 20 { try addRelaimpo(to: &contest, data, drivers) }
      try contest.run(times: runs)
    }
  }

  /// R's relaimpo; at 20 drivers it would take hours.
  private func addRelaimpo(to contest: inout Contest, _ data: GeneratedRatings, _ drivers: Int) throws {
    let file = "\(folder)/ratings\(drivers).csv"
    try Data(data.csv.utf8).write(to: URL(filePath: file))
    let isInstalled = (try? ChildProcess("Rscript", "-e", "library(relaimpo)").run()) != nil
    contest.add("… R's relaimpo, start to finish") {
      guard isInstalled else { return nil }
      let program = """
        data <- as.matrix(read.csv('\(file)', header = FALSE)); library(relaimpo); last <- ncol(data)
        print(calc.relimp(cov(data[, c(last, 1:(last - 1))]), type = 'lmg'))
        """
      return try ChildProcess("Rscript", "-e", program).run()
    }
  }
}

/// Bootstrap replicates of exact LMG.
struct BootstrapBenchmark {
  let runs: Int

  func run() throws {
    let drivers = 10
    let data = GeneratedRatings(rows: 10_000, drivers: drivers)
    var contest = Contest()
    contest.add("1000 bootstrap replicates of LMG, 10000 × 10") {
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
    try contest.run(times: runs)
  }
}

/// Ratings of several drivers and, in the last column, an outcome.
struct GeneratedRatings {
  let columns: IntegerColumns

  init(rows: Int, drivers: Int) {
    var generator = SeededGenerator(seed: 5)
    var columns = [[Int16]](repeating: [], count: drivers + 1)
    for _ in 0..<rows {
      let impression = generator.index(below: 6)
      for column in columns.indices {
        columns[column].append(Int16(impression + generator.index(below: 5)))
      }
    }
    self.columns = IntegerColumns(rows: rows, columns: columns)
  }

  var csv: String {
    (0..<columns.rows).map { row in
      columns.columns.map { String($0[row]) }.joined(separator: ",") + "\n"
    }.joined()
  }
}
