internal import GRDB
internal import GRDBSQLite
internal import SurveyModel

/// Inserts responses by binding to the parameters of SQLite's own statements.
///
/// GRDB's arguments cost six times the processor time of the rest of the import, and a statement per row a quarter
/// more than one per hundred. Texts are bound without a copy: each stands in memory of its own until it is written.
struct ResponseInserter {
  private typealias Parameter = InsertStatement.Parameter

  /// The texts of a row that are not shared with others.
  private struct RowTexts {
    var missing: BoundBytes
    var respondent = BoundBytes(capacity: 64)
    var date = BoundBytes(capacity: DateTexts.length)
  }

  /// A row of a statement.
  private struct Target {
    let handle: SQLiteStatement
    /// How many parameters stand in front of the row's.
    let offset: Int32
    let place: Int

    init(_ statement: InsertStatement, place: Int) {
      handle = statement.handle
      offset = Int32(place) * statement.parameters
      self.place = place
    }
  }

  private static let groupSize = 100

  private let group: InsertStatement
  private let single: InsertStatement
  private let questionCount: Int
  private let ratingCount: Int
  private let segmentCount: Int
  /// The parameters of the batch's columns within a row: the ratings, then the segments.
  private let parameters: [Int32]
  /// The codes of the ratings' scales, and how many of them a point has.
  private let scales: [(codes: ClosedRange<Int16>, steps: Int)]
  /// The reasons of the questions that the survey no longer asks.
  private let unasked: [UInt8]
  private var texts: [RowTexts]
  private var dates = DateTexts()
  private var waves = BoundTexts()
  private var levels: [BoundTexts]

  init(for survey: Survey, codebook: Codebook, importID: Int, in database: Database) throws {
    let questions = codebook.entries.map(\.id)
    let ids = survey.columnKinds.map(\.id)
    let positions = ids.compactMap { codebook.entry(of: $0)?.position }
    precondition(positions.count == ids.count, "A question has no column.")
    single = try InsertStatement(rows: 1, questions: questions, importID: importID, in: database)
    let most = Int(sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_VARIABLE_NUMBER, -1))
    let rows = min(ResponseInserter.groupSize, max(1, most / Int(single.parameters)))
    group = try InsertStatement(rows: rows, questions: questions, importID: importID, in: database)
    questionCount = questions.count
    ratingCount = survey.ratings.count
    segmentCount = survey.storedSegments.count
    parameters = positions.map { Int32($0 - 1) + Parameter.firstQuestion }
    scales = survey.ratings.map {
      (Int16($0.scale.codes.lowerBound)...Int16($0.scale.codes.upperBound), $0.scale.steps)
    }
    unasked = questions.map { ids.contains($0) ? MissingLetter.answered : MissingLetter.notShown }
    let count = questions.count
    texts = (0..<rows).map { _ in RowTexts(missing: BoundBytes(capacity: count)) }
    levels = survey.storedSegments.map { _ in BoundTexts() }
  }

  /// Inserts the responses of a batch.
  mutating func insert(_ batch: borrowing ResponseBatch) throws {
    precondition(
      batch.ratingIDs.count == ratingCount && batch.segmentIDs.count == segmentCount,
      "The batch is of another survey.")
    for segment in 0..<segmentCount { levels[segment].extend(to: batch.levels[segment]) }
    waves.extend(to: batch.waveLevels)
    var row = 0
    while row < batch.count {
      let statement = batch.count - row >= group.rows ? group : single
      for place in 0..<statement.rows {
        bind(row + place, of: batch, to: Target(statement, place: place))
      }
      try statement.step()
      row += statement.rows
    }
  }

  private mutating func bind(_ row: Int, of batch: borrowing ResponseBatch, to target: Target) {
    bindHead(of: batch, row: row, to: target)
    let missing = texts[target.place].missing.bytes
    _ = missing.update(fromContentsOf: unasked)
    bindRatings(of: batch, row: row, to: target, missing)
    bindCategories(of: batch, row: row, to: target, missing)
    var count = questionCount
    while count > 0, missing[count - 1] == MissingLetter.answered { count -= 1 }
    texts[target.place].missing.count = count
    texts[target.place].missing.bind(to: target.handle, at: target.offset + Parameter.missing)
  }

  private mutating func bindHead(of batch: borrowing ResponseBatch, row: Int, to target: Target) {
    let (handle, offset, place) = (target.handle, target.offset, target.place)
    if !batch.lines.isEmpty {
      sqlite3_bind_int64(handle, offset + Parameter.line, Int64(batch.lines[row]))
    }
    if !batch.weights.isEmpty {
      precondition(batch.weights[row] >= 0, "A weight is negative.")
      sqlite3_bind_double(handle, offset + Parameter.weight, batch.weights[row])
    }
    if !batch.waves.isEmpty { waves.bind(batch.waves[row], to: handle, at: offset + Parameter.wave) }
    if !batch.dates.isEmpty {
      dates.write(batch.dates[row], to: &texts[place].date)
      texts[place].date.bind(to: handle, at: offset + Parameter.date)
    }
    if !batch.respondents.isEmpty {
      texts[place].respondent.replace(with: batch.respondents[row])
      texts[place].respondent.bind(to: handle, at: offset + Parameter.respondent)
    }
  }

  private func bindRatings(
    of batch: borrowing ResponseBatch, row: Int, to target: Target,
    _ missing: UnsafeMutableBufferPointer<UInt8>
  ) {
    let first = row * ratingCount
    for column in 0..<ratingCount {
      let rating = batch.ratings[first + column]
      let parameter = parameters[column]
      if rating.isMissing {
        sqlite3_bind_null(target.handle, target.offset + parameter)
        missing[Int(parameter - Parameter.firstQuestion)] = MissingLetter.letter(of: rating)
      } else {
        let scale = scales[column]
        precondition(scale.codes.contains(rating.code), "An answer lies off its scale.")
        target.handle.bind(code: rating.code, steps: scale.steps, at: target.offset + parameter)
      }
    }
  }

  private func bindCategories(
    of batch: borrowing ResponseBatch, row: Int, to target: Target,
    _ missing: UnsafeMutableBufferPointer<UInt8>
  ) {
    let first = row * segmentCount
    for column in 0..<segmentCount {
      let index = batch.categories[first + column]
      let parameter = parameters[ratingCount + column]
      levels[column].bind(index, to: target.handle, at: target.offset + parameter)
      if index < 0 {
        missing[Int(parameter - Parameter.firstQuestion)] = MissingLetter.letter(ofCategory: index)
      }
    }
  }
}
