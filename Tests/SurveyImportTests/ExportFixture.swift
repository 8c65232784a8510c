import Foundation
import SurveyModel
import TestSupport

@testable import SurveyImport

/// A sink that keeps everything.
struct RecordingSink: ResponseSink {
  var ratings: [[Rating]] = []
  var categories: [[Int32]] = []
  var weights: [Double] = []
  var dates: [Int32] = []
  var waves: [String] = []
  var respondents: [String] = []
  var lines: [Int] = []
  var levels: [[String]] = []
  var rejected: [RejectedRow] = []
  var batches = 0

  mutating func store(_ batch: borrowing ResponseBatch) {
    batches += 1
    let (width, groups) = (batch.ratingIDs.count, batch.segmentIDs.count)
    for row in 0..<batch.count {
      ratings.append(Array(batch.ratings[(row * width)..<((row + 1) * width)]))
      categories.append(Array(batch.categories[(row * groups)..<((row + 1) * groups)]))
    }
    weights += batch.weights
    dates += batch.dates
    waves += batch.waves.map { [levels = batch.waveLevels] in levels[Int($0)] }
    respondents += batch.respondents
    lines += batch.lines
    levels = batch.levels
  }

  mutating func reject(_ row: RejectedRow) { rejected.append(row) }
}

/// The files beside the tests, and files made for a test.
enum ExportFixture {
  static let folder = Fixture.url("Tests/SurveyImportTests/Exports")

  static func path(_ name: String) -> String { folder.appending(path: name).path }

  static func survey() throws -> Survey {
    try SurveyFileReader().read(at: path("survey.yaml")).survey
  }

  /// Reads a file of the folder as the account a user would see: all diagnostics, then the counts.
  static func account(of name: String) throws -> String {
    var sink = RecordingSink()
    do {
      let summary = try ResponseReader(for: survey()).read(ResponseFile(at: path(name)), into: &sink)
      let counts = "read \(summary.rowsRead), stored \(summary.rowsStored), rejected \(summary.rowsRejected)"
      return text(of: summary.diagnostics) + counts + "\n"
    } catch let error as ImportError {
      return text(of: error.diagnostics) + "refused\n"
    }
  }

  static func text(of diagnostics: [Diagnostic]) -> String {
    diagnostics.map { DiagnosticFormatter().text(of: $0) + "\n\n" }.joined()
      .replacingOccurrences(of: folder.path + "/", with: "")
  }

  /// Writes bytes into a file and calls a function with its path.
  static func withFile<Result>(
    _ bytes: [UInt8], name: String = "export.csv", _ body: (String) throws -> Result
  ) throws -> Result {
    try Fixture.withTemporaryFolder { folder in
      let url = folder.appending(path: name)
      try Data(bytes).write(to: url)
      return try body(url.path)
    }
  }

  /// Reads a text with a survey.
  static func read(
    _ text: String, with yaml: String, name: String = "export.csv", wave: String? = nil,
    treatment: RespondentTreatment = RespondentTreatment()
  ) throws -> (summary: ImportSummary, sink: RecordingSink) {
    let survey = try SurveyFileReader().read(yaml, file: "survey.yaml").survey
    return try withFile(Array(text.utf8), name: name) { path in
      var sink = RecordingSink()
      let reader = ResponseReader(for: survey, wave: wave)
      return (try reader.read(ResponseFile(at: path), into: &sink, treatment: treatment), sink)
    }
  }
}
