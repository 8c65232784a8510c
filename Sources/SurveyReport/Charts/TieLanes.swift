import SurveyAnalysis

/// Brackets of tied ranks, laid side by side where they overlap.
struct TieLanes {
  /// A bracket and the lane it stands in, counted from 0.
  struct Bracket: Equatable {
    let ranks: ClosedRange<Int>
    let lane: Int
  }

  /// The brackets, from the first rank on.
  let brackets: [Bracket]

  /// How many lanes are needed.
  var laneCount: Int { (brackets.map(\.lane).max() ?? -1) + 1 }

  /// Puts each tie into the first lane that is free at its ranks.
  init(_ ties: [RankTie]) {
    var ends: [Int] = []
    var brackets: [Bracket] = []
    let ordered = ties.map(\.ranks).sorted {
      $0.lowerBound == $1.lowerBound ? $0.upperBound > $1.upperBound : $0.lowerBound < $1.lowerBound
    }
    for ranks in ordered {
      let lane = ends.firstIndex { $0 < ranks.lowerBound } ?? ends.count
      if lane == ends.count { ends.append(0) }
      ends[lane] = ranks.upperBound
      brackets.append(Bracket(ranks: ranks, lane: lane))
    }
    self.brackets = brackets
  }
}
