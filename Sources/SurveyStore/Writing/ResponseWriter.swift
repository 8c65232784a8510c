internal import GRDB
public import SurveyModel

/// Writes the responses of one import; the store makes one for each.
public struct ResponseWriter: ResponseSink {
  private var inserter: ResponseInserter
  private let record: ImportRecord
  private let rejection: Statement
  /// How many responses have been stored, by index into the levels of the waves; the last counts those without.
  private var waveCounts: [Int] = []
  private var countWithoutWave = 0
  private var waveLevels: [String] = []

  init(for survey: Survey, codebook: Codebook, record: ImportRecord, in database: Database) throws {
    self.record = record
    inserter = try ResponseInserter(for: survey, codebook: codebook, importID: record.id, in: database)
    rejection = try database.makeStatement(
      sql: """
        INSERT INTO rejectedRow (import, line, "column", code, cell, summary) VALUES (?, ?, ?, ?, ?, ?)
        """)
  }

  /// Stores the responses of a batch.
  public mutating func store(_ batch: borrowing ResponseBatch) throws {
    try countWaves(of: batch)
    try inserter.insert(batch)
  }

  /// Keeps a row that could not be read, with its place and the reason.
  public mutating func reject(_ row: RejectedRow) throws {
    try rejection.execute(arguments: [record.id, row.line, row.column, row.code, row.cell, row.summary])
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
      if countWithoutWave == 0 { try record.check(wave: nil) }
      countWithoutWave += batch.count
    }
    for index in batch.waves {
      if index < 0 {
        if countWithoutWave == 0 { try record.check(wave: nil) }
        countWithoutWave += 1
      } else {
        if waveCounts[Int(index)] == 0 { try record.check(wave: waveLevels[Int(index)]) }
        waveCounts[Int(index)] += 1
      }
    }
  }
}
