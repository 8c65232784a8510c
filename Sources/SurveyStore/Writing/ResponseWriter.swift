internal import GRDB
public import SurveyModel

/// Writes the responses of one import; the store makes one for each.
public struct ResponseWriter: ResponseSink {
  /// The respondents who are stored and must not be stored a second time, and those who were erased.
  public let register: RespondentRegister
  private let target: Target?
  private let stored: StoredWaves

  /// Where responses go; a rehearsal has none.
  private final class Target {
    var inserter: ResponseInserter
    let comments: CommentInserter
    let rejection: Statement
    let importID: Int

    init(inserter: consuming ResponseInserter, importID: Int, in database: Database) throws {
      self.inserter = inserter
      self.importID = importID
      comments = try CommentInserter(in: database)
      rejection = try database.makeStatement(
        sql: """
          INSERT INTO rejectedRow (import, line, "column", code, cell, summary, respondent)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """)
    }
  }

  /// How many responses have been stored, by index into the levels of the waves; the last counts those without.
  private var waveCounts: [Int] = []
  private var countWithoutWave = 0
  private var waveLevels: [String] = []

  init(
    _ inserter: consuming ResponseInserter, record: ImportRecord, register: RespondentRegister,
    in database: Database
  ) throws {
    stored = record.stored
    self.register = register
    target = try Target(inserter: inserter, importID: record.id, in: database)
  }

  /// A writer that writes nothing and refuses what would be refused.
  init(rehearsing stored: StoredWaves, register: RespondentRegister) {
    self.stored = stored
    self.register = register
    target = nil
  }

  /// Stores the responses of a batch.
  public mutating func store(_ batch: borrowing ResponseBatch) throws {
    try countWaves(of: batch)
    guard batch.count > 0, let target else { return }
    try target.comments.insert(batch, from: target.inserter.nextResponse)
    try target.inserter.insert(batch)
  }

  /// Puts what has been stored where it belongs; until then it is on its way.
  func finish() throws { try target?.inserter.finish() }

  /// Keeps a row that could not be read, with its place and the reason.
  public mutating func reject(_ row: RejectedRow) throws {
    guard let target else { return }
    try target.rejection.execute(
      arguments: [
        target.importID, row.line, row.column, row.code, row.cell, row.summary, row.respondent,
      ])
  }

  /// How many responses have been stored per wave; nil stands for those without.
  var responsesPerWave: [(wave: String?, responses: Int)] {
    let waves = zip(waveLevels, waveCounts).filter { $0.1 > 0 }
    return waves.map { ($0.0, $0.1) } + (countWithoutWave > 0 ? [(nil, countWithoutWave)] : [])
  }

  /// Counts the responses per wave and refuses a wave that may not be stored as soon as it turns up.
  private mutating func countWaves(of batch: borrowing ResponseBatch) throws {
    if batch.waveLevels.count > waveLevels.count {
      waveLevels = batch.waveLevels
      waveCounts += Array(repeating: 0, count: waveLevels.count - waveCounts.count)
    }
    if batch.waves.isEmpty, batch.count > 0 {
      if countWithoutWave == 0 { try stored.check(wave: nil) }
      countWithoutWave += batch.count
    }
    for index in batch.waves {
      if index < 0 {
        if countWithoutWave == 0 { try stored.check(wave: nil) }
        countWithoutWave += 1
      } else {
        if waveCounts[Int(index)] == 0 { try stored.check(wave: waveLevels[Int(index)]) }
        waveCounts[Int(index)] += 1
      }
    }
  }
}
