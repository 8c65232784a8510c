/// What an export holds and what is wrong with it: the whole account that `loyalty check` gives.
///
/// It holds counts, and never one respondent's answers.
public struct ExportAccount: Sendable, Equatable {
  /// What an import of the file would do.
  ///
  /// Rows that are stored already count as stored here, so that the account is that of the whole file.
  public var summary: ImportSummary
  /// The cells of each question and segment beyond the counts of the summary, in the same order.
  public var cells: [CellAccount] = []
  /// Rows that equal an earlier row of the file in every cell.
  public var identicalRows = 0
  /// Kept rows in which no question of the file was skipped.
  public var completeRows = 0
  /// Kept rows in which more than half of the questions shown were skipped.
  public var incompleteRows = 0
  /// Kept rows without an answer to the outcome.
  public var rowsWithoutOutcome = 0
  /// Rows that look like somebody's test of the questionnaire.
  public var testRows = 0
  /// Respondents who gave the same answer to all drivers they rated.
  public var straightLining: StraightLining?
  /// Respondents who were too fast; nil where the file has no column of durations.
  public var speed: ResponseSpeed?

  /// The account of a file of which nothing else is known yet.
  public init(summary: ImportSummary) {
    self.summary = summary
  }
}

/// The cells of one question or segment.
public struct CellAccount: Sendable, Equatable {
  /// A number that is not on the scale, and how often it occurs.
  public struct Spike: Sendable, Equatable {
    /// The number.
    public let value: Double
    /// How many cells hold it, at least `CellAccount.fewestOfASpike`.
    public let count: Int

    /// A number off the scale.
    public init(value: Double, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// Fewer cells than this with one number are not told apart.
  public static let fewestOfASpike = 5

  /// The id of the question or segment.
  public let id: String
  /// How many of the missing answers are given by a text under `missing:` rather than by an empty cell.
  public var coded = 0
  /// The lowest and the highest answer to a rating question; nil for segments and where nobody answered.
  public var range: ClosedRange<Double>?
  /// How many different answers there are.
  public var distinctAnswers = 0
  /// Cells with a number that is not on the scale, all of them in rejected rows.
  public var offScale = 0
  /// The numbers off the scale that occur again and again.
  public var spikes: [Spike] = []

  /// The cells of a question of which nothing is known yet.
  public init(id: String) {
    self.id = id
  }
}

/// Respondents who gave the same answer to all drivers they rated.
public struct StraightLining: Sendable, Equatable {
  /// How many.
  public let count: Int
  /// How many rated enough drivers to tell.
  public let base: Int
  /// How many drivers are enough.
  public let fewestItems: Int

  /// A count and its base.
  public init(count: Int, base: Int, fewestItems: Int) {
    self.count = count
    self.base = base
    self.fewestItems = fewestItems
  }
}

/// How long respondents took, and who was too fast.
public struct ResponseSpeed: Sendable, Equatable {
  /// The header of the column of durations, or those of the beginning and the end with a dash between them.
  public let header: String
  /// How many rows have a duration.
  public let base: Int
  /// The median duration, in the unit of the column; in seconds where it has colons or was reckoned from two moments.
  public let median: Double
  /// How many took less than a third of the median.
  public let speeders: Int

  /// The durations of a file.
  public init(header: String, base: Int, median: Double, speeders: Int) {
    self.header = header
    self.base = base
    self.median = median
    self.speeders = speeders
  }
}
