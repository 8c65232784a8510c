import Foundation
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@testable import SurveyReport

/// Diagnostics and sensitivity as readers see them, in both languages.
@Suite struct DiagnosticsOutputTests {
  private func quality(turned: Bool = false) throws -> DataQuality {
    try DataQuality(of: Sample.ratedSurvey, Sample.ratedTable(turned: turned))
  }

  private func text(_ language: ReportLanguage, _ format: ResultFormat) throws -> String {
    try DiagnosticsOutput.text(
      of: quality(turned: true), survey: Sample.ratedSurvey, language: language, as: format)
  }

  private static func snapshot(_ name: String) -> URL {
    Fixture.url("Tests/SurveyReportTests/Snapshots/\(name)")
  }

  @Test(arguments: [ReportLanguage.english, .dutch])
  func tableIsAsRecorded(language: ReportLanguage) throws {
    let difference = Snapshot.difference(
      of: try text(language, .table), from: Self.snapshot("diagnostics-\(language.code).table.txt"))
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(arguments: [ReportLanguage.english, .dutch])
  func sensitivityIsAsRecorded(language: ReportLanguage) throws {
    let panel = try SensitivityPanel(of: Sample.ratedSurvey, Sample.ratedTable())
    let table = try SensitivityOutput.text(
      of: panel, survey: Sample.ratedSurvey, language: language, as: .table)
    let difference = Snapshot.difference(
      of: table, from: Self.snapshot("sensitivity-\(language.code).table.txt"))
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test func markdownHasEveryTable() throws {
    let page = try text(.english, .markdown)
    for heading in [
      "Respondents", "Drivers", "Near dependencies", "With and without", "Straight lines or not",
    ] {
      #expect(page.contains("## \(heading)\n"), "\(heading)")
    }
  }

  @Test func aReversedScaleIsSaid() throws {
    #expect(try text(.english, .table).contains("Driver 7 goes against the other drivers"))
    #expect(try text(.dutch, .table).contains("Driver 7 gaat tegen de andere drivers in"))
  }

  /// The same figures in every format: each value of the CSV stands in the JSON too.
  @Test func spreadsheetsGetEveryFigure() throws {
    let lines = try text(.english, .csv).split(separator: "\r\n").dropFirst()
    let json = try text(.english, .json)
    for line in lines {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells.count == 5, "\(line)")
      if let value = Double(cells[4]), value != value.rounded() {
        #expect(json.contains(String(cells[4]).prefix(12)), "\(line)")
      }
    }
    #expect(lines.count > 80)
  }

  @Test func aReportSaysWhetherItCanBeTrusted() throws {
    let (survey, table) = (Sample.ratedSurvey, Sample.ratedTable(turned: true))
    let content = ReportContent(
      survey: survey, provenance: Sample.dutch().provenance, wave: nil, fieldwork: nil,
      score: try ScoreAnalysis(of: survey, table), trend: nil,
      drivers: .success(try DriverAnalysis(of: survey, table, options: DriverOptions(intervals: .none))),
      quality: try DataQuality(of: survey, table), sensitivity: try SensitivityPanel(of: survey, table))
    for (language, words) in [
      (
        ReportLanguage.english,
        ["Can the answers be taken at their word?", "Does the ranking depend on choices?"]
      ),
      (.dutch, ["Zijn de antwoorden op hun woord te geloven?", "Hangt de rangorde van keuzes af?"]),
    ] {
      let page = ReportPage().html(for: content, in: language)
      for heading in words { #expect(page.contains(heading), "\(heading)") }
      #expect(!page.contains(">nan") && !page.contains(">inf"))
    }
    // A reversed scale reaches the summary at the top.
    let top = try #require(
      CautionSentences(
        content: content, labels: SurveyLabels(survey: survey, language: .english),
        numbers: NumberFormat(language: .english)
      ).text)
    #expect(top.contains("reversed"))
  }
}
