import SurveyAnalysis
import SurveyModel
import Testing

@Suite struct TrendAnalysisTests {
  private let survey = SampleSurvey.survey()

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
    try #require(CalendarDate(year: year, month: month, day: day))
  }

  private func trend(_ responses: [SampleSurvey.Response], _ period: Period) throws -> TrendAnalysis {
    try TrendAnalysis(of: survey, SampleSurvey.table(responses), period: period, by: ["region"])
  }

  @Test func changesAreAgainstThePeriodBefore() throws {
    let trend = try trend(
      SampleSurvey.group(40, 30, 30, wave: "1") + SampleSurvey.group(70, 20, 10, wave: "2")
        + SampleSurvey.group(69, 21, 10, wave: "3"), .wave)
    #expect(trend.periods.map(\.period) == ["1", "2", "3"])
    #expect(trend.periods.map { $0.score?.value } == [10, 60, 59])
    let changes = trend.periods.map(\.change)
    #expect(changes[0] == nil)
    #expect(changes[1]?.value == 50 && changes[1]?.isSignificant == true)
    #expect(try (#require(changes[2]).value + 1).magnitude < 1e-12)
    #expect(changes[2]?.isSignificant == false)
    #expect(changes[1]?.pValue == changes[1]?.adjustedPValue)
    #expect(trend.periods.allSatisfy { !$0.followsGap })
  }

  @Test(arguments: [
    (Period.week, ["2025-W52", "2026-W01", "2026-W53", "2027-W01"], [false, false, true, false]),
    (.month, ["2025-12", "2026-01", "2027-01"], [false, false, true]),
    (.quarter, ["2025-Q4", "2026-Q1", "2027-Q1"], [false, false, true]),
    (.year, ["2025", "2026", "2027"], [false, false, false]),
  ])
  func calendarPeriods(expected: (Period, [String], [Bool])) throws {
    // Sunday 28 December 2025 ends its week; the next two days lie in the first week of 2026; 1 January 2027 lies in
    // the last week of 2026.
    let days = try [day(2025, 12, 28), day(2025, 12, 29), day(2026, 1, 4), day(2027, 1, 1), day(2027, 1, 4)]
    let trend = try trend(days.flatMap { SampleSurvey.group(3, 2, 1, date: $0) }, expected.0)
    #expect(trend.periods.map(\.period) == expected.1)
    #expect(trend.periods.map(\.followsGap) == expected.2)
    #expect(trend.periods.reduce(0) { $0 + $1.base.size } == 30)
  }

  @Test func responsesWithoutADateAreCountedAside() throws {
    let responses = try SampleSurvey.group(5, 0, 0, date: day(2026, 1, 1)) + SampleSurvey.group(0, 0, 3)
    let trend = try trend(responses, .month)
    #expect(trend.undated == 3)
    #expect(trend.periods.map(\.base.size) == [5])
  }

  @Test func groupsAreAdjustedPerStep() throws {
    var responses: [SampleSurvey.Response] = []
    for (region, before, after) in [("a", 20, 32), ("b", 20, 25), ("c", 20, 21)] {
      responses += SampleSurvey.group(before, 10, 60 - before - 10, region: region, wave: "1")
      responses += SampleSurvey.group(after, 10, 60 - after - 10, region: region, wave: "2")
    }
    let trend = try trend(responses, .wave)
    let changes = try trend.segments.map { try #require($0.periods[1].change) }
    #expect((changes[0].adjustedPValue - 3 * changes[0].pValue).magnitude < 1e-15)
    #expect((changes[1].adjustedPValue - 2 * changes[1].pValue).magnitude < 1e-15)
    #expect(changes[2].adjustedPValue == changes[2].pValue)
    let total = try #require(trend.periods[1].change)
    #expect(total.pValue == total.adjustedPValue)
  }

  @Test func lowBasesHaveNoVerdict() throws {
    let trend = try trend(
      SampleSurvey.group(0, 0, 100, wave: "1") + SampleSurvey.group(29, 0, 0, wave: "2"), .wave)
    let change = try #require(trend.periods[1].change)
    #expect(change.isLowBase && !change.isSignificant && change.pValue < 1e-6)
  }

  @Test func withheldPeriodsHaveNoChange() throws {
    let trend = try trend(
      SampleSurvey.group(30, 10, 10, wave: "1") + SampleSurvey.group(2, 1, 1, wave: "2")
        + SampleSurvey.group(30, 10, 10, wave: "3"), .wave)
    #expect(trend.periods.map(\.withheld) == [nil, .fewAnswers, nil])
    #expect(trend.periods.map { $0.change == nil } == [true, true, true])
  }

  @Test func groupsOfAPeriodAreWithheldTogether() throws {
    let trend = try trend(
      SampleSurvey.group(3, 1, 0, region: "a", wave: "1")
        + SampleSurvey.group(9, 9, 9, region: "b", wave: "1")
        + SampleSurvey.group(20, 9, 9, region: "c", wave: "1"), .wave)
    #expect(trend.segments.map { $0.periods[0].withheld } == [.fewAnswers, .complement, nil])
  }

  @Test func groupAbsentInAPeriodHasAGap() throws {
    let trend = try trend(
      SampleSurvey.group(20, 10, 10, region: "a", wave: "1")
        + SampleSurvey.group(20, 10, 10, region: "b", wave: "1")
        + SampleSurvey.group(20, 10, 10, region: "a", wave: "2")
        + SampleSurvey.group(20, 10, 10, region: "a", wave: "3")
        + SampleSurvey.group(30, 10, 10, region: "b", wave: "3"), .wave)
    let second = trend.segments[1].periods
    #expect(second.map(\.period) == ["1", "3"])
    #expect(second.map(\.followsGap) == [false, true])
    #expect(second[1].change != nil)
  }

  @Test func refusals() throws {
    let undated = SampleSurvey.table(SampleSurvey.group(5, 5, 5))
    for period in Period.allCases {
      #expect(throws: AnalysisError.noPeriods(period)) {
        try TrendAnalysis(of: survey, undated, period: period)
      }
    }
    let waves = SampleSurvey.table(SampleSurvey.group(5, 5, 5, wave: "1"))
    #expect(throws: AnalysisError.unknownSegment("produkt", nearest: "product")) {
      try TrendAnalysis(of: survey, waves, period: .wave, by: ["produkt"])
    }
  }
}
