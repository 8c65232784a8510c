import Testing

@testable import SurveyAnalysis
@testable import SurveyReport

@Suite struct TieLanesTests {
  @Test func reusesALaneOnlyWhereItIsFree() {
    let lanes = TieLanes([2...3, 1...2, 5...6].map { RankTie(ranks: $0) })
    #expect(
      lanes.brackets == [
        TieLanes.Bracket(ranks: 1...2, lane: 0), TieLanes.Bracket(ranks: 2...3, lane: 1),
        TieLanes.Bracket(ranks: 5...6, lane: 0),
      ])
    #expect(lanes.laneCount == 2)
  }

  @Test func bracketsOfOneLaneNeverTouch() {
    let ties = (1...25).map { RankTie(ranks: $0...($0 + 2 + $0 % 4)) }
    let lanes = TieLanes(ties)
    #expect(lanes.brackets.count == ties.count)
    for lane in 0..<lanes.laneCount {
      let ranks = lanes.brackets.filter { $0.lane == lane }.map(\.ranks)
      for (first, second) in zip(ranks, ranks.dropFirst()) { #expect(first.upperBound < second.lowerBound) }
    }
  }

  @Test func needsNoLaneWithoutTies() {
    #expect(TieLanes([]).laneCount == 0)
  }
}
