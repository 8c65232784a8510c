import SurveyModel

/// The whole account of an export, as JSON: the keys of `ImportRecord`, and what only a check looks at.
struct CheckRecord: Encodable {
  private let record: ImportRecord
  private let account: ExportAccount
  private let waves: WaveComparison

  init(_ account: ExportAccount, _ waves: WaveComparison) {
    record = ImportRecord(account.summary)
    self.account = account
    self.waves = waves
  }

  private enum Key: String, CodingKey {
    case cells, identicalRows, completeRows, incompleteRows, rowsWithoutOutcome, testRows, straightLining
    case speed, aliases, dropped, added
  }

  func encode(to encoder: any Encoder) throws {
    try record.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(account.cells.map(Cells.init), forKey: .cells)
    try container.encode(account.identicalRows, forKey: .identicalRows)
    try container.encode(account.completeRows, forKey: .completeRows)
    try container.encode(account.incompleteRows, forKey: .incompleteRows)
    try container.encode(account.rowsWithoutOutcome, forKey: .rowsWithoutOutcome)
    try container.encode(account.testRows, forKey: .testRows)
    try container.encode(account.straightLining.map(Lining.init), forKey: .straightLining)
    try container.encode(account.speed.map(Speed.init), forKey: .speed)
    try container.encode(waves.proposals.map(Alias.init), forKey: .aliases)
    try container.encode(waves.dropped, forKey: .dropped)
    try container.encode(waves.added, forKey: .added)
  }

  private struct Cells: Encodable {
    let id: String
    let coded: Int
    @Nullable var range: IntervalRecord<Double>?
    let distinctAnswers: Int
    let offScale: Int
    let spikes: [Spike]

    struct Spike: Encodable {
      let number: Double
      let count: Int
    }

    init(_ cells: CellAccount) {
      id = cells.id
      coded = cells.coded
      range = cells.range.map(IntervalRecord.init)
      distinctAnswers = cells.distinctAnswers
      offScale = cells.offScale
      spikes = cells.spikes.map { Spike(number: $0.value, count: $0.count) }
    }
  }

  private struct Lining: Encodable {
    let count: Int
    let base: Int
    let fewestItems: Int

    init(_ lining: StraightLining) {
      (count, base, fewestItems) = (lining.count, lining.base, lining.fewestItems)
    }
  }

  private struct Speed: Encodable {
    let header: String
    let base: Int
    let median: Double
    let speeders: Int

    init(_ speed: ResponseSpeed) {
      (header, base, median, speeders) = (speed.header, speed.base, speed.median, speed.speeders)
    }
  }

  private struct Alias: Encodable {
    let path: String
    let id: String
    let isAmbiguous: Bool
    let line: String
    let candidates: [Candidate]

    struct Candidate: Encodable {
      let header: String
      let score: Double
      let nameSimilarity: Double
      let scaleFit: Double
      @Nullable var answerDistance: Double?
    }

    init(_ proposal: AliasProposal) {
      (path, id, isAmbiguous, line) = (proposal.path, proposal.id, proposal.isAmbiguous, proposal.line)
      candidates = proposal.candidates.map {
        Candidate(
          header: $0.header, score: $0.score, nameSimilarity: $0.nameSimilarity, scaleFit: $0.scaleFit,
          answerDistance: $0.answerDistance)
      }
    }
  }
}
