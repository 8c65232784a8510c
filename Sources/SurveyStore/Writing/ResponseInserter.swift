internal import GRDB
internal import SurveyModel

/// Puts responses together as rows of `response`, and inserts them when all are there.
struct ResponseInserter: ~Copyable {
  /// Where the answers of a question stand in a batch.
  private enum Source {
    case rating(Int)
    case segment(Int)
    /// Nowhere: the survey no longer asks.
    case unasked
  }

  private let importID: Int
  /// Per question of the codebook.
  private let sources: [Source]
  /// The codes of the ratings' scales, and how many of them a point has.
  private let scales: [(codes: ClosedRange<Int16>, steps: Int)]
  private let segmentCount: Int
  private var staged: StagedResponses
  private var dates = DateTexts()
  /// The columns in front of the questions, and the questions.
  private var head: RecordPart
  private var answers: RecordPart
  private var missing: ByteBuffer
  private var record: ByteBuffer

  /// An inserter for one import of a survey, whose questions have their columns.
  init(
    for survey: Survey, codebook: Codebook, importID: Int, into staged: consuming StagedResponses
  ) {
    let ratings = survey.ratings.map(\.id)
    let segments = survey.storedSegments.map(\.id)
    self.importID = importID
    self.staged = staged
    sources = codebook.entries.map { entry in
      if let column = ratings.firstIndex(of: entry.id) { return .rating(column) }
      return segments.firstIndex(of: entry.id).map { .segment($0) } ?? .unasked
    }
    let asked = sources.count { if case .unasked = $0 { false } else { true } }
    precondition(asked == ratings.count + segments.count, "A question has no column.")
    scales = survey.ratings.map {
      (Int16($0.scale.codes.lowerBound)...Int16($0.scale.codes.upperBound), $0.scale.steps)
    }
    segmentCount = segments.count
    head = RecordPart(columns: Schema.responseColumns.count)
    answers = RecordPart(columns: sources.count)
    missing = ByteBuffer(capacity: sources.count + 1)
    record = ByteBuffer(capacity: 1024)
  }

  /// The number that the next response gets.
  var nextResponse: Int { staged.nextRow }

  /// Takes the responses of a batch.
  mutating func insert(_ batch: borrowing ResponseBatch) throws {
    precondition(
      batch.ratingIDs.count == scales.count && batch.segmentIDs.count == segmentCount,
      "The batch is of another survey.")
    for row in 0..<batch.count {
      appendHead(of: batch, row: row)
      appendAnswers(of: batch, row: row)
      head.append(missing.content)
      record.removeAll()
      record.append(recordOf: head, answers)
      try staged.append(record.content)
    }
  }

  /// Inserts the responses into the database.
  mutating func finish() throws { try staged.moveToDatabase() }

  private mutating func appendHead(of batch: borrowing ResponseBatch, row: Int) {
    head.removeAll()
    // SQLite knows the response's number beside the row.
    head.appendNull()
    head.append(importID)
    if batch.lines.isEmpty { head.appendNull() } else { head.append(batch.lines[row]) }
    if batch.respondents.isEmpty { head.appendNull() } else { head.append(batch.respondents[row]) }
    let wave = batch.waves.isEmpty ? -1 : Int(batch.waves[row])
    if wave < 0 { head.appendNull() } else { head.append(batch.waveLevels[wave]) }
    dates.append(batch.dates.isEmpty ? ResponseBatch.noDate : batch.dates[row], to: &head)
    if batch.weights.isEmpty {
      head.appendNull()
    } else {
      precondition(batch.weights[row] >= 0, "A weight is negative.")
      head.append(batch.weights[row])
    }
  }

  /// Appends the answers, and to `missing` why there are none, up to the last that is missing.
  private mutating func appendAnswers(of batch: borrowing ResponseBatch, row: Int) {
    answers.removeAll()
    missing.removeAll()
    var missingCount = 0
    for source in sources {
      let letter =
        switch source {
        case .rating(let column): appendRating(batch.ratings[row * scales.count + column], of: column)
        case .segment(let column):
          appendCategory(batch.categories[row * segmentCount + column], of: batch.levels[column])
        case .unasked: appendMissing(MissingLetter.notShown)
        }
      missing.append(letter)
      if letter != MissingLetter.answered { missingCount = missing.count }
    }
    missing.removeLast(missing.count - missingCount)
  }

  @inline(__always)
  private mutating func appendMissing(_ letter: UInt8) -> UInt8 {
    answers.appendNull()
    return letter
  }

  @inline(__always)
  private mutating func appendRating(_ rating: Rating, of column: Int) -> UInt8 {
    if rating.isMissing { return appendMissing(MissingLetter.letter(of: rating)) }
    let scale = scales[column]
    precondition(scale.codes.contains(rating.code), "An answer lies off its scale.")
    if scale.steps == 1 {
      answers.append(Int(rating.code))
    } else {
      answers.append(Double(rating.code) / Double(scale.steps))
    }
    return MissingLetter.answered
  }

  private mutating func appendCategory(_ index: Int32, of levels: [String]) -> UInt8 {
    if index < 0 { return appendMissing(MissingLetter.letter(ofCategory: index)) }
    answers.append(levels[Int(index)])
    return MissingLetter.answered
  }
}
