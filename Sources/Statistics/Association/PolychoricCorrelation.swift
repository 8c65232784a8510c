/// The correlation of two normal variables of which two ratings are the coarse readings.
///
/// Two steps (Olsson 1979, doi:10.1007/BF02296207): the cuts of each rating from its own shares, then the correlation of
/// greatest likelihood. Ratings may have any number of levels. It assumes that the variables behind the ratings are
/// jointly normal; where it is in doubt, a rank correlation asks less.
public struct PolychoricCorrelation: Sendable, Equatable {
  /// The correlation, −1…1; ±1 where no correlation short of it has the greatest likelihood, 0 where a rating does not
  /// vary.
  public let value: Double

  /// The correlation of two ratings.
  ///
  /// - Precondition: columns and weights have equal lengths; weights are finite and not negative.
  public init(of first: [Int], with second: [Int], weights: [Double]? = nil) {
    precondition(first.count == second.count, "Both columns have the same length.")
    precondition(weights.map { $0.count == first.count } ?? true, "There is a weight per row.")
    precondition(
      weights?.allSatisfy { $0 >= 0 && $0.isFinite } ?? true, "A weight is finite and not negative.")
    let rows = first.indices.filter { (weights?[$0] ?? 1) > 0 }
    let (levels, others) = (
      Set(rows.map { first[$0] }).sorted(), Set(rows.map { second[$0] }).sorted()
    )
    guard levels.count > 1, others.count > 1 else { value = 0; return }
    let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
    let otherPlaces = Dictionary(uniqueKeysWithValues: others.enumerated().map { ($1, $0) })
    var table = Matrix(rows: levels.count, columns: others.count)
    for row in rows {
      guard let place = places[first[row]], let other = otherPlaces[second[row]] else { continue }
      table[place, other] += weights?[row] ?? 1
    }
    value = PolychoricTable(table).correlation
  }
}

/// A table of two ratings with the cuts that its margins give.
private struct PolychoricTable {
  let table: Matrix
  let rowCuts: [Double]
  let columnCuts: [Double]

  init(_ table: Matrix) {
    self.table = table
    rowCuts = PolychoricTable.cuts((0..<table.rows).map { table.row($0).reduce(0, +) })
    columnCuts = PolychoricTable.cuts((0..<table.columns).map { table.transposed.row($0).reduce(0, +) })
  }

  /// A correlation of greatest likelihood beyond this is taken for 1.
  private static let most = 0.9999

  private static func cuts(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    var below = 0.0
    return weights.dropLast().map { weight in
      below += weight
      return NormalDistribution.standard.quantile(below / total)
    }
  }

  /// Where the slope of the likelihood changes its sign, by regula falsi with halved ends (Dowell & Jarratt 1971,
  /// doi:10.1007/BF01934364).
  var correlation: Double {
    let middle = slope(0)
    guard middle != 0 else { return 0 }
    let end = middle > 0 ? PolychoricTable.most : -PolychoricTable.most
    let beyond = slope(end)
    guard (beyond > 0) != (middle > 0) else { return middle > 0 ? 1 : -1 }
    var (low, high, below, above) = middle > 0 ? (0, end, middle, beyond) : (end, 0, beyond, middle)
    for _ in 0..<100 where high - low > 1e-15 {
      let place = min(max((low * above - high * below) / (above - below), low), high)
      let found = slope(place)
      if found == 0 { return place }
      if (found > 0) == (below > 0) {
        if place == low { break }
        (low, below, above) = (place, found, above / 2)
      } else {
        if place == high { break }
        (high, above, below) = (place, found, below / 2)
      }
    }
    return (low + high) / 2
  }

  /// The derivative of the log-likelihood with respect to the correlation.
  ///
  /// That of the normal integral below two cuts is the density there.
  private func slope(_ correlation: Double) -> Double {
    let normal = BivariateNormal(correlation: correlation)
    let cells = normal.cells(rows: rowCuts, columns: columnCuts)
    func density(_ row: Int, _ column: Int) -> Double {
      let isInside = row > 0 && column > 0 && row < table.rows && column < table.columns
      return isInside ? normal.density(rowCuts[row - 1], columnCuts[column - 1]) : 0
    }
    var sum = 0.0
    for row in 0..<table.rows {
      for column in 0..<table.columns where table[row, column] > 0 {
        let change =
          density(row + 1, column + 1) - density(row, column + 1) - density(row + 1, column)
          + density(row, column)
        sum += table[row, column] * change / max(cells[row, column], 1e-300)
      }
    }
    return sum
  }
}
