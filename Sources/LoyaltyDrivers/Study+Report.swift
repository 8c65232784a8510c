import Foundation
import SurveyAnalysis
import SurveyModel
public import SurveyReport
import SurveyStore

/// A report and the name of what it is about.
public struct StudyReport: Sendable {
  /// The survey folder's or the export's name, without extension.
  public let name: String
  /// All that the page is made of.
  public let content: ReportContent
  /// The language of the page.
  public let language: ReportLanguage

  /// The page.
  public var html: String { ReportPage().html(for: content, in: language) }

  /// Writes the page as `index.html` into a folder, which is made if it is not there.
  ///
  /// The file appears as a whole or not at all.
  ///
  /// - Returns: The path of the file.
  public func write(to folder: String) throws -> String {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder.hasSuffix("/") ? "\(folder)index.html" : "\(folder)/index.html"
    try Data(html.utf8).write(to: URL(filePath: path), options: .atomic)
    return path
  }
}

extension Study {
  /// The report: the last wave's score and segments, the trend, and the ranking over all responses.
  ///
  /// Where the outcome is on a scale without promoters, the score is the balance of its highest and lowest answers,
  /// and the report says that it is no net promoter score.
  ///
  /// - Parameters:
  ///   - language: The language; the survey's own if nil.
  ///   - seed: The seed of the random numbers behind the intervals of the ranking.
  ///   - toolVersion: The version the report names.
  ///   - notes: Sentences about what was guessed.
  /// - Throws: `StoreError` or `AnalysisError`, but not for a ranking that cannot be made: the report then says why.
  public func report(
    in language: ReportLanguage? = nil, seed: UInt64 = 1, toolVersion: String, notes: [String] = []
  ) throws -> StudyReport {
    let table = try responses()
    let lastWave = table.waves?.levels.last
    let latest = lastWave.flatMap(table.inWave) ?? table
    let segments = survey.segments.map(\.id)
    let options = ScoreOptions(acceptsAnyScale: true)
    let content = try ReportContent(
      survey: survey, provenance: provenance(of: table, toolVersion: toolVersion), wave: lastWave,
      fieldwork: Study.dates(of: latest),
      score: ScoreAnalysis(of: survey, latest, by: segments, options: options),
      trend: trend(of: table, by: segments, options: options),
      drivers: ranking(of: table, seed: seed), quality: quality(of: table, seed: seed),
      sensitivity: sensitivity(of: table), notes: notes)
    return StudyReport(
      name: folder.lastPathComponent, content: content,
      language: language ?? ReportLanguage(code: survey.language))
  }

  /// The score over time, or nil where there are neither waves nor dates.
  private func trend(
    of table: ResponseTable, by segments: [String], options: ScoreOptions
  ) throws -> TrendAnalysis? {
    guard table.waves != nil || table.dates != nil else { return nil }
    return try TrendAnalysis(
      of: survey, table, period: Study.usualPeriod(of: table), by: segments, options: options)
  }

  private func ranking(of table: ResponseTable, seed: UInt64) -> Result<DriverAnalysis, AnalysisError> {
    Result { () throws(AnalysisError) in
      try DriverAnalysis(of: survey, table, options: DriverOptions(seed: seed))
    }
  }

  /// Nil where there is no ranking either, whose reason the report tells.
  private func quality(of table: ResponseTable, seed: UInt64) -> DataQuality? {
    try? DataQuality(of: survey, table, seed: seed)
  }

  /// Choices that take more than a second or so are left out of a report; `loyalty drivers --sensitivity` has them.
  private func sensitivity(of table: ResponseTable) -> SensitivityPanel? {
    let options = SensitivityOptions(mostLogisticWork: 4_000_000, mostImputationWork: 50_000)
    return try? SensitivityPanel(of: survey, table, options: options)
  }

  private func provenance(of table: ResponseTable, toolVersion: String) throws -> Provenance {
    let files = try store.imports().filter { $0.replacedBy == nil }.map {
      Provenance.File(
        name: $0.fileName, digest: $0.digest, rowsRead: $0.rowsRead, rowsStored: $0.rowsStored,
        rowsRejected: $0.rowsRejected)
    }
    let answers = survey.ratings.map { question in
      Study.answers(to: question.id, in: table.ratings[question.id] ?? [])
    }
    return Provenance(files: files, dates: Study.dates(of: table), answers: answers, toolVersion: toolVersion)
  }

  private static func answers(to question: String, in ratings: [Rating]) -> Provenance.Answers {
    var missing: [MissingReason: Int] = [:]
    for rating in ratings {
      if let reason = rating.missingReason { missing[reason, default: 0] += 1 }
    }
    let answered = ratings.count - missing.values.reduce(0, +)
    return Provenance.Answers(question: question, answered: answered, missing: missing)
  }

  private static func dates(of table: ResponseTable) -> ClosedRange<CalendarDate>? {
    let known = (table.dates ?? []).filter { $0 != ResponseBatch.noDate }
    guard let first = known.min(), let last = known.max() else { return nil }
    return CalendarDate(daysSince1970: first)...CalendarDate(daysSince1970: last)
  }
}
