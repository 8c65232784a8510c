/// Pearson's chi-squared test of whether the rows of a table of counts share one distribution.
///
/// Pearson 1900, doi:10.1080/14786440009463897; without a correction for continuity. Rows and columns that hold
/// nobody are left out.
public struct IndependenceTest: Sendable, Equatable {
  /// Σ(observed − expected)²/expected.
  public let statistic: Double
  /// (rows − 1)(columns − 1).
  public let degreesOfFreedom: Int
  /// The p-value of "all rows alike".
  public let pValue: Double
  /// The least expected count; below 5 the p-value is rough.
  public let leastExpected: Double

  /// A test of a table, or nil where fewer than two rows or columns hold anybody.
  ///
  /// - Precondition: all rows are of one length and no count is negative.
  public init?(of table: [[Double]]) {
    let width = table.first?.count ?? 0
    precondition(
      table.allSatisfy { $0.count == width && $0.allSatisfy { $0 >= 0 } }, "Not a table of counts.")
    let rows = table.map { $0.reduce(0, +) }
    let columns = (0..<width).map { column in table.reduce(0) { $0 + $1[column] } }
    let total = rows.reduce(0, +)
    let freedom = (rows.filter { $0 > 0 }.count - 1) * (columns.filter { $0 > 0 }.count - 1)
    guard total > 0, freedom > 0 else { return nil }
    var sum = 0.0
    var least = Double.infinity
    for (row, counts) in table.enumerated() where rows[row] > 0 {
      for (column, observed) in counts.enumerated() where columns[column] > 0 {
        let expected = rows[row] * columns[column] / total
        sum += (observed - expected) * (observed - expected) / expected
        least = min(least, expected)
      }
    }
    statistic = sum
    degreesOfFreedom = freedom
    leastExpected = least
    pValue = ChiSquaredDistribution(degreesOfFreedom: Double(freedom)).upperTail(sum)
  }
}
