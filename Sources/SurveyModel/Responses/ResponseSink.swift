/// A row of an export that was not stored.
public struct RejectedRow: Sendable, Equatable {
  /// The line on which the row begins, counted from 1.
  public let line: Int
  /// The header of the offending column, or nil where the row as a whole is at fault.
  public let column: String?
  /// The diagnostic's code.
  public let code: String
  /// The offending cell, never more of the row than that.
  public let cell: String?
  /// What is wrong, as a sentence.
  public let summary: String
  /// The respondent as stored, so that the row can be erased; nil where the survey or the row has none.
  public let respondent: String?

  /// A row that was not stored, with its place and the reason.
  public init(
    line: Int, column: String?, code: String, cell: String?, summary: String, respondent: String? = nil
  ) {
    self.line = line
    self.column = column
    self.code = code
    self.cell = cell
    self.summary = summary
    self.respondent = respondent
  }
}

/// Takes responses as they are read: the store in an import, a counter in a check.
public protocol ResponseSink {
  /// Takes the responses of a batch; the batch is reused afterwards.
  mutating func store(_ batch: borrowing ResponseBatch) throws
  /// Takes a row that could not be read.
  mutating func reject(_ row: RejectedRow) throws
}

/// A sink that keeps nothing, for looking at a file without storing it.
public struct DiscardingSink: ResponseSink {
  /// A sink that keeps nothing.
  public init() {}
  /// Does nothing.
  public mutating func store(_ batch: borrowing ResponseBatch) {}
  /// Does nothing.
  public mutating func reject(_ row: RejectedRow) {}
}
