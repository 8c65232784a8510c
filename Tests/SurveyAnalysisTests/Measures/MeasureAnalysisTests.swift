import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct MeasureAnalysisTests {
  private static let keys: [DriverMeasure: String] = [
    .first: "first", .last: "last", .betaSquared: "betasq", .pratt: "pratt", .car: "car", .pmvd: "pmvd",
  ]

  private static func oracle(weighted: Bool) throws -> Oracle {
    try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_ols.json"))[
      weighted ? "weighted" : "unweighted"]
  }

  @Test(arguments: DriverMeasure.allCases, [false, true])
  func agreesWithTheReference(measure: DriverMeasure, weighted: Bool) throws {
    let survey = try RatingSurvey.reference(weighted: weighted)
    let found = try MeasureAnalysis(
      of: survey.survey, survey.table, measure: measure, options: DriverOptions(intervals: .none))
    let key = try #require(MeasureAnalysisTests.keys[measure])
    let expected = try MeasureAnalysisTests.oracle(weighted: weighted)[key, "value"]
    let values = found.drivers.map { $0.value ?? .nan }
    #expect(worstError(of: values, with: expected.numbers(found.drivers.map(\.id))) < 1e-10)
    #expect(values == values.sorted(by: >))
    #expect(found.drivers.map(\.rank) == Array(1...7))
    if measure.sumsToRSquared {
      #expect(Agreement(try #require(found.sum), with: found.rSquared).error < 1e-10)
      #expect(Agreement(found.drivers.compactMap(\.share).reduce(0, +), with: 1).error < 1e-10)
    } else {
      #expect(found.drivers.allSatisfy { $0.share == nil })
    }
  }

  @Test func intervalsHoldTheirEstimates() throws {
    let survey = RatingSurvey.simulated(300, effects: [3, 2, 1], seed: 2)
    for measure in DriverMeasure.allCases {
      let found = try MeasureAnalysis(
        of: survey.survey, survey.table, measure: measure,
        options: DriverOptions(intervals: .bootstrap, replicates: 200))
      #expect(found.intervals == .bootstrap(replicates: 200, seed: 1))
      for driver in found.drivers {
        #expect(try #require(driver.interval).contains(try #require(driver.value)), "\(measure)")
      }
    }
  }

  @Test func negativeValuesAreNoShares() throws {
    // A suppressor: d2 goes with d1's noise, not with the outcome.
    var generator = SeededGenerator(seed: 3)
    var survey = RatingSurvey(["d1", "d2"])
    let noise = (0..<400).map { _ in generator.index(below: 5) }
    let signal = (0..<400).map { _ in generator.index(below: 6) }
    survey.ratings["d1"] = zip(noise, signal).map { Rating($0 + $1) }
    survey.ratings["d2"] = zip(noise, signal).map { Rating(2 * $0 + ($1 > 3 ? 1 : 0)) }
    survey.ratings["ltr"] = signal.map { Rating(2 * $0) }
    let found = try MeasureAnalysis(
      of: survey.survey, survey.table, measure: .pratt, options: DriverOptions(intervals: .none))
    let last = try #require(found.drivers.last)
    #expect(last.id == "d2" && last.share == nil)
    #expect(try #require(last.value) < 0)
    #expect(Agreement(try #require(found.sum), with: found.rSquared).error < 1e-10)
  }

  @Test func duplicatesLeavePMVDWithoutAnswer() throws {
    var survey = RatingSurvey.simulated(300, effects: [3, 2], seed: 2)
    survey.drivers.append(RatingSurvey.question("copy"))
    survey.ratings["copy"] = survey.ratings["d1"]
    let found = try MeasureAnalysis(
      of: survey.survey, survey.table, measure: .pmvd, options: DriverOptions(intervals: .none))
    #expect(found.sum == nil && found.drivers.allSatisfy { $0.value == nil && $0.interval == nil })
    #expect(found.findings == [.duplicate(driver: "copy", of: "d1")])
  }

  @Test func dominanceIsThatOfTheReference() throws {
    let survey = try RatingSurvey.reference()
    let found = try DominanceTable(
      of: survey.survey, survey.table, options: DriverOptions(intervals: .bootstrap, replicates: 20))
    let expected = try MeasureAnalysisTests.oracle(weighted: false)
    let general = expected["dominance_general", "value"].numbers(found.drivers)
    #expect(worstError(of: found.shares, with: general) < 1e-10)
    let sizes = (0..<7).map { "k\($0)" }
    for (row, driver) in found.drivers.enumerated() {
      let conditional = expected["dominance_conditional", "value", driver].numbers(sizes)
      #expect(worstError(of: found.conditional.row(row), with: conditional) < 1e-10)
      let complete = expected["dominance_complete", "value", driver].numbers(found.drivers)
      #expect(found.dominance.complete.row(row) == complete)
    }
    let reproducibility = try #require(found.reproducibility)
    for level in [reproducibility.complete, reproducibility.conditional, reproducibility.general] {
      #expect(level.reproducibility.elements.allSatisfy { (0...1).contains($0) })
      #expect(level.frequencies[0, 6] == 1 && level.frequencies[6, 0] == 0)
      #expect(level.reproducibility[0, 6] == 1 && level.reproducibility[6, 0] == 1)
    }
  }
}
