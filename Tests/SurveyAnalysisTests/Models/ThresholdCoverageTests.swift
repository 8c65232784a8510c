import Foundation
import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

/// How often intervals of odds ratios at each threshold hold the truth.
@Suite(.tags(.simulation)) struct ThresholdCoverageTests {
  /// Log odds per point at the two thresholds, of a driver for which they differ and of one for which they do not.
  private static let slopes = [[0.7, 0.1], [0.2, 0.2]]

  /// Lines that do not cross among ratings of 0 to 10: 6 + 0.6(x − 10) > 0 − 2.
  private static func sample(_ rows: Int, seed: UInt64) -> (columns: [[Double]], outcome: [Int]) {
    var generator = SeededGenerator(seed: seed, stream: 3)
    var (columns, outcome) = ([[Double]](repeating: [], count: 2), [Int]())
    for _ in 0..<rows {
      let common = generator.index(below: 6)
      let ratings = (0..<2).map { _ in Double(common + generator.index(below: 6)) }
      for (column, rating) in ratings.enumerated() { columns[column].append(rating) }
      let (chance, constants) = (generator.uniform(), [2.5, -1.0])
      outcome.append(
        (0..<2).count { cut in
          let linear = constants[cut] + (0..<2).reduce(0.0) { $0 + slopes[$1][cut] * (ratings[$1] - 5) }
          return chance < ModelCoverageTests.logistic(linear)
        })
    }
    return (columns, outcome)
  }

  /// Per driver and threshold in how many samples the Wald interval held the truth: of all, and of those in which Brant's test
  /// rejects one ratio for the driver.
  private static func held(_ samples: Int, rows: Int) throws -> (all: [Int], shown: [Int], count: Int) {
    var (all, shown, count) = ([0, 0, 0, 0], [0, 0], 0)
    for seed in 1...samples {
      let (columns, outcome) = sample(rows, seed: UInt64(seed))
      let free = try PartialProportionalOdds(of: outcome, on: columns, varying: [0, 1])
      let fit = try CumulativeLogit(of: outcome, on: columns)
      let test = ProportionalOddsTest(of: fit, on: columns, outcome: outcome)
      let isShown = (test?.predictors[0]?.pValue ?? 1) < OrdinalAnalysis.rejection
      count += isShown ? 1 : 0
      for place in 0..<4 {
        let (driver, cut) = (place / 2, place % 2)
        guard let slope = free.coefficients[cut][driver], let error = free.standardErrors[cut][driver]
        else { continue }
        let isHeld = (slope - slopes[driver][cut]).magnitude < 1.959964 * error
        all[place] += isHeld ? 1 : 0
        if driver == 0, isShown { shown[cut] += isHeld ? 1 : 0 }
      }
    }
    return (all, shown, count)
  }

  /// With 300 samples, 99.8 % of runs find between 0.9 and 0.99 for intervals that hold in 95 % of samples.
  @Test func ratiosAtEachThresholdHoldTheTruth() throws {
    let found = try Self.held(300, rows: 300)
    for held in found.all { #expect((0.9...0.99).contains(Double(held) / 300), "\(found)") }
  }

  @Test(.enabled(if: ProcessInfo.processInfo.environment["SIMULATE"] != nil, "asked for with SIMULATE=1"))
  func tableOfCoverage() throws {
    for rows in [100, 150, 300, 1000] {
      print("| \(rows) | \(try Self.held(2000, rows: rows)) |")
    }
  }
}
