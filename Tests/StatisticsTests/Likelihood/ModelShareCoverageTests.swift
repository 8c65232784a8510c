import Foundation
import Statistics
import Testing

/// How often the intervals of shares of likelihood models hold the true share, that of the same measure in a very large sample.
///
/// `SIMULATE=1 swift test -c release --filter ModelShareCoverageTests` makes the table of docs/methods/intervals.md.
@Suite struct ModelShareCoverageTests {
  private static let populations: [(name: String, population: RatedPopulation)] = [
    ("strong", .strong), ("weak", .weak), ("apart", .apart),
  ]

  /// Per driver in how many samples the interval held the truth; rows come in clusters of `alike`.
  private func held(
    _ model: SharedModel, _ population: RatedPopulation, truth: [Double], rows: Int, samples: Int,
    weighted: Bool = false, alike: Int = 1
  ) throws -> [Int] {
    var held = [Int](repeating: 0, count: truth.count)
    let design = alike > 1 ? SamplingDesign(rows: rows, clusters: (0..<rows).map { $0 / alike }) : nil
    for seed in 1...samples {
      let (columns, outcome) = population.sample(rows, seed: UInt64(seed), alike: alike)
      let weights = weighted ? (0..<rows).map { [0.5, 1, 2][$0 % 3] } : nil
      let found = try model.fitted(
        columns, outcome, weights: weights, withUncertainty: true, design: design)
      let uncertainty = try #require(found.uncertainty)
      for driver in truth.indices {
        let interval = uncertainty.interval(of: driver, confidence: 0.95)
        held[driver] += interval.contains(truth[driver]) ? 1 : 0
      }
    }
    return held
  }

  private func truth(_ model: SharedModel, _ population: RatedPopulation, rows: Int) throws -> [Double] {
    let large = population.sample(rows, seed: 999)
    return try model.fitted(large.columns, large.outcome).fractions
  }

  /// With 250 samples, a coverage of 0.93 is seen as less than 0.88, or one of 0.965 as more than 0.995, in one of 300 runs.
  @Test(arguments: SharedModel.allCases, 0..<3)
  func intervalsHoldTheTruth(model: SharedModel, place: Int) throws {
    let population = Self.populations[place].population
    let truth = try truth(model, population, rows: 50_000)
    let held = try held(model, population, truth: truth, rows: 200, samples: 250)
    for count in held { #expect((0.88...0.995).contains(Double(count) / 250), "\(held)") }
  }

  /// Weights of 0.5, 1 and 2 that have nothing to do with the answers: 300 respondents tell as much as 233.
  @Test(arguments: SharedModel.allCases, 0..<3)
  func intervalsWithWeightsHoldTheTruth(model: SharedModel, place: Int) throws {
    let population = Self.populations[place].population
    let truth = try truth(model, population, rows: 50_000)
    let held = try held(model, population, truth: truth, rows: 300, samples: 250, weighted: true)
    for count in held { #expect((0.88...0.995).contains(Double(count) / 250), "\(held)") }
  }

  /// A hundred clusters of five, in which half of every answer is the cluster's.
  @Test(arguments: SharedModel.allCases, 0..<3)
  func intervalsWithClustersHoldTheTruth(model: SharedModel, place: Int) throws {
    let population = Self.populations[place].population
    let truth = try truth(model, population, rows: 50_000)
    let held = try held(model, population, truth: truth, rows: 500, samples: 250, alike: 5)
    for count in held { #expect((0.88...0.995).contains(Double(count) / 250), "\(held)") }
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["SIMULATE"] != nil, "asked for with SIMULATE=1"),
    arguments: SharedModel.allCases)
  func tableOfCoverageWithClusters(model: SharedModel) throws {
    for (name, population) in Self.populations {
      let truth = try truth(model, population, rows: 1_000_000)
      for clusters in [30, 60, 100, 200] {
        let held = try held(model, population, truth: truth, rows: 5 * clusters, samples: 1000, alike: 5)
        let shares = held.map { String(Double($0) / 1000) }
        print("| \(model.rawValue) | \(name) | \(clusters) | \(shares.joined(separator: " ")) |")
      }
    }
  }

  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["SIMULATE"] != nil, "asked for with SIMULATE=1"),
    arguments: SharedModel.allCases)
  func tableOfCoverage(model: SharedModel) throws {
    for (name, population) in Self.populations {
      let truth = try truth(model, population, rows: 1_000_000)
      for rows in [100, 150, 200, 400, 1000] {
        let held = try held(model, population, truth: truth, rows: rows, samples: 2000)
        let shares = held.map { String((Double($0) / 2).rounded() / 1000) }
        print("| \(model.rawValue) | \(name) | \(rows) | \(shares.joined(separator: " ")) |")
      }
    }
  }
}
