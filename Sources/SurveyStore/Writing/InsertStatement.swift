internal import GRDB
internal import GRDBSQLite

/// An INSERT of a number of rows into `response`, with the parameters of one row after the other.
struct InsertStatement {
  /// The parameters of a row in front of those of the questions.
  enum Parameter {
    static let line: Int32 = 1
    static let respondent: Int32 = 2
    static let wave: Int32 = 3
    static let date: Int32 = 4
    static let weight: Int32 = 5
    static let missing: Int32 = 6
    static let firstQuestion: Int32 = 7
  }

  /// SQLite's own statement, which keeps its bindings when it is reset.
  let handle: SQLiteStatement
  /// How many rows it inserts.
  let rows: Int
  /// How many parameters a row has.
  let parameters: Int32
  /// The columns of a row that are no parameters: `response`, which SQLite counts, and `import`.
  private static let constants = 2
  private let statement: Statement
  private let database: Database

  init(rows: Int, questions: [String], importID: Int, in database: Database) throws {
    // All columns in their order, as the table has them: SQLite then writes the values where the row is put
    // together, without moving each once more.
    let names = Schema.responseColumns + questions
    let columns = names.map(\.columnName).joined(separator: ", ")
    let places = names.count - InsertStatement.constants
    let marks = "(NULL, \(importID), " + Array(repeating: "?", count: places).joined(separator: ", ") + ")"
    let values = Array(repeating: marks, count: rows).joined(separator: ", ")
    // OR FAIL spares SQLite a journal per statement; whatever fails, the whole transaction is rolled back.
    statement = try database.makeStatement(sql: "INSERT OR FAIL INTO response (\(columns)) VALUES \(values)")
    handle = statement.sqliteStatement
    parameters = Int32(places)
    self.rows = rows
    self.database = database
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
