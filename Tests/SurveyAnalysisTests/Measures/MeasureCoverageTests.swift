import Statistics
import SurveyAnalysis
import SurveyModel
import Testing

/// How often the intervals of the simpler measures hold the truth, among them those of a driver without effect, whose true value
/// is 0 and lies at the edge of what a square can be.
@Suite(.tags(.simulation)) struct MeasureCoverageTests {
  private static let effects = [4.0, 2, 1, 0]

  private static func large() -> RatingSurvey { .simulated(400_000, effects: effects, seed: 999) }

  private static let truth: [DriverMeasure: [String: Double]] = {
    var truth: [DriverMeasure: [String: Double]] = [:]
    let survey = large()
    for measure in DriverMeasure.allCases {
      let found = try? MeasureAnalysis(
        of: survey.survey, survey.table, measure: measure, options: DriverOptions(intervals: .none))
      let values = (found?.drivers ?? []).map { ($0.id, $0.value ?? .nan) }
      truth[measure] = Dictionary(uniqueKeysWithValues: values)
      // The rule gives the last driver no effect, whatever 400,000 rows say by chance.
      if [.last, .betaSquared, .pmvd].contains(measure) { truth[measure]?["d4"] = 0 }
    }
    return truth
  }()

  @Test(arguments: DriverMeasure.allCases, [DriverOptions.Intervals.bootstrap, .delta])
  func intervalsHoldTheTruth(_ measure: DriverMeasure, _ intervals: DriverOptions.Intervals) throws {
    let truth = try #require(Self.truth[measure])
    let options = DriverOptions(intervals: intervals, replicates: 200)
    var held: [String: Int] = [:]
    for number in 1...200 {
      let survey = RatingSurvey.simulated(250, effects: Self.effects, seed: UInt64(number))
      let found = try MeasureAnalysis(of: survey.survey, survey.table, measure: measure, options: options)
      for driver in found.drivers {
        let isHeld = driver.interval?.contains(try #require(truth[driver.id])) ?? false
        held[driver.id, default: 0] += isHeld ? 1 : 0
      }
    }
    #expect(held.count == 4)
    for (driver, count) in held {
      #expect((0.88...1).contains(Double(count) / 200), "\(measure) \(driver): \(count)")
    }
  }
}
