/// Weighted sums of columns and of their products two by two: all that a covariance needs from the rows.
///
/// Columns are taken as deviations from `shift`, a number near each mean, so that nothing cancels. The triangle
/// holds a column of ones first, so element (0, 0) is the sum of weights and (i, 0) the sum of column i − 1.
public struct CrossProducts: Sendable, Equatable {
  /// What is subtracted from each column.
  public let shift: [Double]
  /// Rows with a positive weight.
  public internal(set) var rows = 0
  /// The sum of squared weights.
  public internal(set) var sumOfSquaredWeights = 0.0
  /// The lower triangle, row after row, the column of ones first.
  public internal(set) var triangle: [Double]

  /// What the sums have beyond double precision; empty where they are exact, as sums of whole numbers are, or known
  /// no better.
  var remainder: [Double] = []

  /// An element of the triangle with all digits that are known.
  func precise(_ place: Int) -> DoubleDouble {
    DoubleDouble(sum: triangle[place], remainder.isEmpty ? 0 : remainder[place])
  }

  /// Sums over no rows.
  public init(shift: [Double]) {
    self.shift = shift
    triangle = [Double](repeating: 0, count: (shift.count + 1) * (shift.count + 2) / 2)
  }

  /// The sum of weights.
  public var sumOfWeights: Double { triangle[0] }

  /// The place of the product of two columns in `triangle`; −1 stands for the column of ones.
  static func place(_ first: Int, _ second: Int) -> Int {
    let (row, column) = first > second ? (first + 1, second + 1) : (second + 1, first + 1)
    return row * (row + 1) / 2 + column
  }

  /// The sums over columns of numbers; rows with weight zero are passed over.
  ///
  /// - Precondition: columns and weights have equal lengths; weights are finite and not negative.
  public init(of columns: [[Double]], weights: [Double]? = nil) {
    let rows = columns.first?.count ?? 0
    precondition(columns.allSatisfy { $0.count == rows }, "All columns have the same length.")
    self.init(shift: columns.map { CrossProducts.mean(of: $0, weights: weights) })
    let shift = shift
    accumulate(rows: rows, weights: weights) { column, row in columns[column][row] - shift[column] }
  }

  /// The sums over rows of small whole numbers, none of which may be missing in these rows.
  public init(of columns: IntegerColumns, rows: [Int]? = nil, weights: [Double]? = nil) {
    self.init(of: columns, shift: columns.wholeMeans, rows: rows, weights: weights)
  }

  init(of columns: IntegerColumns, shift: [Int16], rows: [Int]? = nil, weights: [Double]? = nil) {
    self.init(shift: shift.map(Double.init))
    if let rows {
      let chosen = weights.map { weights in rows.map { weights[$0] } }
      accumulate(rows: rows.count, weights: chosen) { column, row in
        Double(columns.columns[column][rows[row]] &- shift[column])
      }
    } else {
      accumulate(rows: columns.rows, weights: weights) { column, row in
        Double(columns.columns[column][row] &- shift[column])
      }
    }
  }

  /// A mean to full precision: the mean, corrected by the mean of what it leaves.
  private static func mean(of column: [Double], weights: [Double]?) -> Double {
    let total = weights?.reduce(0, +) ?? Double(column.count)
    guard total > 0 else { return 0 }
    var mean = 0.0
    for _ in 0..<2 {
      var sum = 0.0
      for (row, value) in column.enumerated() { sum += (weights?[row] ?? 1) * (value - mean) }
      mean += sum / total
    }
    return mean
  }

  /// Adds rows panel by panel; `value` gives a column's deviation in a row.
  @inline(__always)
  private mutating func accumulate(rows: Int, weights: [Double]?, value: (Int, Int) -> Double) {
    precondition(weights.map { $0.count == rows } ?? true, "There is a weight per row.")
    var panel = ProductPanel(columns: shift.count + 1)
    for row in 0..<rows {
      let weight = weights?[row] ?? 1
      precondition(weight >= 0 && weight.isFinite, "A weight is finite and not negative.")
      guard weight > 0 else { continue }
      self.rows += 1
      sumOfSquaredWeights += weight * weight
      panel.append(weight: weight) { $0 == 0 ? 1 : value($0 - 1, row) }
      if panel.isFull { panel.flush(into: &triangle) }
    }
    panel.flush(into: &triangle)
  }

  /// Adds the rows listed; `value` gives a column's deviation in a row.
  @inline(__always)
  mutating func add(rows list: [Int], weights: [Double]?, value: (Int, Int) -> Double) {
    var panel = ProductPanel(columns: shift.count + 1)
    for row in list {
      let weight = weights?[row] ?? 1
      rows += 1
      sumOfSquaredWeights += weight * weight
      panel.append(weight: weight) { $0 == 0 ? 1 : value($0 - 1, row) }
      if panel.isFull { panel.flush(into: &triangle) }
    }
    panel.flush(into: &triangle)
  }

  /// Adds sums over other rows, taken from the same shift.
  mutating func add(_ other: CrossProducts) {
    precondition(shift == other.shift, "Sums can be added when they are taken from the same shift.")
    rows += other.rows
    sumOfSquaredWeights += other.sumOfSquaredWeights
    for place in triangle.indices { triangle[place] += other.triangle[place] }
  }
}
