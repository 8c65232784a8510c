import Foundation
import SurveyModel
import SurveyStore
import TestSupport

/// A response as a test writes it.
struct SampleResponse {
  var score: Rating
  var price: Rating
  var region: String?
  var wave: String?
  var date: Int32 = ResponseBatch.noDate
  var weight: Double = 1
  var respondent = ""

  init(
    _ score: Rating, _ price: Rating, _ region: String?, wave: String? = nil, date: CalendarDate? = nil,
    weight: Double = 1, respondent: String = ""
  ) {
    (self.score, self.price, self.region, self.wave, self.weight) = (score, price, region, wave, weight)
    self.date = date?.daysSince1970 ?? ResponseBatch.noDate
    self.respondent = respondent
  }
}

/// A file as a test imports it: the reader's part, without a file.
struct SampleFile {
  var survey = SampleFile.survey()
  var name = "export.csv"
  var digest = "aa"
  var responses: [SampleResponse] = []
  var rejected: [RejectedRow] = []
  var batchSize = 2

  /// A survey with a score, a price and a region.
  static func survey(
    extra: [Question] = [], priceScale: Scale = Scale(minimum: 1, maximum: 5), hasWaves: Bool = true
  ) -> Survey {
    let price = Question(
      id: "price", source: ColumnSource(name: "Q2"), label: LocalizedText("Price"), scale: priceScale)
    let north = Segment.Value(
      code: "n", label: LocalizedText(translations: [("nl", "Noord"), ("en", "North")]))
    let south = Segment.Value(code: "s", label: LocalizedText("Zuid"))
    return Survey(
      title: LocalizedText("Sample"), language: "nl",
      outcome: Question(
        id: "score", source: ColumnSource(name: "Q1"), label: LocalizedText("Score"), scale: .recommendation),
      drivers: [price] + extra,
      segments: [
        Segment(
          id: "region", source: ColumnSource(name: "R"), label: LocalizedText("Regio"),
          values: [south, north])
      ],
      weight: ColumnSource(name: "W"),
      date: DateSource(source: ColumnSource(name: "D"), order: .yearMonthDay),
      wave: hasWaves ? .column(ColumnSource(name: "V")) : nil, respondent: ColumnSource(name: "Nr"))
  }

  /// Imports the file.
  @discardableResult
  func store(in store: ResponseStore, _ mode: ImportMode = .refuseChanges) throws -> ImportOutcome {
    try store.importResponses(of: survey, fileName: name, digest: digest, mode: mode) { writer in
      try write(into: &writer)
    }
  }

  /// Hands the responses to a sink, as a reader would.
  func write(into sink: inout some ResponseSink) throws -> ImportSummary {
    var batch = ResponseBatch(for: survey)
    for (index, response) in responses.enumerated() {
      append(response, line: index + 2, to: &batch)
      if batch.count == batchSize || index == responses.count - 1 {
        try sink.store(batch)
        batch.removeResponses()
      }
    }
    for row in rejected { try sink.reject(row) }
    var summary = ImportSummary(fileName: name, digest: digest)
    summary.rowsRead = responses.count + rejected.count
    summary.rowsStored = responses.count
    summary.rowsRejected = rejected.count
    return summary
  }

  private func append(_ response: SampleResponse, line: Int, to batch: inout ResponseBatch) {
    let extra = survey.drivers.dropFirst().map { _ in Rating(3) }
    batch.ratings += [response.score, response.price] + extra
    let region = response.region.map { SampleFile.index(of: $0, in: &batch.levels[0]) }
    batch.categories.append(region ?? ResponseBatch.missingCategory(.dontKnow))
    if survey.wave != nil {
      batch.waves.append(response.wave.map { SampleFile.index(of: $0, in: &batch.waveLevels) } ?? -1)
    }
    batch.weights.append(response.weight)
    batch.dates.append(response.date)
    batch.respondents.append(response.respondent)
    batch.lines.append(line)
    batch.count += 1
  }

  private static func index(of text: String, in levels: inout [String]) -> Int32 {
    if !levels.contains(text) { levels.append(text) }
    return Int32(levels.firstIndex(of: text) ?? -1)
  }
}

/// Calls a function with a store in a new folder that is removed afterwards.
func withStore<Result>(_ body: (ResponseStore) throws -> Result) throws -> Result {
  try Fixture.withTemporaryFolder { folder in
    try body(ResponseStore(path: folder.appending(path: "responses.sqlite").path))
  }
}
