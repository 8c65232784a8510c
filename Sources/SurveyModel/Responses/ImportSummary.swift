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
  /// Weights below zero count as rejected; weights of zero are stored and counted here.
  public var zeroWeights = 0
  /// The waves of the stored responses, in order of appearance.
  public var waves: [String] = []
  /// The first and last date of the stored responses, in days since 1 January 1970.
  public var dates: ClosedRange<Int32>?
  /// The outcome, the drivers and the segments, in the survey's order.
  public var columns: [Column] = []
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
