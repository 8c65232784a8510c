public import SurveyModel

/// Where the responses of a report came from and what was left of them.
public struct Provenance: Sendable, Equatable {
  /// A file that was imported.
  public struct File: Sendable, Equatable {
    /// The file's name, without its folder.
    public let name: String
    /// The SHA-256 of its bytes in hexadecimal; the report prints the first twelve digits.
    public let digest: String
    /// Data rows in the file.
    public let rowsRead: Int
    /// Rows that became responses.
    public let rowsStored: Int
    /// Rows that did not.
    public let rowsRejected: Int

    /// A file that was imported.
    public init(name: String, digest: String, rowsRead: Int, rowsStored: Int, rowsRejected: Int) {
      self.name = name
      self.digest = digest
      self.rowsRead = rowsRead
      self.rowsStored = rowsStored
      self.rowsRejected = rowsRejected
    }
  }

  /// How one question was answered.
  public struct Answers: Sendable, Equatable {
    /// The question's id.
    public let question: String
    /// How many responses have an answer.
    public let answered: Int
    /// How many have none, per reason.
    public let missing: [MissingReason: Int]

    /// How one question was answered.
    public init(question: String, answered: Int, missing: [MissingReason: Int]) {
      self.question = question
      self.answered = answered
      self.missing = missing
    }
  }

  /// The files, in the order of their import.
  public let files: [File]
  /// The first and the last date of all stored responses; nil where the survey has no date.
  public let dates: ClosedRange<CalendarDate>?
  /// How the outcome and the drivers were answered, over all stored responses.
  public let answers: [Answers]
  /// The version of the program that wrote the report.
  public let toolVersion: String

  /// Where the responses of a report came from.
  public init(files: [File], dates: ClosedRange<CalendarDate>?, answers: [Answers], toolVersion: String) {
    self.files = files
    self.dates = dates
    self.answers = answers
    self.toolVersion = toolVersion
  }

  /// Rows of all files that did not become responses.
  public var rowsRejected: Int { files.reduce(0) { $0 + $1.rowsRejected } }
}
