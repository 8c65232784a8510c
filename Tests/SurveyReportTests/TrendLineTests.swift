import Testing

@testable import SurveyAnalysis
@testable import SurveyReport

@Suite struct TrendLineTests {
  private let scale = ChartScale(domain: 0...10, start: 0, end: 100)

  @Test func neverRunsAcrossAGap() {
    let score = Sample.score(0.2, 0.4, n: 100)
    let small = Sample.score(0.2, 0.4, n: 4)
    let periods = Sample.periods([
      ("1", score), ("2", score), ("3", nil), ("4", score), ("5", small), ("6", score), ("7", score),
    ])
    let line = TrendLine(periods: periods, x: scale, y: scale, isSmall: false)
    #expect(line.runs == [[0, 1], [2], [4, 5]])
  }

  @Test func neverRunsAcrossAMissingPlace() {
    let score = Sample.score(0.2, 0.4, n: 100)
    let periods = Sample.periods([("1", score), ("2", score), ("4", score)])
    let line = TrendLine(periods: periods, places: [0, 1, 3], x: scale, y: scale, isSmall: true)
    #expect(line.runs == [[0, 1], [2]])
  }

  @Test func judgesNoChangeOnALowBase() {
    let periods = Sample.periods([
      ("1", Sample.score(0.6, 0.1, n: 500)), ("2", Sample.score(0.05, 0.9, n: 25)),
    ])
    let line = TrendLine(periods: periods, x: scale, y: scale, isSmall: false)
    #expect(line.verdict(at: 0) == .none)
    #expect(line.verdict(at: 1) == .withheld)
  }
}
