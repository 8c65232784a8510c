import Foundation
import HTML
import SurveyAnalysis
import TestSupport
import Testing

@testable import SurveyReport

/// Sections as text, from hand-made values: what changes here is seen by readers.
@Suite struct SectionSnapshotTests {
  static let sections = ["headline", "ranking", "map", "segments", "trend", "base", "method"]

  @Test(arguments: sections, ReportLanguage.allCases)
  func section(name: String, language: ReportLanguage) throws {
    let text = HTMLFormatter().text(of: try node(name, language))
    let file = Fixture.url("Tests/SurveyReportTests/Snapshots/\(name)-\(language.code).html")
    #expect(Snapshot.difference(of: text, from: file) == nil)
  }

  @Test(arguments: ["score", "trend", "drivers"], [ResultFormat.table, .markdown, .csv])
  func output(name: String, format: ResultFormat) throws {
    let language: ReportLanguage = format == .table ? .dutch : .english
    let survey = Sample.dutchSurvey()
    let text =
      switch name {
      case "score":
        try ScoreOutput.text(of: Sample.dutchScore, survey: survey, language: language, as: format)
      case "trend":
        try TrendOutput.text(of: Sample.dutchTrend, survey: survey, language: language, as: format)
      default:
        try DriverOutput.text(of: Sample.dutchRanking, survey: survey, language: language, as: format)
      }
    let file = Fixture.url("Tests/SurveyReportTests/Snapshots/\(name).\(format.rawValue).txt")
    #expect(Snapshot.difference(of: text, from: file) == nil)
  }

  private func node(_ name: String, _ language: ReportLanguage) throws -> HTMLNode {
    let content = Sample.dutch()
    let context = ReportContext(survey: content.survey, language: language)
    let analysis = try content.drivers.get()
    switch name {
    case "headline": return HeadlineSection(content: content, context: context).node
    case "ranking":
      return RankingSection(analysis: analysis, scope: "alle metingen samen", context: context).node
    case "map": return MapSection(analysis: analysis, context: context).node
    case "segments": return .fragment(SegmentSection(score: content.score, context: context).nodes)
    case "trend": return TrendSection(trend: Sample.dutchTrend, context: context).node
    case "base": return QualitySection(content: content, context: context).node
    default: return MethodSection(content: content, context: context).node
    }
  }
}
