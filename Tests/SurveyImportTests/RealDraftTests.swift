import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

/// Drafts of real exports; they lie outside the project.
@Suite("Drafts of real exports", .enabled(if: Fixture.sharedData("README.md") != nil, "no ../shared/data"))
struct RealDraftTests {
  @Test(
    "The outcome and the drivers are found, the draft reads back, and no row is rejected",
    arguments: [
      ("sfo-airport-survey/2017_SFO_Customer_Survey.csv", "NETPRO", 26, "1-5"),
      ("sfo-airport-survey/2018_SFO_Customer_Survey.csv", "NETPRO  ", 26, "1-5"),
      ("carpentries-longterm/longterm_October2017.csv", "Likely-To-Recommend", 7, "1-5"),
      (
        "carpentries-longterm/20200326-longterm-other_questions-no-open.csv", "recommendation_score", 7, "1-5"
      ),
      (
        "r-community-survey/2018_english_form_responses.tsv",
        "How likely are you to recommend R to a colleague, friend, or family member?", 3, "1-5"
      ),
      (
        "r-community-survey/2019_spanish_responses.csv",
        "¿Qué tan probable es que recomiendes R a un colega, amiga/o o un familiar?", 3, "1-5"
      ),
      (
        "spack-user-survey/spack-user-survey-2020-responses.csv",
        "How would you rate the overall quality of ... [Spack]", 3, "1-5"
      ),
      ("mcdonalds-perception/mcdonalds.csv", "Like", 11, "0-1"),
      ("airline-satisfaction-600/airline_passenger_satisfaction.csv", "satisfaction", 14, "1-5"),
      ("stackoverflow-2018-sample/sample.csv", "StackOverflowRecommend", 2, "1-7"),
      (
        "sudzilla-google-form/responses_us_dates.csv", "On a scale of 0-10, how would you rate Sudzilla?", 2,
        "0-10"
      ),
    ])
  func draft(path: String, outcome: String, drivers: Int, scale: String) throws {
    let file = try ResponseFile(at: #require(Fixture.sharedData(path)).path)
    let draft = try SurveyDraft(of: file)
    #expect(draft.survey.outcome.source.name == outcome)
    let scales = draft.survey.drivers.map { "\($0.scale.minimum)-\($0.scale.maximum)" }
    #expect(scales.filter { $0 == scale }.count == drivers)
    let again = try SurveyFileReader().read(draft.surveyFile, file: "survey.yaml")
    #expect(again.survey == draft.survey)
    var sink = DiscardingSink()
    let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
    #expect(summary.rowsStored == summary.rowsRead)
  }

  @Test("The airport's 0, 6 and 11 are proposed as missing, with the count in the comment")
  func airportCodes() throws {
    let path = "sfo-airport-survey/2017_SFO_Customer_Survey.csv"
    let draft = try SurveyDraft(of: ResponseFile(at: #require(Fixture.sharedData(path)).path))
    #expect(draft.survey.outcome.missingCodes == [MissingCode(text: "11", reason: .skipped)])
    let codes = ["6": MissingReason.dontKnow, "0": .skipped, "Blank": .skipped]
    #expect(
      draft.survey.drivers.allSatisfy { driver in
        driver.missingCodes.count == 3 && driver.missingCodes.allSatisfy { codes[$0.text] == $0.reason }
      })
    #expect(draft.guesses.contains { $0.reason.contains("not on 0-10: 11 (84 times)") })
    #expect(draft.guesses.contains { $0.reason.contains("not on 1-5: 0 (102 times), 6 (445 times)") })
  }

  @Test("McDonald's outcome runs from -5 to 5, its words glued to the ends")
  func glued() throws {
    let path = "mcdonalds-perception/mcdonalds.csv"
    let draft = try SurveyDraft(of: ResponseFile(at: #require(Fixture.sharedData(path)).path))
    let scale = draft.survey.outcome.scale
    #expect(scale.minimum == -5 && scale.maximum == 5)
    #expect(scale.labels.map(\.value) == [-5, 5])
    #expect(draft.guesses.contains { $0.path == "outcome" && $0.reason.contains("not the net promoter") })
  }

  @Test("Ranks from 1 to 10 are no ratings, and a second product's question is no driver")
  func stackOverflow() throws {
    let path = "stackoverflow-2018-sample/sample.csv"
    let draft = try SurveyDraft(of: ResponseFile(at: #require(Fixture.sharedData(path)).path))
    let jobs = draft.guesses.first { $0.header == "AssessJob1" }
    #expect(jobs?.reason.contains("ranks") == true)
    let other = draft.guesses.first { $0.header == "StackOverflowJobsRecommend" }
    #expect(other?.path == "ignored")
  }

  @Test("Every smaller text file of the folder is drafted and read with its draft, or refused with a reason")
  func allFiles() throws {
    let folder = try #require(Fixture.sharedData("."))
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    for name in files where name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
      do {
        let file = try ResponseFile(at: folder.appending(path: name).path)
        guard file.byteCount < 500_000 else { continue }
        let draft = try SurveyDraft(of: file)
        #expect(try SurveyFileReader().read(draft.surveyFile, file: name).survey == draft.survey, "\(name)")
        var sink = DiscardingSink()
        let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
        #expect(summary.rowsRejected * 20 <= summary.rowsRead, "\(name)")
      } catch let error as ImportError {
        #expect(error.diagnostics.contains { $0.severity == .error })
      }
    }
  }
}
