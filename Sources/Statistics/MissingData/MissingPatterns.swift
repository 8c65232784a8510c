/// Rows grouped by which of their columns are missing, as sums and products per group.
///
/// Iterations over the groups do not touch the rows again: a million rows of twenty ratings with 5 % missing make some
/// thousands of groups.
struct MissingPatterns: Sendable {
  /// What is subtracted from each column.
  let shift: [Double]
  /// Per group the columns that are missing, in order.
  let missing: [[Int]]
  /// Per group the rows of positive weight, in order.
  let rows: [[Int]]
  /// Per group the sum of squared weights.
  let squaredWeights: [Double]
  /// The groups' triangles of sums and products, the column of ones first; zero where a column is missing.
  var triangles: [Double]
  /// The sums over all groups.
  var total: CrossProducts

  /// How many numbers a triangle has.
  var triangleSize: Int { (shift.count + 1) * (shift.count + 2) / 2 }

  /// The groups of rows of small whole numbers.
  init(of columns: IntegerColumns, weights: [Double]? = nil) {
    self.init(of: columns, shift: columns.wholeMeans.map(Double.init), weights: weights)
  }

  init(of columns: IntegerColumns, shift: [Double], weights: [Double]?) {
    self.init(
      rows: columns.rows, shift: shift, weights: weights,
      value: { column, row in
        let number = columns.columns[column][row]
        return number == IntegerColumns.missing ? nil : Double(number) - shift[column]
      })
  }

  /// The groups of rows of numbers, of which some are nil.
  init(of columns: [[Double?]], weights: [Double]? = nil) {
    let answered = columns.map { column in column.compactMap(\.self) }
    let shift = answered.map { $0.isEmpty ? 0 : $0.reduce(0, +) / Double($0.count) }
    self.init(
      rows: columns.first?.count ?? 0, shift: shift, weights: weights,
      value: { column, row in columns[column][row].map { $0 - shift[column] } })
  }

  private init(
    rows: Int, shift: [Double], weights: [Double]?, value: (_ column: Int, _ row: Int) -> Double?
  ) {
    let counted = (0..<rows).filter { row in weights.map { $0[row] > 0 } ?? true }
    let members = MissingPatterns.groups(of: counted, columns: shift.count, value: value)
    self.shift = shift
    self.rows = members
    missing = members.map { group in shift.indices.filter { value($0, group[0]) == nil } }
    var (triangles, squares) = ([Double](), [Double]())
    total = CrossProducts(shift: shift)
    triangles.reserveCapacity(members.count * total.triangle.count)
    for group in members {
      var sums = CrossProducts(shift: shift)
      sums.add(rows: group, weights: weights) { column, row in value(column, row) ?? 0 }
      triangles += sums.triangle
      squares.append(sums.sumOfSquaredWeights)
      total.add(sums)
    }
    self.triangles = triangles
    squaredWeights = squares
  }

  /// The rows that miss the same columns, told apart by 64 columns at a time.
  private static func groups(
    of rows: [Int], columns: Int, value: (_ column: Int, _ row: Int) -> Double?
  ) -> [[Int]] {
    var known: [Branch: Int] = [:]
    var groups: [[Int]] = []
    for row in rows {
      var node = 0
      for start in stride(from: 0, to: max(columns, 1), by: 64) {
        let end = min(start + 64, columns)
        var mask: UInt64 = 0
        for column in start..<end where value(column, row) == nil { mask |= 1 << UInt64(column - start) }
        let branch = Branch(node: node, mask: mask)
        if let next = known[branch] {
          node = next
          continue
        }
        node = end < columns ? known.count + 1 : groups.count
        known[branch] = node
        if end == columns { groups.append([]) }
      }
      groups[node].append(row)
    }
    return groups
  }

  /// What the next 64 columns make of rows alike so far.
  private struct Branch: Hashable {
    let node: Int
    let mask: UInt64
  }
}
