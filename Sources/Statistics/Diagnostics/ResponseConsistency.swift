/// Whether one respondent's answers to items that belong together agree: two indices of attention over a row of answers.
///
/// Both are correlations within one person, so they are not defined for somebody who answers alike throughout, and few
/// pairs make them coarse. Neither proves carelessness (Curran 2016, doi:10.1016/j.jesp.2015.07.006).
public enum ResponseConsistency {
  /// The fewest pairs over which a correlation within one person is taken.
  public static let fewestPairs = 3

  /// Even–odd consistency, −1…1: the correlation over scales of the means of their odd and their even items, corrected
  /// for their half length by Spearman and Brown, 2r/(1 + r), and −1 where that falls lower.
  ///
  /// Johnson 2005, doi:10.1016/j.jrp.2004.09.009; the sign as there, so that 1 is consistent.
  ///
  /// - Parameters:
  ///   - answers: The answers, nil where an item was not answered.
  ///   - scales: For each scale the places of its items.
  /// - Returns: Nil with fewer than three scales answered in both halves, or where a half does not vary over scales.
  public static func evenOdd(of answers: [Double?], scales: [[Int]]) -> Double? {
    let halves = scales.map { items in
      [0, 1].map { half in
        let given = items.indices.filter { $0 % 2 == half }.compactMap { answers[items[$0]] }
        return given.isEmpty ? nil : given.reduce(0, +) / Double(given.count)
      }
    }
    guard let found = correlation(halves.map { ($0[0], $0[1]) }) else { return nil }
    return found > -1 ? max(-1, 2 * found / (1 + found)) : -1
  }

  /// Psychometric synonyms, −1…1: the correlation over pairs of items that go together among all respondents.
  ///
  /// Meade & Craig 2012, doi:10.1037/a0028085.
  ///
  /// - Returns: Nil with fewer than three pairs answered, or where one side of them does not vary.
  public static func synonyms(of answers: [Double?], pairs: [(Int, Int)]) -> Double? {
    correlation(pairs.map { (answers[$0.0], answers[$0.1]) })
  }

  /// The pairs of items, the earlier one first, whose correlation is above a limit.
  public static func synonyms(in correlation: Matrix, above limit: Double) -> [(Int, Int)] {
    (0..<correlation.rows).flatMap { later in
      (0..<later).filter { correlation[later, $0] > limit }.map { ($0, later) }
    }
  }

  /// Items two by two, those with the highest correlation first, until fewer than two are left or none is positive.
  ///
  /// Short scales for `evenOdd` where a questionnaire names none; the item that is left over belongs to none.
  public static func pairs(in correlation: Matrix) -> [[Int]] {
    let ordered = synonyms(in: correlation, above: 0)
      .sorted { correlation[$0.0, $0.1] > correlation[$1.0, $1.1] }
    var free = Set(0..<correlation.rows)
    var pairs: [[Int]] = []
    for (first, second) in ordered where free.contains(first) && free.contains(second) {
      free.subtract([first, second])
      pairs.append([first, second])
    }
    return pairs
  }

  private static func correlation(_ pairs: [(Double?, Double?)]) -> Double? {
    let known = pairs.compactMap { first, second in first.flatMap { first in second.map { (first, $0) } } }
    guard known.count >= fewestPairs else { return nil }
    let count = Double(known.count)
    let means = (known.reduce(0) { $0 + $1.0 } / count, known.reduce(0) { $0 + $1.1 } / count)
    var (first, second, cross) = (0.0, 0.0, 0.0)
    for pair in known {
      let (one, other) = (pair.0 - means.0, pair.1 - means.1)
      first += one * one
      second += other * other
      cross += one * other
    }
    // Answers of one half that are all alike leave nothing but rounding.
    let least = 1e-24 * (means.0 * means.0 + means.1 * means.1)
    guard first > least, second > least else { return nil }
    return max(-1, min(1, cross / (first * second).squareRoot()))
  }
}
