/// Finds rows that are alike in some of their columns.
///
/// Ratings take few values, so that a model of three or four of them sees few different rows, however many respondents.
struct DistinctRows {
  /// Rows put together.
  struct Groups {
    /// Each row's group; groups are numbered in the order of their first rows.
    let ofRow: [Int]
    /// The first row of each group.
    let first: [Int]
  }

  /// Per column the number of each row's value in rising order.
  private let codes: [[Int32]]
  private let values: [Int]
  private let rows: Int
  private var table: [Int32] = []

  /// Columns of equal length, of which those with few different values can be looked up.
  init(of columns: [[Double]]) {
    rows = columns.first?.count ?? 0
    let sorted = columns.map { Set($0).sorted() }
    values = sorted.map(\.count)
    codes = zip(columns, sorted).map { column, sorted in
      let places = Dictionary(
        uniqueKeysWithValues: sorted.enumerated().map { ($0.element, Int32($0.offset)) })
      return column.map { places[$0] ?? 0 }
    }
  }

  /// The groups of rows that are alike in some columns; every row by itself where looking them up would not pay.
  mutating func groups(by columns: [Int]) -> Groups {
    let limit = 24 * rows + 1024
    var cells = 1
    for column in columns where cells <= limit { cells *= values[column] }
    guard cells <= limit else { return Groups(ofRow: Array(0..<rows), first: Array(0..<rows)) }
    table = [Int32](repeating: -1, count: cells)
    var (ofRow, first) = ([Int](repeating: 0, count: rows), [Int]())
    var places = [Int](repeating: 0, count: rows)
    for column in columns {
      codes[column].withUnsafeBufferPointer { code in
        for row in 0..<rows { places[row] = places[row] * values[column] + Int(code[row]) }
      }
    }
    for row in 0..<rows {
      if table[places[row]] < 0 {
        table[places[row]] = Int32(truncatingIfNeeded: first.count)
        first.append(row)
      }
      ofRow[row] = Int(table[places[row]])
    }
    return Groups(ofRow: ofRow, first: first)
  }
}
