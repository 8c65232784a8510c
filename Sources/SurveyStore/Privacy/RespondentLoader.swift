internal import GRDB
internal import GRDBSQLite
public import SurveyModel

/// Enters stored responses into a register, with the numbers that the reader of a file gives the same answers.
struct RespondentLoader {
  private let database: Database
  private let survey: Survey
  /// Turns identifiers into pseudonyms; nil where they stay.
  var pseudonym: ((String) -> String)?

  /// The columns in front of the questions.
  private enum Column {
    static let respondent: Int32 = 0
    static let wave: Int32 = 1
    static let date: Int32 = 2
    static let weight: Int32 = 3
    static let missing: Int32 = 4
    static let firstQuestion: Int32 = 5
  }

  /// A question of the survey.
  private struct Place {
    /// The place of its letter in `missing`; nil where it has no column yet.
    let letter: Int?
    let isRating: Bool
    /// How many codes a point of its scale has.
    let steps: Int
  }

  init(_ database: Database, for survey: Survey, pseudonym: ((String) -> String)? = nil) {
    self.database = database
    self.survey = survey
    self.pseudonym = pseudonym
  }

  /// Everybody who was erased, and the respondents of the responses for which a condition in SQL holds.
  func register(where condition: String, arguments: StatementArguments) throws -> RespondentRegister {
    var register = RespondentRegister()
    // A file of version 1 has neither erasures nor comments.
    let isCurrent = try database.tableExists("erasedRespondent")
    if isCurrent {
      register.erased = try String.fetchSet(database, sql: "SELECT pseudonym FROM erasedRespondent")
    }
    guard survey.respondent != nil else { return register }
    let codebook = try Codebook(database)
    let places = survey.columnKinds.map { id, kind in
      let entry = codebook.entry(of: id)
      return Place(
        letter: entry.map { $0.position - 1 }, isRating: kind != .segment, steps: entry?.steps ?? 1)
    }
    let questions = survey.columnKinds.map { codebook.entry(of: $0.id) == nil ? "NULL" : $0.id.columnName }
    let comments = survey.comments.map { isCurrent ? RespondentLoader.comment($0.id) : "NULL" }
    let columns = ["respondent", "wave", "date", "weight", "missing"] + questions + comments
    let statement = try database.makeStatement(
      sql: """
        SELECT \(columns.joined(separator: ", ")) FROM response
        WHERE respondent IS NOT NULL AND (\(condition)) ORDER BY response
        """)
    try statement.setArguments(arguments)
    try read(statement, places, into: &register)
    return register
  }

  private static func comment(_ id: String) -> String {
    """
    (SELECT text FROM comment
      WHERE comment.response = response.response AND question = \(id.textLiteral))
    """
  }

  private func read(
    _ statement: Statement, _ places: [Place], into register: inout RespondentRegister
  ) throws {
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    var code = sqlite3_step(handle)
    while code == SQLITE_ROW {
      let wave = handle.isNull(at: Column.wave) ? nil : handle.string(at: Column.wave)
      let identifier = handle.string(at: Column.respondent)
      let respondent = ResponseFingerprint(respondent: pseudonym?(identifier) ?? identifier, wave: wave)
      register.enterStored(respondent: respondent.value, answers: answers(in: handle, places))
      code = sqlite3_step(handle)
    }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: sqlite3_errmsg(database.sqliteConnection).map { String(cString: $0) })
    }
  }

  /// The number of the answers in a row, as `RespondentGate` takes it from a batch.
  private func answers(in handle: SQLiteStatement, _ places: [Place]) -> UInt64 {
    var answers = ResponseFingerprint()
    let missing = handle.text(at: Column.missing)
    for (index, place) in places.enumerated() {
      let column = Column.firstQuestion + Int32(index)
      let letter = place.letter.map { $0 < missing.count ? missing[$0] : MissingLetter.answered }
      switch (handle.isNull(at: column), place.isRating) {
      case (false, true): answers.add(Int(handle.code(at: column, steps: place.steps)))
      case (true, true):
        answers.add(Int(MissingLetter.rating(of: letter ?? MissingLetter.notShown).code))
      case (false, false):
        var level = ResponseFingerprint()
        level.add(handle.text(at: column))
        answers.add(level.value)
      case (true, false):
        let reason = MissingLetter.rating(of: letter ?? MissingLetter.notShown).missingReason ?? .notShown
        answers.add(UInt64(bitPattern: Int64(ResponseBatch.missingCategory(reason))))
      }
    }
    let weight = handle.isNull(at: Column.weight) ? 1 : sqlite3_column_double(handle, Column.weight)
    answers.add(weight.bitPattern)
    let date = CalendarDate(iso8601: handle.string(at: Column.date))?.daysSince1970
    answers.add(Int(date ?? ResponseBatch.noDate))
    let firstComment = Column.firstQuestion + Int32(places.count)
    for comment in survey.comments.indices { answers.add(handle.text(at: firstComment + Int32(comment))) }
    return answers.value
  }
}

extension SQLiteStatement {
  /// A text; the empty one where it is NULL.
  fileprivate func string(at column: Int32) -> String {
    String(decoding: text(at: column), as: UTF8.self)
  }
}

extension ResponseStore {
  /// Everybody who is stored or was erased; nobody where there is no database yet.
  ///
  /// - Parameter pseudonymisation: How identifiers that are stored are to be taken for pseudonyms; nil where they stay.
  public func register(
    of survey: Survey, pseudonymisation: Pseudonymisation? = nil
  ) throws -> RespondentRegister {
    try readingIfStored { database in
      var loader = RespondentLoader(database, for: survey)
      if let pseudonymisation, try !StoredPrivacy(database).isPseudonymised {
        loader.pseudonym = pseudonymisation.pseudonym
      }
      return try loader.register(where: "1", arguments: [])
    } ?? RespondentRegister()
  }
}
