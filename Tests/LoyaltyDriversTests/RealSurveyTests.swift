import Foundation
import LoyaltyDrivers
import TestSupport
import Testing

/// Real surveys in ../shared/data, which are not part of the project; skipped where they are absent.
@Suite struct RealSurveyTests {
  private static let airport = Fixture.sharedData("sfo-airport-survey/2017_SFO_Customer_Survey.csv")
  private static let carpentries = Fixture.sharedData("carpentries-longterm/longterm_October2017.csv")
  private static let community = Fixture.sharedData("r-community-survey/2018_english_form_responses.tsv")
  private static let mobile = Fixture.sharedData("ecsi-mobi/mobi.csv")

  /// Calls a function with a study in a temporary folder, with the survey.yaml of `Surveys/<name>`.
  private func withStudy(_ name: String, _ body: (Study) throws -> Void) throws {
    try Fixture.withTemporaryFolder { folder in
      let yaml = Fixture.url("Tests/LoyaltyDriversTests/Surveys/\(name)/survey.yaml")
      try FileManager.default.copyItem(at: yaml, to: folder.appending(path: "survey.yaml"))
      try body(Study(at: folder.path))
    }
  }

  private func importing(_ file: URL?, into study: Study, wave: String? = nil) throws -> ImportSummary {
    let outcome = try study.importResponses(from: #require(file).path, wave: wave)
    guard case .imported(let summary, _) = outcome else {
      Issue.record("The file was taken for one that is stored.")
      throw CancellationError()
    }
    return summary
  }

  /// The report is made, names no cause, and holds the ranking.
  private func expectReport(of study: Study, with ranking: DriverAnalysis) throws {
    let html = try study.report(in: .english, toolVersion: "test").html
    #expect(html.contains("<svg"))
    #expect(!html.contains("NaN") && !html.contains("nan%"))
    for driver in ranking.drivers {
      let label = study.survey.drivers.first { $0.id == driver.id }?.label.text(in: "en") ?? driver.id
      #expect(html.contains(label.replacing("&", with: "&amp;").split(separator: " ")[0]))
    }
  }

  @Test(.enabled(if: airport != nil, "skipped: no ../shared/data"))
  func airportPassengersInTwoWaves() throws {
    try withStudy("sfo") { study in
      let first = try importing(Self.airport, into: study)
      let later = Fixture.sharedData("sfo-airport-survey/2018_SFO_Customer_Survey.csv")
      let second = try importing(later, into: study)
      #expect(first.rowsRead == 2831 && first.rowsStored == 2831)
      #expect(second.rowsRead == 2809 && second.rowsStored == 2809)
      #expect(first.waves == ["2017"] && second.waves == ["2018"])

      let score = try study.score(by: ["boarding-area"], wave: "2017")
      let total = try #require(score.total)
      #expect(total.base.size == 2746)
      #expect((total.value - 40.40).magnitude < 0.005)
      var unweighted = study
      unweighted.usesWeights = false
      let plain = try #require(unweighted.score(wave: "2017").total)
      #expect((plain.value - 39.84).magnitude < 0.005)
      #expect((plain.promoters * 100 - 52.29).magnitude < 0.005)
      #expect((plain.passives * 100 - 35.25).magnitude < 0.005)
      #expect((plain.detractors * 100 - 12.45).magnitude < 0.01)

      let trend = try study.trend()
      #expect(trend.periods.map(\.period) == ["2017", "2018"])
      #expect(trend.periods[1].change != nil)
      let ranking = try study.drivers()
      #expect(ranking.drivers.count == study.survey.drivers.count)
      #expect((ranking.drivers.map(\.importance).reduce(0, +) - 1).magnitude < 1e-9)
      try expectReport(of: study, with: ranking)
    }
  }

  @Test(.enabled(if: carpentries != nil, "skipped: no ../shared/data"))
  func workshopLearnersUnderTwoLayouts() throws {
    try withStudy("carpentries") { study in
      let first = try importing(Self.carpentries, into: study, wave: "2017")
      let later = Fixture.sharedData("carpentries-longterm/20200326-longterm-other_questions-no-open.csv")
      let second = try importing(later, into: study, wave: "2020")
      #expect(first.rowsStored == 476 && second.rowsStored == 176)
      let score = try study.score()
      #expect(score.waves.map(\.wave) == ["2017", "2020"])
      #expect(score.waves.map(\.base.size) == [402, 134])
      let ranking = try study.drivers()
      #expect(ranking.drivers.count == 7)
      try expectReport(of: study, with: ranking)
    }
  }

  @Test(.enabled(if: community != nil, "skipped: no ../shared/data"))
  func communityOfALanguage() throws {
    try withStudy("r-community") { study in
      let summary = try importing(Self.community, into: study)
      #expect(summary.rowsStored == 3062)
      let score = try study.score(by: ["experience"])
      #expect(score.base.size == 3001)
      let ranking = try study.drivers()
      #expect(ranking.drivers.map(\.id) == ["enjoyment", "difficulty"])
      try expectReport(of: study, with: ranking)
    }
  }

  @Test(.enabled(if: mobile != nil, "skipped: no ../shared/data"))
  func mobilePhoneCustomersOnAScaleFromOne() throws {
    try withStudy("mobi") { study in
      #expect(try importing(Self.mobile, into: study).rowsStored == 250)
      let ranking = try study.drivers()
      #expect(ranking.drivers.count == 18)
      #expect(ranking.completeCases == 250)
      try expectReport(of: study, with: ranking)
    }
  }
}
