internal import GRDB
internal import SurveyModel

/// Inserts the comments of responses that have just been inserted.
struct CommentInserter {
  private let statement: Statement
  private let database: Database

  init(in database: Database) throws {
    statement = try database.makeStatement(sql: "INSERT INTO comment VALUES (?, ?, ?)")
    self.database = database
  }

  /// Inserts the comments of a batch whose responses have the last numbers of the table, in order.
  func insert(_ batch: borrowing ResponseBatch) throws {
    let width = batch.commentIDs.count
    guard width > 0 else { return }
    let first = Int(database.lastInsertedRowID) - batch.count + 1
    for (place, text) in batch.comments.enumerated() where !text.isEmpty {
      try statement.execute(
        arguments: [first + place / width, batch.commentIDs[place % width], text])
    }
  }
}
