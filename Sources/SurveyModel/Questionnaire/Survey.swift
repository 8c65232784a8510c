/// What a survey asks and where the answers stand in its exports: the content of `survey.yaml`.
public struct Survey: Sendable, Equatable {
  /// The survey's name, as a heading.
  public let title: LocalizedText
  /// The language of reports unless another is asked for (`en`, `nl`).
  public let language: String
  /// The recommendation question.
  public let outcome: Question
  /// The rated aspects that may explain the outcome; at least one for a ranking, none for a score alone.
  public let drivers: [Question]
  /// The groups respondents are divided into.
  public let segments: [Segment]
  /// Which respondents were not drawn independently of each other.
  public let sampling: SamplingColumns
  /// The column with a weight per respondent.
  public let weight: ColumnSource?
  /// The column with the date of the response.
  public let date: DateSource?
  /// Where the wave's name comes from.
  public let wave: WaveSource?
  /// The column that identifies the respondent.
  public let respondent: ColumnSource?
  /// The open questions whose answers are kept; those of no other are.
  public let comments: [CommentQuestion]
  /// Whether respondents are stored under pseudonyms.
  public let isPseudonymised: Bool
  /// Columns that are never stored, by header.
  public let excludedColumns: [String]
  /// How the export is written, where that is not to be detected.
  public let format: FileFormat
  /// Whether the data were made by a simulation; reports then say so.
  public let isSimulated: Bool

  /// A survey.
  public init(
    title: LocalizedText, language: String = "en", outcome: Question, drivers: [Question] = [],
    segments: [Segment] = [], weight: ColumnSource? = nil, date: DateSource? = nil, wave: WaveSource? = nil,
    respondent: ColumnSource? = nil, excludedColumns: [String] = [], format: FileFormat = FileFormat(),
    isSimulated: Bool = false, comments: [CommentQuestion] = [], isPseudonymised: Bool = false,
    sampling: SamplingColumns = SamplingColumns()
  ) {
    self.title = title
    self.language = language
    self.outcome = outcome
    self.drivers = drivers
    self.segments = segments
    self.weight = weight
    self.date = date
    self.wave = wave
    self.respondent = respondent
    self.excludedColumns = excludedColumns
    self.format = format
    self.isSimulated = isSimulated
    self.comments = comments
    self.isPseudonymised = isPseudonymised
    self.sampling = sampling
  }

  /// The rating questions in the order of the store: the outcome, then the drivers.
  public var ratings: [Question] { [outcome] + drivers }

  /// The columns of texts that recur, in the order of the store: the segments, then those of the sampling.
  public var storedSegments: [Segment] { segments + sampling.columns }
}

/// How an export is written; nil where it is to be detected from the file.
public struct FileFormat: Sendable, Equatable {
  /// The byte between two cells: `,`, `;`, tab or `|`.
  public var delimiter: UInt8?
  /// The byte between the whole and the fractional part of a number: `.` or `,`.
  public var decimalMark: UInt8?
  /// How many lines stand above the first response; the first of them holds the column names.
  public var headerRows: Int?

  /// A description with all left to detection unless given.
  public init(delimiter: UInt8? = nil, decimalMark: UInt8? = nil, headerRows: Int? = nil) {
    self.delimiter = delimiter
    self.decimalMark = decimalMark
    self.headerRows = headerRows
  }
}
