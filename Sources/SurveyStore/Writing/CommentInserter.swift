internal import GRDB
internal import SurveyModel

/// Inserts the comments of responses.
struct CommentInserter {
  private let statement: Statement

  init(in database: Database) throws {
    statement = try database.makeStatement(sql: "INSERT INTO comment VALUES (?, ?, ?)")
  }

  /// Inserts the comments of a batch whose responses have numbers from `first` on, in order.
  func insert(_ batch: borrowing ResponseBatch, from first: Int) throws {
    let width = batch.commentIDs.count
    guard width > 0 else { return }
    for (place, text) in batch.comments.enumerated() where !text.isEmpty {
      try statement.execute(
        arguments: [first + place / width, batch.commentIDs[place % width], text])
    }
  }
}
