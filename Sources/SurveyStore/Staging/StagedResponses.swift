internal import GRDB

/// Rows of `response` on their way into the database, in a second file that has no name.
///
/// They are written as SQLite would write them, and SQLite then moves them to the end of its table as they are
/// (`INSERT INTO … SELECT *` between tables of one definition), within the import's transaction. Binding each value to
/// a statement, which has SQLite put every row together, takes more than twice the processor time.
struct StagedResponses: ~Copyable {
  /// Two tables of one definition and nothing else: only then does SQLite move rows without taking them apart.
  static let move = "INSERT INTO main.response SELECT * FROM staged.response"
  private static let pageSize = 16_384

  /// How many rows have been staged.
  private(set) var count = 0
  private let firstRow: Int
  private let file: PageFile
  private var pages: TablePages
  private let database: Database

  /// Stages rows for a database with `response`, in a transaction.
  init(in database: Database, at path: String) throws {
    let last = try Int.fetchOne(database, sql: "SELECT max(response) FROM response") ?? 0
    let definition = try String.fetchOne(
      database, sql: "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'response'")
    var root = 0
    let file = try PageFile(beside: path, pageSize: StagedResponses.pageSize) { name in
      root = try StagedResponses.makeTable(definition ?? "", in: name)
      try database.execute(sql: "ATTACH ? AS staged", arguments: [name])
    }
    (self.file, self.database, firstRow) = (file, database, last + 1)
    pages = TablePages(in: file, root: root, free: root + 1)
  }

  /// The number that a row staged next gets.
  var nextRow: Int { firstRow + count }

  /// Stages a row, a record in SQLite's format.
  mutating func append(_ record: UnsafeBufferPointer<UInt8>) throws {
    try pages.append(record, row: nextRow)
    count += 1
  }

  /// Has SQLite move the rows to where they belong.
  mutating func moveToDatabase() throws {
    guard count > 0 else { return }
    try file.announce(pages: pages.finish())
    try database.execute(sql: StagedResponses.move)
    guard database.changesCount == count else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "not all staged responses were found")
    }
  }

  /// Makes the table in a file that is empty; returns its page.
  private static func makeTable(_ definition: String, in path: String) throws -> Int {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA page_size = \(pageSize);
          PRAGMA auto_vacuum = NONE;
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          \(definition)
          """)
      return try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_schema") ?? 0
    }
  }
}
