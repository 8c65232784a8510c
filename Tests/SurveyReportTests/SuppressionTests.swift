import Foundation
import SurveyModel
import Testing

@testable import SurveyAnalysis
@testable import SurveyReport

/// A score on fewer than five answers is seen nowhere, whatever the format.
@Suite struct SuppressionTests {
  /// The base of "onbekend" is 4; its shares would be 50, 25 and 25 %, its score −25.
  @Test(arguments: ResultFormat.allCases, ReportLanguage.allCases)
  func formatsWithhold(format: ResultFormat, language: ReportLanguage) throws {
    let text = try ScoreOutput.text(
      of: Sample.dutchScore, survey: Sample.dutchSurvey(), language: language, as: format)
    for trace in ["−25", "-25", "0.25,0.25", "50%", "50 %", "50\u{A0}%"] { #expect(!text.contains(trace)) }
  }

  @Test(arguments: ReportLanguage.allCases)
  func pagesWithhold(language: ReportLanguage) {
    let page = ReportPage().html(for: Sample.dutch(), in: language)
    let row = page.components(separatedBy: "\n").first { $0.contains("<td>onbekend</td>") }
    #expect(row != nil)
    #expect(page.contains("&lt;5"))
    #expect(!page.contains("−25<"))
    #expect(!page.contains("onbekend −"))
  }

  @Test func aWithheldTotalHasNoFigures() {
    let page = ReportPage().html(for: Sample.bare(), in: .english)
    #expect(page.contains("The score is withheld"))
    #expect(!page.contains("class=\"nps\""))
  }

  @Test func aLowBaseHasNoVerdict() {
    let difference = Sample.difference(30, error: 1)
    #expect(difference.isSignificant)
    #expect(ChangeSentences.verdict(on: difference) == .rise)
    #expect(ChangeSentences.verdict(on: Sample.difference(30, error: 1, isLowBase: true)) == .withheld)
    let low = Sample.group("regio", "oost", 0.1, 0.6, n: 12, rest: 90)
    let context = ReportContext(survey: Sample.dutchSurvey(), language: .english)
    let row = ScoreTable(context: context, confidence: 0.95, isWeighted: false).row(low)
    #expect(row.first?.shown == "Oost\u{A0}†")
    #expect(row.last == .empty)
  }

  /// A group that would give a smaller one away is withheld too, though its base is known.
  @Test(arguments: ResultFormat.allCases)
  func complementsAreWithheld(format: ResultFormat) throws {
    let base = Base(responses: 12, size: 12, effectiveSize: 12)
    let analysis = ScoreAnalysis(
      groups: Sample.promoterGroups, total: Sample.score(0.2, 0.5, n: 400),
      base: Sample.score(0.2, 0.5, n: 400).base,
      segments: [
        SegmentScore(
          segment: "regio", value: "oost", base: base, score: nil, withheld: .complement, againstRest: nil)
      ], waves: [], adjustment: .holm, confidence: 0.95)
    let text = try ScoreOutput.text(
      of: analysis, survey: Sample.dutchSurvey(), language: .english, as: format)
    switch format {
    case .json: #expect(text.contains("\"withheld\" : \"complement\""))
    case .csv: #expect(text.contains(",regio,oost,,,,,,,12,12.0,true,true,"))
    case .table, .markdown:
      #expect(text.contains("withheld") && text.contains("give them away") && !text.contains("Oost\u{A0}†"))
    }
  }
}
