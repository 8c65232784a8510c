import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

/// Rows of survey tools that are no answers, and tables whose rows are no respondents.
@Suite("Rows of survey tools")
struct PlatformRowTests {
  static let yaml = "title: x\noutcome: {column: Q1}\n"

  static let qualtrics = """
    StartDate,Status,Finished,Q1_NPS_GROUP,Q1
    Start,Response Type,Finished,Recommend - Group,How likely are you to recommend us?
    "{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}",\
    "{""ImportId"":""QID1_NPS_GROUP""}","{""ImportId"":""QID1""}"
    2026-02-01 09:00:00,0,1,3,10
    2026-02-01 09:00:00,1,1,3,9
    2026-02-01 09:00:00,Survey Preview,True,1,2
    2026-02-01 09:00:00,IP Address,False,1,3
    2026-02-01 09:00:00,IP Address,True,1,0

    """

  @Test("Qualtrics: previews and unfinished responses are left out, and told")
  func qualtricsRows() throws {
    let (summary, sink) = try ExportFixture.read(Self.qualtrics, with: Self.yaml)
    #expect(sink.ratings == [[Rating(10)], [Rating(0)]])
    #expect(summary.rowsRead == 2)
    #expect(
      summary.diagnostics.map(\.summary) == [
        "2 rows are no answer but a preview or test and were left out",
        "1 row is not finished and was left out",
      ])
  }

  @Test("Alchemer: responses that are not complete are left out")
  func alchemerRows() throws {
    let text = """
      Response ID,Time Started,Date Submitted,Status,Q1
      1,"Mar 01, 2026 09:00:00 AM","Mar 01, 2026 09:05:00 AM",Complete,10
      2,"Mar 01, 2026 09:00:00 AM","Mar 01, 2026 09:05:00 AM",Partial,3
      3,"Mar 02, 2026 09:00:00 AM","Mar 02, 2026 09:05:00 AM",Disqualified,4

      """
    let (summary, sink) = try ExportFixture.read(text, with: Self.yaml)
    #expect(sink.ratings == [[Rating(10)]])
    #expect(
      summary.diagnostics.map(\.summary) == ["2 rows are not complete (Status) and were left out"])
  }

  @Test("A column of the tool that would leave nothing is not heeded")
  func allUnfinished() throws {
    let text = Self.qualtrics.replacingOccurrences(of: ",True,", with: ",0,")
      .replacingOccurrences(of: ",1,3,", with: ",0,3,")
    let (summary, _) = try ExportFixture.read(text, with: Self.yaml)
    #expect(summary.rowsStored == 3)
    #expect(summary.diagnostics.count == 1)
  }

  @Test("Qualtrics: a group made from the score is never the score")
  func group() throws {
    let rows = (0..<30).map { "2026-02-01 09:00:00,0,1,\([1, 2, 3][$0 % 3]),\($0 % 11)\n" }.joined()
    let header = Self.qualtrics.split(separator: "2026", maxSplits: 1)[0]
    try ExportFixture.withFile(Array((header + rows).utf8)) { path in
      let draft = try SurveyDraft(of: ResponseFile(at: path))
      #expect(draft.survey.outcome.source.name == "Q1")
      #expect(draft.guesses.first { $0.header == "Q1_NPS_GROUP" }?.path == "ignored")
    }
  }

  /// Headers as the tools describe them; only Typeform's second is that of a real export, its questions aside.
  @Test(
    "Tools by their described headers, and the rows they leave out",
    arguments: [
      (
        "#,Q1,Response Type,Start Date (UTC),Submit Date (UTC),Network ID", "Typeform",
        "1,9,completed,a,b,c\n2,3,partial,a,,c"
      ),
      (
        "#,Q1,fbclid,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending",
        "Typeform", "1,9,,completed,a,,b,c,,\"Thanks\n\nBye\"\n2,3,,partial,a,a,,c,,"
      ),
      ("No.,Response ID,Timestamp,Finished,Q1", "Formbricks", "1,a,b,Yes,9\n2,c,d,No,3"),
      ("Score,Comment,Email,Permalink,Q1", "Delighted", "9,x,a@b.nl,u,9"),
      ("V1_A1,V1_A2,V2_A1,Q1", "Crowdtech", "1,-99,NULL,9"),
      ("id,submitdate,lastpage,seed,Q1", "LimeSurvey", "1,2026-02-01,3,4,9\n2,,1,5,3"),
    ])
  func described(header: String, platform: String, rows: String) throws {
    try ExportFixture.withFile(Array((header + "\n" + rows + "\n").utf8)) { path in
      let layout = try FileLayout(of: ResponseFile(at: path), format: FileFormat())
      #expect(layout.header.platform == platform)
    }
    let (summary, sink) = try ExportFixture.read(header + "\n" + rows + "\n", with: Self.yaml)
    #expect(sink.ratings == [[Rating(9)]])
    #expect(summary.diagnosticCounts == (rows.contains("\n") ? ["rows-left-out": 1] : [:]))
  }

  @Test("-99 is not put at Crowdtech, and NULL not answered")
  func crowdtechCodes() throws {
    let rows = (0..<120).map { row in
      "\(row % 11),\([1, 3, 5, 7, 10][row % 5]),\(row % 7 == 0 ? "-99" : row % 9 == 0 ? "NULL" : "\(1 + row % 10)")"
    }
    let text = "V1_A1,V1_A2,V1_A3\n" + rows.joined(separator: "\n") + "\n"
    try ExportFixture.withFile(Array(text.utf8)) { path in
      let draft = try SurveyDraft(of: ResponseFile(at: path), outcome: "V1_A1")
      let codes = try #require(draft.survey.drivers.last).missingCodes
      #expect(codes.first { $0.text == "-99" }?.reason == .notShown)
      #expect(codes.first { $0.text == "NULL" }?.reason == .skipped)
    }
  }

  static let aggregated =
    "Ziekenhuis,Laag %,Midden %,Hoog %\n" + (0..<20).map { "Z\($0),\(10 + $0),30,\(60 - $0)\n" }.joined()

  @Test("A row per group is refused with what it is")
  func aggregates() throws {
    let error = #expect(throws: ImportError.self) {
      try ExportFixture.withFile(Array(Self.aggregated.utf8)) { try SurveyDraft(of: ResponseFile(at: $0)) }
    }
    #expect(error?.diagnostics.map(\.code) == ["layout-aggregated"])
  }

  @Test(
    "Hospital percentages are refused",
    .enabled(if: Fixture.sharedData("README.md") != nil, "no ../shared/data"),
    arguments: ["national", "state"])
  func hospitals(name: String) throws {
    let path = "hcahps-aggregates/\(name)_results.csv"
    let file = try ResponseFile(at: #require(Fixture.sharedData(path)).path)
    let error = #expect(throws: ImportError.self) { try SurveyDraft(of: file) }
    #expect(error?.diagnostics.map(\.code) == ["layout-aggregated"])
  }
}
