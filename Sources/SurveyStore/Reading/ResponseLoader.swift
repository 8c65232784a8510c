internal import GRDB
internal import GRDBSQLite
internal import SurveyModel

/// Reads the responses in one pass over the table.
struct ResponseLoader {
  /// The columns in front of the questions.
  private static let head = ["weight", "date", "wave", "missing"]

  private let database: Database

  init(_ database: Database) {
    self.database = database
  }

  /// The responses as columns; `levels` are the values of each segment that come first, in their order.
  func table(of entries: [Codebook.Entry], levels: [String: [String]]) throws -> ResponseTable {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM response") ?? 0
    let columns = (ResponseLoader.head + entries.map(\.id)).map(\.columnName)
    let statement = try database.makeStatement(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM response ORDER BY response")
    var (ratings, segments): ([RatingColumn], [CategoryColumn]) = ([], [])
    for (index, entry) in entries.enumerated() {
      let column = Int32(index + ResponseLoader.head.count)
      switch entry.kind {
      case .rating: ratings.append(RatingColumn(entry, at: column, count: count))
      case .segment: segments.append(CategoryColumn(entry.id, at: column, count: count))
      }
    }
    var margins = MarginColumns(count: count)
    try read(statement, into: &margins, &ratings, &segments, count: count)
    return ResponseTable(
      count: count,
      ratings: Dictionary(ratings.map { ($0.id, $0.ratings) }, uniquingKeysWith: { first, _ in first }),
      segments: Dictionary(
        segments.map { ($0.id, $0.categories(after: levels[$0.id] ?? [])) },
        uniquingKeysWith: { first, _ in first }),
      weights: margins.weights, dates: margins.dates, waves: margins.waves)
  }

  private func read(
    _ statement: Statement, into margins: inout MarginColumns, _ ratings: inout [RatingColumn],
    _ segments: inout [CategoryColumn], count: Int
  ) throws {
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    var code = sqlite3_step(handle)
    var row = 0
    while code == SQLITE_ROW, row < count {
      margins.read(handle, row: row)
      let missing = handle.text(at: MarginColumns.missing)
      for index in ratings.indices { ratings[index].read(handle, row: row, missing: missing) }
      for index in segments.indices { segments[index].read(handle, row: row) }
      row += 1
      code = sqlite3_step(handle)
    }
    guard code == SQLITE_DONE, row == count else {
      throw DatabaseError(
        resultCode: code == SQLITE_DONE ? .SQLITE_CORRUPT : ResultCode(rawValue: code),
        message: sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) })
    }
  }
}

extension SQLiteStatement {
  /// The bytes of a text until the next step; none where it is NULL.
  func text(at column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(self, column)
    return UnsafeBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(self, column)))
  }

  /// The code of an answer that is stored as a number of points; 0 where it is NULL.
  @inline(__always)
  func code(at column: Int32, steps: Int) -> Int32 {
    steps == 1
      ? sqlite3_column_int(self, column)
      : Int32((sqlite3_column_double(self, column) * Double(steps)).rounded())
  }

  /// Whether a value is NULL.
  func isNull(at column: Int32) -> Bool {
    sqlite3_column_type(self, column) == SQLITE_NULL
  }
}
