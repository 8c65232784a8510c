/// How far several rankings of the same things agree.
public struct RankConcordance: Sendable, Equatable {
  /// Kendall's W: 0 for no agreement, 1 where all rankings are the same; nil for a single thing or ranking.
  ///
  /// Kendall & Babington Smith 1939, doi:10.1214/aoms/1177732186; corrected for ties.
  public let coefficient: Double?
  /// The mean of Spearman's rank correlation over all pairs of rankings, (kW − 1)/(k − 1); nil where W is.
  public let meanCorrelation: Double?

  /// The concordance of rankings given by scores, larger for a better place; equal scores share their places.
  ///
  /// - Precondition: all rankings are of the same number of things.
  public init(scores: [[Double]]) {
    let things = scores.first?.count ?? 0
    precondition(scores.allSatisfy { $0.count == things }, "Rankings are of the same things.")
    let judges = Double(scores.count)
    guard things > 1, scores.count > 1 else { (coefficient, meanCorrelation) = (nil, nil); return }
    var (sums, ties) = ([Double](repeating: 0, count: things), 0.0)
    for ranking in scores {
      for thing in 0..<things {
        let better = ranking.count { $0 > ranking[thing] }
        let equal = ranking.count { $0 == ranking[thing] }
        sums[thing] += Double(better) + Double(equal + 1) / 2
        ties += Double(equal * equal - 1)
      }
    }
    let count = Double(things)
    let mean = judges * (count + 1) / 2
    let squares = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let most = judges * judges * count * (count * count - 1) - judges * ties
    guard most > 0 else { (coefficient, meanCorrelation) = (nil, nil); return }
    let concordance = min(1, 12 * squares / most)
    coefficient = concordance
    meanCorrelation = (judges * concordance - 1) / (judges - 1)
  }
}
