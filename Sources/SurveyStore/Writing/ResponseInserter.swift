internal import GRDB
internal import GRDBSQLite
internal import SurveyModel

/// Inserts responses by binding to the parameters of SQLite's own statement.
///
/// GRDB's arguments cost six times the processor time of the rest of the import. Texts are bound without a copy:
/// each stands in memory of its own until the row has been written.
struct ResponseInserter {
  /// The parameters in front of those of the questions.
  private enum Parameter {
    static let importID: Int32 = 1
    static let line: Int32 = 2
    static let respondent: Int32 = 3
    static let wave: Int32 = 4
    static let date: Int32 = 5
    static let weight: Int32 = 6
    static let missing: Int32 = 7
    static let firstQuestion: Int32 = 8
  }

  private let database: Database
  private let statement: Statement
  private let handle: SQLiteStatement
  private let questionCount: Int
  private let ratingCount: Int
  private let segmentCount: Int
  /// The parameters of the batch's columns: the ratings, then the segments.
  private let parameters: [Int32]
  /// The scales of the ratings.
  private let scales: [ClosedRange<Int16>]
  /// The reasons of the questions that the survey no longer asks.
  private let unasked: [UInt8]
  private var missing: BoundBytes
  private var respondent = BoundBytes(capacity: 64)
  private var dates = BoundDates()
  private var waves = BoundTexts()
  private var levels: [BoundTexts]

  init(for survey: Survey, codebook: Codebook, importID: Int, in database: Database) throws {
    let ids = survey.columnKinds.map(\.id)
    let names = Schema.responseColumns.dropFirst() + codebook.entries.map(\.id)
    let columns = names.map(\.columnName).joined(separator: ", ")
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    self.database = database
    statement = try database.makeStatement(sql: "INSERT INTO response (\(columns)) VALUES (\(marks))")
    handle = statement.sqliteStatement
    questionCount = codebook.entries.count
    ratingCount = survey.ratings.count
    segmentCount = survey.segments.count
    let positions = ids.compactMap { codebook.entry(of: $0)?.position }
    scales = survey.ratings.map { Int16($0.scale.minimum)...Int16($0.scale.maximum) }
    precondition(positions.count == ids.count, "A question has no column.")
    parameters = positions.map { Int32($0 - 1) + Parameter.firstQuestion }
    unasked = codebook.entries.map {
      ids.contains($0.id) ? MissingLetter.answered : MissingLetter.notShown
    }
    missing = BoundBytes(capacity: max(questionCount, 1))
    levels = survey.segments.map { _ in BoundTexts() }
    sqlite3_bind_int64(handle, Parameter.importID, Int64(importID))
  }

  /// Inserts the responses of a batch.
  mutating func insert(_ batch: borrowing ResponseBatch) throws {
    precondition(
      batch.ratingIDs.count == ratingCount && batch.segmentIDs.count == segmentCount,
      "The batch is of another survey.")
    for segment in 0..<segmentCount { levels[segment].extend(to: batch.levels[segment]) }
    waves.extend(to: batch.waveLevels)
    for row in 0..<batch.count {
      bindHead(of: batch, row: row)
      _ = missing.bytes.update(fromContentsOf: unasked)
      bindRatings(of: batch, row: row)
      bindCategories(of: batch, row: row)
      bindMissing()
      try step()
    }
  }

  private mutating func bindHead(of batch: borrowing ResponseBatch, row: Int) {
    if !batch.lines.isEmpty { sqlite3_bind_int64(handle, Parameter.line, Int64(batch.lines[row])) }
    if !batch.weights.isEmpty {
      precondition(batch.weights[row] >= 0, "A weight is negative.")
      sqlite3_bind_double(handle, Parameter.weight, batch.weights[row])
    }
    if !batch.waves.isEmpty { waves.bind(batch.waves[row], to: handle, at: Parameter.wave) }
    if !batch.dates.isEmpty { dates.bind(batch.dates[row], to: handle, at: Parameter.date) }
    if !batch.respondents.isEmpty {
      respondent.replace(with: batch.respondents[row])
      respondent.bind(to: handle, at: Parameter.respondent)
    }
  }

  private mutating func bindRatings(of batch: borrowing ResponseBatch, row: Int) {
    let first = row * ratingCount
    for column in 0..<ratingCount {
      let rating = batch.ratings[first + column]
      let parameter = parameters[column]
      if rating.isMissing {
        sqlite3_bind_null(handle, parameter)
        missing.bytes[Int(parameter - Parameter.firstQuestion)] = MissingLetter.letter(of: rating)
      } else {
        precondition(scales[column].contains(rating.code), "An answer lies off its scale.")
        sqlite3_bind_int64(handle, parameter, Int64(rating.code))
      }
    }
  }

  private mutating func bindCategories(of batch: borrowing ResponseBatch, row: Int) {
    let first = row * segmentCount
    for column in 0..<segmentCount {
      let index = batch.categories[first + column]
      let parameter = parameters[ratingCount + column]
      levels[column].bind(index, to: handle, at: parameter)
      if index < 0 {
        missing.bytes[Int(parameter - Parameter.firstQuestion)] = MissingLetter.letter(ofCategory: index)
      }
    }
  }

  /// Binds the reasons up to the last question without an answer, or NULL where all were answered.
  private mutating func bindMissing() {
    var count = questionCount
    while count > 0, missing.bytes[count - 1] == MissingLetter.answered { count -= 1 }
    missing.count = count
    missing.bind(to: handle, at: Parameter.missing)
  }

  private func step() throws {
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      let message = sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) }
      sqlite3_reset(handle)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
    sqlite3_reset(handle)
  }
}
