import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

@Suite("Headers of survey tools")
struct ExportPlatformTests {
  @Test("SurveyMonkey: questions that go on, and options in brackets")
  func surveyMonkey() {
    let records = [
      ["Respondent ID", "Start Date", "How likely?", "Which of these?", "", "Why?"],
      ["", "", "Response", "Price", "Service", "Open-Ended Response"], ["1", "x", "9", "Price", "", "no"],
    ]
    let header = ExportHeader.recognised(in: records, rows: nil)
    let names = [
      "Respondent ID", "Start Date", "How likely?", "Which of these? [Price]", "Which of these? [Service]",
      "Why?",
    ]
    #expect(header == ExportHeader(platform: "SurveyMonkey", rows: 2, names: names, texts: names))
  }

  @Test("SurveyMonkey with a row of codes above")
  func surveyMonkeyWithCodes() {
    let records = [
      ["", "Q1", "Q2_1", " "], ["Respondent ID", "How likely?", "Which?", "Filter"],
      ["", "Response", "Price", "Response"],
    ]
    let header = ExportHeader.recognised(in: records, rows: nil)
    #expect(header.rows == 3)
    #expect(header.names == ["Respondent ID", "Q1", "Q2_1", "Filter"])
    #expect(header.texts[2] == "Which? [Price]")
  }

  @Test("Qualtrics of the older kind: names for V1, V2, …")
  func qualtricsLegacy() {
    let records = [
      ["V1", "V2", "Q1", ""], ["ResponseID", "IPAddress", "How likely?", ""], ["R_1", "x", "9", ""],
    ]
    let header = ExportHeader.recognised(in: records, rows: nil)
    #expect(header.rows == 2)
    #expect(header.names == ["ResponseID", "IPAddress", "Q1", ""])
    #expect(header.texts == ["ResponseID", "IPAddress", "How likely?", ""])
  }

  @Test("One row: LimeSurvey, Google Forms, and any other")
  func oneRow() {
    let cases: [([String], String?)] = [
      (["id", "submitdate", "lastpage", "Q1[SQ001]"], "LimeSurvey"),
      (["Tijdstempel", "Hoe?"], "Google Forms"),
      (["Response ID", "Time Started", "Date Submitted", "Status", "Price:Rate us"], "Alchemer"),
      (["id", "nps"], nil), (["Timestamp"], nil),
    ]
    for (names, platform) in cases {
      var header = ExportHeader.recognised(in: [names, ["1"]], rows: nil)
      header.exclusions = []
      #expect(header == ExportHeader(platform: platform, rows: 1, names: names, texts: names))
    }
  }

  @Test("A table of a number, a moment, an age and a country is no export of LimeSurvey")
  func notLimeSurvey() {
    let rows = (1...5).map { ["\($0)", "2026-03-0\($0) 10:00:00", "3\($0)", "nl", "\($0 + 4)", "7"] }
    let names = ["id", "created", "age", "country", "nps", "price"]
    #expect(ExportHeader.recognised(in: [names] + rows, rows: nil).platform == nil)
    let seeded = rows.map { Array($0[..<4]) + ["123456\($0[0])", "9"] }
    let found = ExportHeader.recognised(
      in: [["Antwoord-ID", "Verzonden", "Pagina", "Taal", "Getal", "NPS"]] + seeded, rows: nil)
    #expect(found.platform == "LimeSurvey" && found.exclusions.map(\.column) == [1])
  }

  @Test("A number of header rows that is given holds against the tool's")
  func givenRows() {
    let records = [["V1", "Q1"], ["ResponseID", "How likely?"], ["R_1", "9"]]
    let header = ExportHeader.recognised(in: records, rows: 1)
    #expect(header == ExportHeader(platform: nil, rows: 1, names: records[0], texts: records[0]))
  }

  @Test("A draft takes names from the first row of Qualtrics and wordings from the second")
  func qualtricsDraft() throws {
    let file = try ResponseFile(at: ExportFixture.path("qualtrics.csv"))
    let draft = try SurveyDraft(of: file)
    #expect(draft.survey.outcome.source.name == "Q1")
    #expect(draft.survey.outcome.label == LocalizedText("How likely are you to recommend us?"))
    #expect(draft.survey.drivers.map(\.source.name) == ["Q2_1", "Q2_2"])
    #expect(draft.survey.segments.map(\.id) == ["region"])
    #expect(draft.survey.date?.source.name == "StartDate")
    #expect(draft.layout.hasPrefix("an export of Qualtrics, "))
    var sink = RecordingSink()
    let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
    #expect(summary.rowsStored == 30)
    #expect(sink.lines.first == 5)
  }

