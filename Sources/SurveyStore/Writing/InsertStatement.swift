internal import GRDB
internal import GRDBSQLite

/// An INSERT of a number of rows into `response`, with the parameters of one row after the other.
struct InsertStatement {
  /// The parameters of a row in front of those of the questions.
  enum Parameter {
    static let importID: Int32 = 1
    static let line: Int32 = 2
    static let respondent: Int32 = 3
    static let wave: Int32 = 4
    static let date: Int32 = 5
    static let weight: Int32 = 6
    static let missing: Int32 = 7
    static let firstQuestion: Int32 = 8
  }

  /// SQLite's own statement, which keeps its bindings when it is reset.
  let handle: SQLiteStatement
  /// How many rows it inserts.
  let rows: Int
  /// How many parameters a row has.
  let parameters: Int32
  private let statement: Statement
  private let database: Database

  init(rows: Int, questions: [String], importID: Int, in database: Database) throws {
    let names = Schema.responseColumns.dropFirst() + questions
    let columns = names.map(\.columnName).joined(separator: ", ")
    let marks = "(" + names.map { _ in "?" }.joined(separator: ", ") + ")"
    let values = Array(repeating: marks, count: rows).joined(separator: ", ")
    statement = try database.makeStatement(sql: "INSERT INTO response (\(columns)) VALUES \(values)")
    handle = statement.sqliteStatement
    parameters = Int32(names.count)
    self.rows = rows
    self.database = database
    for row in 0..<rows {
      sqlite3_bind_int64(handle, Int32(row) * parameters + Parameter.importID, Int64(importID))
    }
  }

  /// Inserts what has been bound.
  func step() throws {
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) }
      sqlite3_reset(handle)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
    sqlite3_reset(handle)
  }
}
