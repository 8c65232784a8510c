internal import SurveyModel

/// The score of one group of respondents.
public struct SegmentScore: Sendable, Equatable {
  /// The segment's id.
  public let segment: String
  /// The stored code of the group.
  public let value: String
  /// What it rests on; also there where the score is withheld.
  public let base: Base
  /// The score, or nil where it is withheld or nobody answered.
  public let score: NetPromoterScore?
  /// Why the score is withheld; nil where it is shown or nobody answered.
  public let withheld: Withholding?
  /// The group against all other respondents with a value of this segment; nil where either side is withheld.
  ///
  /// The p-values are adjusted across the groups of the segment; a segment of two groups makes one comparison.
  public let againstRest: ScoreDifference?

  /// The groups of one segment in the order of their levels.
  static func scores(
    of segment: String, levels: [String], tallies: [ScoreTally], options: ScoreOptions
  ) -> [SegmentScore] {
    let withheld = Withholding.decide(sizes: tallies.map(\.base.size))
    let comparisons = tallies.indices.map { index -> ScoreComparison? in
      guard withheld[index] == nil else { return nil }
      let rest = tallies.indices.filter { $0 != index }.reduce(ScoreTally()) { $0 + tallies[$1] }
      return ScoreComparison(tallies[index], minus: rest, options: options)
    }
    let isPair = tallies.filter { $0.base.size > 0 }.count == 2
    let differences = ScoreComparison.adjusted(comparisons, areOne: isPair, by: options.adjustment)
    return tallies.indices.map { index in
      SegmentScore(
        segment: segment, value: levels[index], base: tallies[index].base,
        score: withheld[index] == nil ? tallies[index].score(options) : nil, withheld: withheld[index],
        againstRest: differences[index])
    }
  }
}
