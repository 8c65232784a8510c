import SurveyModel

/// Looks at the rows of an export beyond what an import needs to know of them.
struct ExportInspection {
  private let survey: Survey
  private let decimalMark: UInt8
  private let width: Int
  /// The rating questions that the file has a column for: their place among the survey's, and their cells.
  private var ratings: [(place: Int, counts: CellCounts)]
  private let segments: [Int?]
  private var segmentCoded: [Int]
  private var segmentLevels: [Set<Int32>]
  private var times: ResponseTimes?
  private let tests: TestAnswers
  private var rows: Set<UInt64> = []
  private var account: ExportAccount

  /// Nothing has been looked at.
  init(of survey: Survey, in layout: FileLayout, _ columns: ColumnMatching, summary: ImportSummary) {
    self.survey = survey
    decimalMark = layout.decimalMark
    width = layout.headers.count
    ratings = zip(survey.ratings, columns.ratings).enumerated().compactMap { place, found in
      found.1.map { (place, CellCounts(of: found.0, column: $0)) }
    }
    segments = columns.segments
    segmentCoded = segments.map { _ in 0 }
    segmentLevels = segments.map { _ in [] }
    times = ResponseTimes(in: layout.headers)
    tests = TestAnswers(in: layout.headers, comments: columns.comments.compactMap(\.self))
    account = ExportAccount(summary: summary)
  }

  /// Looks at a record that is an answer, kept or not.
  mutating func look(at scanner: borrowing DelimitedScanner) {
    var fingerprint = ResponseFingerprint()
    for cell in 0..<width { fingerprint.add(scanner.bytes(of: cell)) }
    if !rows.insert(fingerprint.value).inserted { account.identicalRows += 1 }
    if tests.isTest(scanner) { account.testRows += 1 }
    times?.add(scanner, decimalMark: decimalMark)
  }

  /// Looks at a record that was rejected.
  mutating func lookAtRejected(_ scanner: borrowing DelimitedScanner) {
    for index in ratings.indices { ratings[index].counts.addRejected(scanner) }
  }

  /// Looks at a record that is the last response of a batch.
  mutating func lookAtKept(_ scanner: borrowing DelimitedScanner, in batch: borrowing ResponseBatch) {
    let first = (batch.count - 1) * batch.ratingIDs.count
    var (shown, skipped) = (0, 0)
    for index in ratings.indices {
      let rating = batch.ratings[first + ratings[index].place]
      ratings[index].counts.add(rating, scanner)
      if rating != .notShown { shown += 1 }
      if rating == .skipped { skipped += 1 }
    }
    if skipped == 0 { account.completeRows += 1 }
    if skipped * 2 > shown { account.incompleteRows += 1 }
    if batch.ratings[first].isMissing { account.rowsWithoutOutcome += 1 }
    let firstSegment = (batch.count - 1) * batch.segmentIDs.count
    for (index, column) in segments.enumerated() {
      guard let column else { continue }
      let level = batch.categories[firstSegment + index]
      if level >= 0 {
        segmentLevels[index].insert(level)
      } else if !FoldedText.trimmed(scanner.text(of: column)).isEmpty {
        segmentCoded[index] += 1
      }
    }
  }

  /// The account of the whole file.
  consuming func finished(_ summary: ImportSummary) -> ExportAccount {
    account.summary = summary
    account.speed = times?.speed
    let found = Dictionary(
      ratings.map { ($0.place, $0.counts.account) }, uniquingKeysWith: { first, _ in first })
    account.cells = survey.ratings.enumerated().map { found[$0] ?? CellAccount(id: $1.id) }
    for (index, segment) in survey.storedSegments.enumerated() {
      var cells = CellAccount(id: segment.id)
      cells.coded = segmentCoded[index]
      cells.distinctAnswers = segmentLevels[index].count
      account.cells.append(cells)
    }
    return account
  }
}
