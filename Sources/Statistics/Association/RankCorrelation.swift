/// How far two columns rise together, by their order alone.
///
/// For ratings this asks less than Pearson's correlation does: that a higher rating goes with a higher one, not by how much.
public struct RankCorrelation: Sendable, Equatable {
  /// Spearman's ρ: Pearson's correlation of the ranks, equal values sharing theirs (Spearman 1904,
  /// doi:10.2307/1412159).
  ///
  /// 0 where a column does not vary.
  public let spearman: Double
  /// Kendall's τ-b: pairs of respondents in the same order less pairs in opposite order, over the geometric mean of
  /// the pairs that differ in each column (Kendall 1945, doi:10.1093/biomet/33.3.239).
  ///
  /// 0 where a column does not vary.
  public let kendall: Double

  /// The correlations of two columns; a weight of 2 is the respondent twice.
  ///
  /// Takes time n log n (after Knight 1966, doi:10.1080/01621459.1966.10480879).
  ///
  /// - Precondition: columns and weights have equal lengths; weights are finite and not negative.
  public init(of first: [Double], with second: [Double], weights: [Double]? = nil) {
    precondition(first.count == second.count, "Both columns have the same length.")
    let weights = weights ?? [Double](repeating: 1, count: first.count)
    precondition(weights.count == first.count, "There is a weight per row.")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "A weight is finite and not negative.")
    let (one, other) = (RankedColumn(first, weights), RankedColumn(second, weights))
    spearman = Covariance(of: [one.ranks, other.ranks], weights: weights).correlation[0, 1]
    let differing = one.differingPairs.squareRoot() * other.differingPairs.squareRoot()
    kendall = differing > 0 ? RankCorrelation.agreement(one, other, weights) / differing : 0
  }

  /// The weight of pairs in the same order less that of pairs in opposite order.
  private static func agreement(_ one: RankedColumn, _ other: RankedColumn, _ weights: [Double]) -> Double {
    var seen = CumulativeSums(places: other.levels)
    var (total, seenTotal) = (0.0, 0.0)
    for group in one.groups {
      for row in group {
        let below = seen.sum(below: other.places[row])
        let above = seenTotal - seen.sum(below: other.places[row] + 1)
        total += weights[row] * (below - above)
      }
      for row in group {
        seen.add(weights[row], at: other.places[row])
        seenTotal += weights[row]
      }
    }
    return total
  }
}

/// A column's values by their order.
private struct RankedColumn {
  /// The rows of each distinct value, in rising order.
  let groups: [[Int]]
  /// The place of each row's value among the distinct ones.
  let places: [Int]
  /// The mean rank of each row, up to a constant.
  let ranks: [Double]
  /// The weight of pairs that differ.
  let differingPairs: Double

  var levels: Int { groups.count }

  init(_ column: [Double], _ weights: [Double]) {
    var groups: [[Int]] = []
    var (places, ranks) = (
      [Int](repeating: 0, count: column.count), [Double](repeating: 0, count: column.count)
    )
    var (below, pairs) = (0.0, 0.0)
    for row in column.indices.sorted(by: { column[$0] < column[$1] }) {
      if let last = groups.last?.first, column[last] == column[row] {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    for (place, group) in groups.enumerated() {
      let weight = group.reduce(0) { $0 + weights[$1] }
      for row in group { (places[row], ranks[row]) = (place, below + weight / 2) }
      pairs += weight * below
      below += weight
    }
    (self.groups, self.places, self.ranks, differingPairs) = (groups, places, ranks, pairs)
  }
}

/// Sums over places up to one, kept while numbers are added (Fenwick 1994, doi:10.1002/spe.4380240306).
private struct CumulativeSums {
  private var tree: [Double]

  init(places: Int) { tree = [Double](repeating: 0, count: places + 1) }

  mutating func add(_ value: Double, at place: Int) {
    var node = place + 1
    while node < tree.count {
      tree[node] += value
      node += node & -node
    }
  }

  func sum(below place: Int) -> Double {
    var (node, sum) = (place, 0.0)
    while node > 0 {
      sum += tree[node]
      node -= node & -node
    }
    return sum
  }
}
