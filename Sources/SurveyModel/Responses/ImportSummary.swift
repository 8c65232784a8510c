/// What came of reading one file.
public struct ImportSummary: Sendable, Equatable {
  /// The answers to one question or segment.
  public struct Column: Sendable, Equatable {
    /// The id of the question or segment.
    public let id: String
    /// The header under which it was found, or nil where the file has no such column (all are then not shown).
    public let header: String?
    /// How many stored responses have an answer.
    public var answered = 0
    /// How many stored responses have none, per reason.
    public var missing: [MissingReason: Int] = [:]

    /// A column of which nothing has been counted.
    public init(id: String, header: String?) {
      self.id = id
      self.header = header
    }
  }

  /// Rows that are no answers, and why.
  public struct LeftOut: Sendable, Equatable {
    /// The header of the column that tells.
    public let header: String
    /// What the rows are, such as `not finished`.
    public let reason: String
    /// How many there are.
    public let count: Int

    /// Rows that are no answers.
    public init(header: String, reason: String, count: Int) {
      self.header = header
      self.reason = reason
      self.count = count
    }
  }

  /// The file's name, without its folder.
  public let fileName: String
  /// The SHA-256 of the file's bytes in hexadecimal.
  public let digest: String
  /// Data rows in the file.
  public var rowsRead = 0
  /// Rows that became responses.
  public var rowsStored = 0
  /// Rows that did not.
  public var rowsRejected = 0
  /// Rows that the survey tool marks as previews, tests or unfinished; they are not among `rowsRead`.
  public var rowsLeftOut: [LeftOut] = []
  /// Rows that are empty from end to end; they are not among `rowsRead`.
  public var rowsBlank = 0
  /// Rows with the respondent, wave and answers of one that is stored or stands further up in the file.
  public var rowsRepeated = 0
  /// How many of `rowsRepeated` are stored from another file.
  public var rowsStoredBefore = 0
  /// Rows with the respondent and wave of a stored response and other answers; an import with any is refused.
  public var rowsConflicting = 0
  /// Rows with the respondent and wave of one further up in the file and other answers; they are stored.
  public var respondentsRepeated = 0
  /// Rows of respondents who were erased; they are never stored again.
  public var rowsErased = 0
  /// Weights below zero count as rejected; weights of zero are stored and counted here.
  public var zeroWeights = 0
  /// The waves of the stored responses, in order of appearance.
  public var waves: [String] = []
  /// The first and last date of the stored responses, in days since 1 January 1970.
  public var dates: ClosedRange<Int32>?
  /// The outcome, the drivers and the segments, in the survey's order.
  public var columns: [Column] = []
  /// All headers of the file, in its order.
  public var headers: [String] = []
  /// Headers of the file that were not stored, because `survey.yaml` does not name them or excludes them.
  public var ignoredHeaders: [String] = []
  /// All that was found wrong or worth saying, at most 20 of a code; `diagnosticCounts` has the totals.
  public var diagnostics: [Diagnostic] = []
  /// How many diagnostics of each code there were.
  public var diagnosticCounts: [String: Int] = [:]

  /// A summary of a file of which nothing has been read yet.
  public init(fileName: String, digest: String) {
    self.fileName = fileName
    self.digest = digest
  }
}
