internal import Statistics

/// Places of drivers in draws of their shares, and what they say about the ranking.
struct RankDraws {
  /// Per draw each driver's share.
  private let shares: [[Double]]
  /// Per draw each driver's place, 1 for the largest share.
  private let ranks: [[Int]]
  private let confidence: Double

  init(_ shares: [[Double]], confidence: Double) {
    self.shares = shares
    self.confidence = confidence
    ranks = shares.map { RankDraws.ranks($0) }
  }

  /// The drivers by share, largest first; of shares equal but for rounding the first driver comes first.
  static func order(_ shares: [Double]) -> [Int] {
    let rounded = shares.map { ($0 * 1e12).rounded() }
    return shares.indices.sorted { (-rounded[$0], $0) < (-rounded[$1], $1) }
  }

  private static func ranks(_ shares: [Double]) -> [Int] {
    var ranks = [Int](repeating: 0, count: shares.count)
    for (place, driver) in order(shares).enumerated() { ranks[driver] = place + 1 }
    return ranks
  }

  /// The places that hold the middle part of a driver's draws.
  func interval(of driver: Int) -> ClosedRange<Int>? {
    let sorted = ranks.map { $0[driver] }.sorted()
    guard !sorted.isEmpty else { return nil }
    let tail = Int((Double(sorted.count) * (1 - confidence) / 2).rounded(.down))
    return sorted[tail]...sorted[sorted.count - 1 - tail]
  }

  /// How often a driver is among the first three.
  func probabilityTop3(of driver: Int) -> Double? {
    guard !ranks.isEmpty else { return nil }
    return Double(ranks.reduce(0) { $0 + ($1[driver] <= 3 ? 1 : 0) }) / Double(ranks.count)
  }

  /// Groups of consecutive places, as long as can be, in which no two drivers can be told apart.
  ///
  /// Two drivers are told apart where the interval of the difference of their shares leaves out zero.
  func ties(_ order: [Int]) -> [RankTie] {
    guard !shares.isEmpty else { return [] }
    let isTied = order.map { first in order.map { self.isTied(first, with: $0) } }
    var ties: [RankTie] = []
    for start in order.indices {
      var last = start
      while last + 1 < order.count, (start...last).allSatisfy({ isTied[$0][last + 1] }) { last += 1 }
      if last > start, last + 1 > ties.last?.ranks.upperBound ?? 0 {
        ties.append(RankTie(ranks: start + 1...last + 1))
      }
    }
    return ties
  }

  /// The differences between all drivers, given in the order of `order` with their shares; nil without draws.
  func differences(of sorted: [Double], order: [Int]) -> SimultaneousDifferences? {
    guard shares.count > 1 else { return nil }
    return SimultaneousDifferences(
      of: sorted, draws: shares.map { draw in order.map { draw[$0] } }, confidence: confidence)
  }

  private func isTied(_ first: Int, with second: Int) -> Bool {
    let differences = shares.map { $0[first] - $0[second] }
    return BootstrapInterval.percentile(differences, confidence: confidence).contains(0)
  }
}
