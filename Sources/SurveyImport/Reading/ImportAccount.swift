import SurveyModel

/// Keeps count of what a file holds while it is read.
struct ImportAccount {
  /// The summary so far; its columns are filled in at the end.
  private(set) var summary: ImportSummary

  private var ratingCounts: [ReasonCounts]
  private var segmentCounts: [ReasonCounts]
  private var lowestOutcomes = 0
  private var excludedRows: [Int: Int] = [:]
  private let file: ResponseFile
  private let survey: Survey

  private static let mostOfACode = 20

  private struct ReasonCounts {
    var answered = 0
    var skipped = 0
    var notShown = 0
    var dontKnow = 0
  }

  /// An account of a file of which nothing has been read.
  init(of file: ResponseFile, for survey: Survey) {
    self.file = file
    self.survey = survey
    summary = ImportSummary(fileName: file.name, digest: file.digest)
    ratingCounts = survey.ratings.map { _ in ReasonCounts() }
    segmentCounts = survey.storedSegments.map { _ in ReasonCounts() }
  }

  /// Takes down a diagnostic; after the first 20 of a code they are only counted.
  mutating func add(_ diagnostic: Diagnostic) {
    let count = summary.diagnosticCounts[diagnostic.code, default: 0] + 1
    summary.diagnosticCounts[diagnostic.code] = count
    if count <= ImportAccount.mostOfACode { summary.diagnostics.append(diagnostic) }
  }

  /// Counts a row that is empty from end to end.
  mutating func countBlankRow() { summary.rowsBlank += 1 }

  /// Counts a row that is no answer, by the number of the exclusion in the header.
  mutating func countRow(excludedBy exclusion: Int) { excludedRows[exclusion, default: 0] += 1 }

  /// Counts a row, stored or not.
  mutating func countRow(isRejected: Bool) {
    summary.rowsRead += 1
    if isRejected { summary.rowsRejected += 1 }
  }

  /// Counts a row of somebody who was erased.
  mutating func countErasedRow() {
    summary.rowsRead += 1
    summary.rowsErased += 1
  }

  /// Counts what a response is beside those seen before.
  mutating func count(_ verdict: RespondentRegister.Verdict) {
    switch verdict {
    case .first: break
    case .stored:
      summary.rowsRepeated += 1
      summary.rowsStoredBefore += 1
    case .repeated: summary.rowsRepeated += 1
    case .conflicting: summary.rowsConflicting += 1
    case .another: summary.respondentsRepeated += 1
    }
  }

  /// Counts the answers of a batch that was stored.
  mutating func count(_ batch: borrowing ResponseBatch) {
    summary.rowsStored += batch.count
    countRatings(batch)
    var index = 0
    for category in batch.categories {
      switch category {
      case -1: segmentCounts[index].skipped += 1
      case -2: segmentCounts[index].notShown += 1
      case -3: segmentCounts[index].dontKnow += 1
      default: segmentCounts[index].answered += 1
      }
      index = index + 1 == segmentCounts.count ? 0 : index + 1
    }
    summary.zeroWeights += batch.weights.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
    for date in batch.dates where date != ResponseBatch.noDate {
      let known = summary.dates ?? date...date
      summary.dates = min(known.lowerBound, date)...max(known.upperBound, date)
    }
    summary.waves = batch.waveLevels
  }

  private mutating func countRatings(_ batch: borrowing ResponseBatch) {
    let lowest = Rating(survey.outcome.scale.minimum)
    var index = 0
    for rating in batch.ratings {
      switch rating {
      case .skipped: ratingCounts[index].skipped += 1
      case .notShown: ratingCounts[index].notShown += 1
      case .dontKnow: ratingCounts[index].dontKnow += 1
      default: ratingCounts[index].answered += 1
      }
      if index == 0, rating == lowest { lowestOutcomes += 1 }
      index = index + 1 == ratingCounts.count ? 0 : index + 1
    }
  }

  /// The whole account, with what can only be said at the end.
  consuming func finished(_ header: ExportHeader, _ columns: ColumnMatching) -> ImportSummary {
    let headers = header.names
    if summary.rowsBlank > 0 { add(.blankRows(summary.rowsBlank, in: file.path)) }
    for (index, exclusion) in header.exclusions.enumerated() {
      guard let count = excludedRows[index] else { continue }
      let header = headers[exclusion.column]
      add(.rowsLeftOut(count, exclusion, header: header, in: file.path))
      summary.rowsLeftOut.append(.init(header: header, reason: exclusion.reason, count: count))
    }
    for note in Diagnostic.respondents(of: summary, in: file.path) { add(note) }
    let scale = survey.outcome.scale
    if scale == .recommendation, ratingCounts[0].answered >= 200, lowestOutcomes == 0 {
      add(.noZeros(among: ratingCounts[0].answered, in: file.path, id: survey.outcome.id))
    }
    summary.headers = headers
    summary.ignoredHeaders = columns.ignoredHeaders
    summary.columns =
      zip(survey.ratings, zip(columns.ratings, ratingCounts)).map { question, found in
        ImportAccount.column(question.id, found.0.map { headers[$0] }, found.1)
      }
      + zip(survey.storedSegments, zip(columns.segments, segmentCounts)).map { segment, found in
        ImportAccount.column(segment.id, found.0.map { headers[$0] }, found.1)
      }
    return summary
  }

  private static func column(
    _ id: String, _ header: String?, _ counts: ReasonCounts
  ) -> ImportSummary.Column {
    var column = ImportSummary.Column(id: id, header: header)
    column.answered = counts.answered
    let reasons: [(MissingReason, Int)] = [
      (.skipped, counts.skipped), (.notShown, counts.notShown), (.dontKnow, counts.dontKnow),
    ]
    for (reason, count) in reasons where count > 0 { column.missing[reason] = count }
    return column
  }
}

extension Diagnostic {
  fileprivate static func blankRows(_ count: Int, in path: String) -> Diagnostic {
    Diagnostic(
      .note, .rowsBlank, at: SourceLocation(file: path),
      count == 1
        ? "1 row is empty from end to end and was passed over"
        : "\(count) rows are empty from end to end and were passed over")
  }

  fileprivate static func noZeros(among count: Int, in path: String, id: String) -> Diagnostic {
    Diagnostic(
      .warning, .outcomeWithoutZeros, at: SourceLocation(file: path),
      "not one of \(count) answers to \(id) is 0; some tools lose zeros when they export",
      fix: "compare the number of detractors with the survey tool")
  }
}
