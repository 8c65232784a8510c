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
/// The true shares are those of a sample of 40,000, known to a tenth of the width looked at. With 60 samples a coverage
/// of 95 % is seen as 0.88 or more in 99 of 100 such runs; the bound leaves the known lack at small samples some room.
@Suite(.tags(.simulation)) struct CoverageTests {
  private static let effects = [4.0, 2, 1, 0]

  private static let truth: [String: Double] = {
    let large = RatingSurvey.simulated(40_000, effects: effects, seed: 999)
    let analysis = try? large.analysis()
    return Dictionary(uniqueKeysWithValues: (analysis?.drivers ?? []).map { ($0.id, $0.importance) })
  }()

  @Test(arguments: [DriverOptions.Intervals.bootstrap, .delta])
  func intervalsHoldTheTrueShares(_ intervals: DriverOptions.Intervals) throws {
    var held: [String: Int] = [:]
    let options = DriverOptions(intervals: intervals, replicates: 100)
    for sample in 0..<60 {
      let survey = RatingSurvey.simulated(150, effects: Self.effects, seed: UInt64(sample) + 1)
      for driver in try survey.analysis(options).drivers {
        let isHeld = driver.interval?.contains(try #require(Self.truth[driver.id])) ?? false
        held[driver.id, default: 0] += isHeld ? 1 : 0
      }
    }
    for (driver, count) in held.sorted(by: { $0.key < $1.key }) {
      let coverage = Double(count) / 60
      #expect(coverage > 0.83, "\(driver): \(coverage)")
    }
  }
}
