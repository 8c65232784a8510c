import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

/// The workbooks of the folder were written by hand after ECMA-376, part 1.
@Suite("Excel workbooks")
struct WorkbookTests {
  private let expected = """
    Klantonderzoek,,,,

    aanbevelen,Prijs & kwaliteit,regio,datum,toelichting
    10,"8,0","Noord, ""oost""\",2021-01-01 12:00:00,regel een regel twee
    0,,Zuid,2021-02-01,
    7,3,#N/A,,

    ,4,TRUE,2021-03-01,

    """

  @Test(
    "Shared, inline and computed texts, dates from 1900 and 1904, rows and cells left out",
    arguments: ["workbook.xlsx", "workbook-1904.xlsx"])
  func cells(name: String) throws {
    let workbook = try Workbook(path: ExportFixture.path(name))
    #expect(String(decoding: workbook.text, as: UTF8.self) == expected)
    #expect(workbook.sheet == "Antwoorden")
    #expect(workbook.otherSheets == ["Uitleg"])
  }

  /// The workbook was written by openpyxl.
  @Test("Numbers kept as texts, errors, booleans and dates below a title are read for what they are")
  func kinds() throws {
    let file = try ResponseFile(at: ExportFixture.path("cells.xlsx"))
    let draft = try SurveyDraft(of: file)
    #expect(draft.survey.drivers.map(\.id) == ["prijs", "snelheid"])
    #expect(Set(draft.survey.drivers[0].missingCodes.map(\.text)) == ["#DIV/0!", "#N/A"])
    #expect(draft.survey.drivers[0].missingCodes.allSatisfy { $0.reason == .skipped })
    #expect(draft.survey.respondent?.name == "nummer")
    var sink = RecordingSink()
    let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
    #expect(summary.rowsStored == 40)
    #expect(sink.levels == [["TRUE", "FALSE"]])
    #expect(CalendarDate(daysSince1970: sink.dates[0]).description == "2026-03-01")
  }

  @Test("A workbook larger than allowed, a cut one, and another archive are refused")
  func refused() throws {
    #expect(throws: WorkbookFailure.tooLarge) {
      try Workbook(path: ExportFixture.path("workbook.xlsx"), limit: 2000)
    }
    #expect(throws: WorkbookFailure.damaged(part: "the archive")) {
      try Workbook(path: ExportFixture.path("workbook-cut.xlsx"))
    }
    #expect(throws: WorkbookFailure.noWorkbook) { try Workbook(path: ExportFixture.path("archive.xlsx")) }
  }

  @Test("Any damage to a workbook is refused or read, without a crash")
  func damage() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: ExportFixture.path("workbook.xlsx"))))
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[place] ^= 0x5A
      try ExportFixture.withFile(damaged, name: "damaged.xlsx") { path in
        do throws(WorkbookFailure) {
          #expect(try Workbook(path: path).text.count < 2000)
        } catch {
          #expect(error != .tooLarge)
        }
      }
    }
  }

  @Test("Rows are imported with the row and the number of the cell as their place")
  func imported() throws {
    let yaml = """
      title: x
      format: {delimiter: ";", decimal: ","}
      outcome: {column: aanbevelen}
      drivers: {prijs: {column: Prijs & kwaliteit, scale: 1-10}}
      segments: {regio: {values: [Zuid, "Noord, \\"oost\\""], missing: {skipped: "#N/A"}}}
      date: {column: datum, order: day-month-year}
      """
    let survey = try SurveyFileReader().read(yaml, file: "survey.yaml").survey
    var sink = RecordingSink()
    let file = try ResponseFile(at: ExportFixture.path("workbook.xlsx"))
    let summary = try ResponseReader(for: survey).read(file, into: &sink)
    #expect(sink.ratings == [[Rating(10), Rating(8)], [Rating(0), .skipped], [Rating(7), Rating(3)]])
    let days = [(2021, 1, 1), (2021, 2, 1)].map { CalendarDate(year: $0.0, month: $0.1, day: $0.2) }
    #expect(sink.dates.prefix(2).elementsEqual(days.compactMap { $0?.daysSince1970 }))
    #expect(sink.rejected.map(\.line) == [8])
    #expect(
      summary.diagnostics.map(\.code).sorted() == ["rows-blank", "segment-value-unknown", "sheet-chosen"])
    let fault = try #require(summary.diagnostics.first { $0.code == "segment-value-unknown" })
    #expect(fault.location.line == 8 && fault.location.column == 3)
  }

  @Test(
    "Formats that show dates",
    arguments: [
      ("dd/mm/yyyy", true), ("[$-413]d mmmm yyyy;@", true), ("0.00", false), ("General", false),
      ("0\" days\"", false), ("[Red]0", false), ("hh:mm", true), ("#,##0\\ \\d", false),
    ])
  func formats(format: String, isDate: Bool) {
    #expect(WorkbookStyles.showsDate(format) == isDate)
  }

  /// The publisher's own CSV of the same answers.
  @Test(
    "A real workbook holds the same answers as the CSV beside it",
    .enabled(if: Fixture.sharedData("README.md") != nil, "no ../shared/data"))
  func realWorkbook() throws {
    let path = "spack-user-survey/spack-user-survey-2022-responses"
    let text = try ResponseFile(at: #require(Fixture.sharedData(path + ".csv")).path)
    let workbook = try ResponseFile(at: #require(Fixture.sharedData(path + ".xlsx")).path)
    let survey = try SurveyDraft(of: text).survey
    var (first, second) = (RecordingSink(), RecordingSink())
    let (one, two) = (
      try ResponseReader(for: survey).read(text, into: &first),
      try ResponseReader(for: survey).read(workbook, into: &second)
    )
    #expect(first.ratings == second.ratings)
    #expect(first.dates == second.dates)
    #expect(first.ratings.count == 182)
    #expect(one.columns.map(\.answered) == two.columns.map(\.answered))
  }

  @Test(
    "A real LimeSurvey workbook: 348 responses, a no-break space in a heading",
    .enabled(if: Fixture.sharedData("README.md") != nil, "no ../shared/data"))
  func realLimeSurvey() throws {
    let path = "export-samples/limesurvey_french_full_headings.xlsx"
    let file = try ResponseFile(at: #require(Fixture.sharedData(path)).path)
    let layout = try FileLayout(of: file, format: FileFormat())
    #expect(layout.headers.count == 22)
    var scanner = try file.scanner(layout.dialect)
    try layout.skipHeader(&scanner, in: file)
    var rows = 0
    while try scanner.next(in: file) { rows += 1 }
    #expect(rows == 348)
  }
}