  /// The facts of the specimens' README.
  @Test(
    "Real headers", .enabled(if: Fixture.sharedData("README.md") != nil, "no ../shared/data"),
    arguments: [
      ("export-samples/qualtrics_three_header_rows_redacted.csv", "Qualtrics", 3, 195, 156),
      ("export-samples/qualtrics_sample_german_ui.csv", "Qualtrics", 3, 20, 1),
      ("export-samples/qualtrics_sample_legacy_bom.csv", "Qualtrics", 2, 16, 1),
      ("export-samples/surveymonkey_three_header_rows_osposurvey2022.csv", "SurveyMonkey", 3, 321, 1048),
      ("starwars-surveymonkey/StarWars.csv", "SurveyMonkey", 2, 38, 1186),
      ("sudzilla-google-form/responses_us_dates.csv", "Google Forms", 1, 11, 39),
      ("r-community-survey/2018_english_form_responses.tsv", "Google Forms", 1, 43, 3062),
      ("export-samples/limesurvey_french_short_codes.tsv", nil, 1, 21, 348),
    ] as [(String, String?, Int, Int, Int)])
  func realHeaders(path: String, platform: String?, headerRows: Int, columns: Int, rows: Int) throws {
    let file = try ResponseFile(at: #require(Fixture.sharedData(path)).path)
    let layout = try FileLayout(of: file, format: FileFormat())
    #expect(layout.header.platform == platform)
    #expect(layout.header.rows == headerRows)
    #expect(layout.headers.count == columns)
    var scanner = try file.scanner(layout.dialect)
    try layout.skipHeader(&scanner, in: file)
    var count = 0
    while try scanner.next(in: file) { count += scanner.isBlank ? 0 : 1 }
    #expect(count == rows)
  }

  private let answers = (0..<6).map { ["R_\($0)", "2026-03-0\($0 + 1)", "1", "100", "\($0)", "\(10 - $0)"] }

  @Test("Qualtrics without the row of JSON, as in workbooks, and without the texts")
  func qualtricsWithoutImportIds() {
    let names = ["ResponseId", "RecordedDate", "Finished", "Progress", "Q1", "Q2"]
    let texts = ["Antwort-ID", "Aufgezeichnetes Datum", "Beendet", "Fortschritt", "Empfehlung?", "Preis"]
    let both = ExportHeader.recognised(in: [names, texts] + answers, rows: nil)
    #expect(both.platform == "Qualtrics" && both.rows == 2 && both.names == names && both.texts == texts)
    let one = ExportHeader.recognised(in: [names] + answers, rows: nil)
    #expect(one.platform == "Qualtrics" && one.rows == 1 && one.texts == names)
    #expect(one.exclusions.count == 1)
  }

  @Test("Any file: questions below the names, options below questions, and a third row")
  func severalRows() {
    let rows = (0..<6).map { ["\($0)", "\(10 - $0)", "2026-03-0\($0 + 1)", "text"] }
    let names = ["V1", "V2", "V3", "V4"]
    let texts = ["Recommend?", "Price", "Date", "Why?"]
    let two = ExportHeader.recognised(in: [names, texts] + rows, rows: nil)
    #expect(two == ExportHeader(platform: nil, rows: 2, names: names, texts: texts))
    let three = ExportHeader.recognised(
      in: [names, texts, ["scale", "scale", "date", "open"]] + rows, rows: nil)
    #expect(three.rows == 3 && three.texts == texts)
    let gaps = [["Rate us:", "", "Date", "Why?"], ["Brand", "Price", "", ""]]
    let joined = ExportHeader.recognised(in: gaps + rows, rows: nil)
    #expect(joined.names == ["Rate us: [Brand]", "Rate us: [Price]", "Date", "Why?"])
    let scaled = ExportHeader.recognised(
      in: [["NPS", "Rate us", "", ""], ["0-10", "Price", "Date", "Why?"]] + rows, rows: nil)
    #expect(scaled.rows == 2 && scaled.names.first == "NPS [0-10]")
    #expect(QuestionNames(of: scaled.names).names.first == "NPS")
  }

  @Test(
    "A first response without numbers is no header",
    arguments: [
      ["n/a", "n/a", "", "x"], ["10 - very likely", "don't know", "2026-03-01", "x"], ["", "", "", "x"],
    ])
  func noHeader(response: [String]) {
    let rows = [response] + (0..<6).map { ["\($0)", "\(10 - $0)", "2026-03-0\($0 + 1)", "text"] }
    #expect(ExportHeader.recognised(in: [["a", "b", "c", "d"]] + rows, rows: nil).rows == 1)
  }
}
