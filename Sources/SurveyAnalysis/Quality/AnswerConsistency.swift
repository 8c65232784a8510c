internal import Statistics

/// How far respondents' answers to drivers that belong together agree, as a summary over all respondents.
public struct AnswerConsistency: Sendable, Equatable {
  /// Below this an answer pattern counts as inconsistent (Jackson's convention, in Johnson 2005, doi:10.1016/j.jrp.2004.09.009).
  public static let low = 0.3

  /// How many pairs of drivers it rests on.
  public let pairs: Int
  /// Respondents for whom it is defined: not those who answered alike throughout.
  public let respondents: Int
  /// The mean over respondents, −1…1.
  public let mean: Double
  /// The share of respondents below 0.3; answering at random gives more than half.
  public let lowShare: Double

  /// Nil with fewer than three pairs or where it is defined for fewer than five respondents.
  init?(pairs: Int, _ values: [Double]) {
    guard pairs >= ResponseConsistency.fewestPairs, values.count >= Base.suppressed else { return nil }
    self.pairs = pairs
    respondents = values.count
    mean = values.reduce(0, +) / Double(values.count)
    lowShare = Double(values.count { $0 < AnswerConsistency.low }) / Double(values.count)
  }

  /// Even–odd consistency over drivers taken two by two, the most correlated first, and psychometric synonyms: all pairs of
  /// drivers with a correlation above 0.6.
  static func indices(
    of positions: [[Double?]], rows: Int, _ correlation: Matrix
  ) -> (evenOdd: AnswerConsistency?, synonyms: AnswerConsistency?) {
    let scales = ResponseConsistency.pairs(in: correlation)
    let synonyms = ResponseConsistency.synonyms(in: correlation, above: 0.6)
    var (even, same) = ([Double](), [Double]())
    for row in 0..<rows {
      let answers = positions.map { $0[row] }
      if let found = ResponseConsistency.evenOdd(of: answers, scales: scales) { even.append(found) }
      if let found = ResponseConsistency.synonyms(of: answers, pairs: synonyms) { same.append(found) }
    }
    return (AnswerConsistency(pairs: scales.count, even), AnswerConsistency(pairs: synonyms.count, same))
  }
}
