import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

extension Tag {
  /// Many seeded samples, one after the other.
  @Tag static var simulation: Self
}

/// How often intervals of shares hold the true share, over seeded samples.
///
/// The true shares are those of a sample of 40,000, known to a tenth of the width looked at. With 200 samples a coverage
/// of 93 % is seen as 0.88 or more in 99 of 100 such runs.
@Suite(.tags(.simulation)) struct CoverageTests {
  private static let effects = [4.0, 2, 1, 0]

  private static let truth: [String: Double] = {
    let large = RatingSurvey.simulated(40_000, effects: effects, seed: 999)
    let analysis = try? large.analysis()
    return Dictionary(uniqueKeysWithValues: (analysis?.drivers ?? []).map { ($0.id, $0.importance) })
  }()

  @Test(
    arguments: [
      (DriverOptions.Intervals.bootstrap, 0.0), (.delta, 0), (.bootstrap, 0.25), (.delta, 0.25),
    ])
  func intervalsHoldTheTrueShares(_ intervals: DriverOptions.Intervals, missing: Double) throws {
    var held: [String: Int] = [:]
    let options = DriverOptions(intervals: intervals, replicates: 200)
    for sample in 1...200 {
      let survey = RatingSurvey.simulated(250, effects: Self.effects, seed: UInt64(sample))
      for driver in try survey.withHoles(missing, seed: UInt64(sample)).analysis(options).drivers {
        let isHeld = driver.interval?.contains(try #require(Self.truth[driver.id])) ?? false
        held[driver.id, default: 0] += isHeld ? 1 : 0
      }
    }
    for (driver, count) in held.sorted(by: { $0.key < $1.key }) {
      let coverage = Double(count) / 200
      #expect((0.88...0.99).contains(coverage), "\(driver): \(coverage)")
    }
  }
}
