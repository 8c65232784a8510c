import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct DriverIntervalTests {
  private let survey = RatingSurvey.simulated(250, effects: [6, 2, 2, 0], seed: 12)
  private let options = DriverOptions(intervals: .bootstrap, replicates: 200, seed: 7)

  @Test func theSameSeedGivesTheSameIntervals() throws {
    let first = try survey.analysis(options)
    #expect(try survey.analysis(options) == first)
    var other = options
    other.seed = 8
    #expect(try survey.analysis(other) != first)
    #expect(first.intervals == .bootstrap(replicates: 200, seed: 7))
  }

  @Test func intervalsHoldTheirEstimates() throws {
    for driver in try survey.analysis(options).drivers {
      let interval = try #require(driver.interval)
      #expect(interval.contains(driver.importance))
      #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
      #expect(try #require(driver.rankInterval).contains(driver.rank))
      #expect(try #require(driver.promoterInterval).contains(try #require(driver.promoterImportance)))
    }
  }

  @Test func equalDriversAreTiedAndAStrongOneIsNot() throws {
    let found = try survey.analysis(options)
    #expect(found.drivers.first?.id == "d1")
    #expect(found.drivers.first?.rankInterval == 1...1)
    #expect(found.drivers.first?.probabilityTop3 == 1)
    let tied = Set(found.drivers.filter { ["d2", "d3"].contains($0.id) }.map(\.rank))
    #expect(found.ties.contains { tie in tied.allSatisfy { tie.ranks.contains($0) } })
    #expect(!found.ties.contains { $0.ranks.contains(1) })
    #expect(found.ties.allSatisfy { $0.ranks.count > 1 })
  }

  @Test func equalWeightsChangeNothing() throws {
    var weighted = survey
    weighted.weights = [Double](repeating: 2.5, count: 250)
    let found = try weighted.analysis(options)
    let plain = try survey.analysis(options)
    #expect(found.drivers.map(\.rankInterval) == plain.drivers.map(\.rankInterval))
    let worst = worstError(
      of: found.drivers.compactMap { $0.interval?.upperBound },
      with: plain.drivers.compactMap { $0.interval?.upperBound })
    #expect(worst < 1e-11, "worst relative error \(worst)")
  }

  @Test func missingRatingsWidenTheInterval() throws {
    var holes = survey
    for row in 0..<250 where row % 5 != 0 { holes.ratings["d2"]?[row] = .skipped }
    let found = try holes.analysis(options)
    let width = { (analysis: DriverAnalysis) in
      analysis.drivers.first { $0.id == "d2" }?.interval.map { $0.upperBound - $0.lowerBound } ?? 0
    }
    #expect(width(found) > 1.2 * width(try survey.analysis(options)))
    #expect(found.drivers.allSatisfy { $0.coefficientStandardError ?? 0 > 0 })
  }
}
