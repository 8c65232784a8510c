/// Columns of small whole numbers, such as ratings, of which some may be missing.
public struct IntegerColumns: Sendable, Equatable {
  /// The number that stands for a missing answer.
  public static let missing = Int16.min

  /// How many rows there are.
  public let rows: Int
  /// The columns, each with `rows` numbers.
  public let columns: [[Int16]]

  /// Columns of small whole numbers.
  ///
  /// - Precondition: all columns have `rows` numbers.
  public init(rows: Int, columns: [[Int16]]) {
    precondition(columns.allSatisfy { $0.count == rows }, "All columns have the same length.")
    self.rows = rows
    self.columns = columns
  }

  /// How many numbers of a column are not missing.
  public func answered(in column: Int) -> Int {
    columns[column].reduce(0) { $0 + ($1 == IntegerColumns.missing ? 0 : 1) }
  }

  /// The rows without a missing number, in order.
  public var completeRows: [Int] {
    (0..<rows).filter { row in columns.allSatisfy { $0[row] != IntegerColumns.missing } }
  }

  /// Some rows, in the order given.
  public func restricted(to rows: [Int]) -> IntegerColumns {
    IntegerColumns(rows: rows.count, columns: columns.map { column in rows.map { column[$0] } })
  }

  /// For each column the whole number nearest to its mean, 0 where all is missing.
  ///
  /// Products of deviations from whole numbers are whole, so that their sums are exact.
  var wholeMeans: [Int16] {
    columns.map { column in
      var (sum, count) = (0, 0)
      for number in column where number != IntegerColumns.missing {
        sum += Int(number)
        count += 1
      }
      return count == 0 ? 0 : Int16((Double(sum) / Double(count)).rounded())
    }
  }
}
