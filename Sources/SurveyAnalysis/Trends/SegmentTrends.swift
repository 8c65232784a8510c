/// The periods of groups that are looked at together: those of one segment, or the total alone.
struct SegmentTrends {
  /// The periods per group.
  let periods: [[PeriodScore]]

  /// The scores of groups × periods.
  init(_ tallies: [[ScoreTally]], _ timeline: Timeline, _ options: ScoreOptions) {
    let withheld = SegmentTrends.withheld(tallies, periods: timeline.names.count)
    let steps = tallies.map(SegmentTrends.steps)
    var changes = tallies.map { [ScoreDifference?](repeating: nil, count: $0.count) }
    for period in timeline.names.indices {
      let family = tallies.indices.map { group -> ScoreComparison? in
        guard let before = steps[group][period], withheld[group][period] == nil,
          withheld[group][before] == nil
        else { return nil }
        return ScoreComparison(tallies[group][period], minus: tallies[group][before], options: options)
      }
      let adjusted = ScoreComparison.adjusted(family, by: options.adjustment)
      for group in tallies.indices { changes[group][period] = adjusted[group] }
    }
    periods = tallies.indices.map { group in
      timeline.names.indices.filter { tallies[group][$0].responses > 0 }.map { period in
        let tally = tallies[group][period]
        let isShown = withheld[group][period] == nil
        let gap = steps[group][period].map { timeline.numbers[period] - timeline.numbers[$0] > 1 }
        return PeriodScore(
          period: timeline.names[period], base: tally.base, score: isShown ? tally.score(options) : nil,
          withheld: withheld[group][period], change: changes[group][period], followsGap: gap ?? false)
      }
    }
  }

  /// The trends of a segment's groups, those without a response in any period left out.
  func named(_ segment: String, levels: [String]) -> [SegmentTrend] {
    zip(levels, periods).filter { !$0.1.isEmpty }.map { level, periods in
      SegmentTrend(segment: segment, value: level, periods: periods)
    }
  }

  /// The period before each: the last one with a response.
  private static func steps(_ tallies: [ScoreTally]) -> [Int?] {
    var last: Int?
    return tallies.indices.map { period in
      guard tallies[period].responses > 0 else { return nil }
      defer { last = period }
      return last
    }
  }

  /// What is withheld per group and period; the groups of one period make up its total.
  private static func withheld(_ tallies: [[ScoreTally]], periods: Int) -> [[Withholding?]] {
    var result = tallies.map { [Withholding?](repeating: nil, count: $0.count) }
    for period in 0..<periods {
      let decided = Withholding.decide(sizes: tallies.map { $0[period].base.size })
      for group in tallies.indices { result[group][period] = decided[group] }
    }
    return result
  }
}
