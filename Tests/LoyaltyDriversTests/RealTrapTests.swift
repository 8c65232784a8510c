import Foundation
import LoyaltyDrivers
import TestSupport
import Testing

/// Traps that real exports set, each taken the whole way from the draft to the score.
///
/// The numbers were counted with Python on the files themselves. The files lie outside the project.
@Suite("Traps of real exports", .enabled(if: Fixture.sharedData("README.md") != nil, "no ../shared/data"))
struct RealTrapTests {
  /// What came of an export: its draft, the import with it, and the survey with its database.
  private struct Outcome {
    let draft: SurveyDraft
    let summary: ImportSummary
    let study: Study

    /// The unweighted score and how many answers it rests on.
    func score() throws -> (value: Double, size: Int) {
      var study = study
      study.usesWeights = false
      let total = try #require(study.score().total)
      return (total.value, total.base.size)
    }

    func reason(of header: String) -> String {
      draft.guesses.first { $0.header == header }?.reason ?? ""
    }
  }

  private func export(_ path: String) throws -> String { try #require(Fixture.sharedData(path)).path }

  /// Drafts a survey.yaml for an export and imports the export with it.
  private func take(
    _ path: String, outcome: String? = nil, _ body: (Outcome) throws -> Void
  ) throws {
    try Fixture.withTemporaryFolder { folder in
      let file = try export(path)
      let draft = try Study.draft(of: file, outcome: outcome)
      _ = try Study.write(draft, into: folder.path)
      let study = try Study(at: folder.path)
      guard case .imported(let summary, _) = try study.importResponses(from: file) else {
        Issue.record("A new database holds the file already.")
        return
      }
      #expect(summary.rowsRejected == 0)
      try body(Outcome(draft: draft, summary: summary, study: study))
    }
  }

  @Test("Stack Overflow 2018: the labelled ends 0 and 10 count, so that the score is 76.96, not 26.32")
  func stackOverflow() throws {
    try take("stackoverflow-2018-sample/sample.csv") { outcome in
      let score = try outcome.score()
      #expect(score.size == 816 && (score.value - 76.9608).magnitude < 0.0001)
      #expect(outcome.summary.rowsStored == 1000)
    }
    try take("stackoverflow-2018-sample/sample.csv", outcome: "StackOverflowJobsRecommend") { outcome in
      let score = try outcome.score()
      #expect(score.size == 421 && (score.value + 3.5629).magnitude < 0.0001)
    }
  }

  @Test(
    "SFO: 11 is no answer",
    arguments: [(2017, 2831, 2746, 39.8398, 40.3984), (2018, 2809, 2650, 30.9811, 35.1136)])
  func airport(year: Int, rows: Int, valid: Int, plain: Double, weighted: Double) throws {
    try take("sfo-airport-survey/\(year)_SFO_Customer_Survey.csv") { outcome in
      #expect(outcome.summary.rowsStored == rows)
      let score = try outcome.score()
      #expect(score.size == valid && (score.value - plain).magnitude < 0.0001)
      let total = try #require(outcome.study.score().total)
      #expect((total.value - weighted).magnitude < 0.0001)
      #expect(outcome.study.survey.weight?.name == "WEIGHT")
    }
  }

  @Test("SFO: a wave whose headers drifted is read where they agree, and the others are named")
  func airportHeaderDrift() throws {
    try take("sfo-airport-survey/2017_SFO_Customer_Survey.csv") { outcome in
      let file = try export("sfo-airport-survey/2018_SFO_Customer_Survey.csv")
      let next = try #require(outcome.study.check(file).account).summary
      #expect(next.rowsStored == 2809)
      let found = next.columns.first { $0.id == "nps" }
      #expect(found?.header == "NETPRO  " && found?.answered == 2650)
      #expect(next.columns.first { $0.id == "q9food" }?.header == "Q9Food")
      let absent = next.diagnostics.filter { $0.code == "column-missing" }
      #expect(absent.contains { $0.summary.contains("Q7WALKWAYS") && $0.fix?.contains("Q7WALKWAY") == true })
    }
  }

  @Test("McDonald's: −5…+5 with words glued to its ends is read and never called a net promoter score")
  func glued() throws {
    try take("mcdonalds-perception/mcdonalds.csv") { outcome in
      let scale = outcome.study.survey.outcome.scale
      #expect(scale.minimum == -5 && scale.maximum == 5)
      #expect(throws: AnalysisError.noPromoterGroups(minimum: -5, maximum: 5)) { try outcome.study.score() }
      let content = try outcome.study.report(in: .english, toolVersion: "test").content
      let total = try #require(content.score.total)
      #expect(!content.score.groups.isNetPromoter)
      #expect((total.value - 100 * Double(303 - 223) / 1453).magnitude < 1e-9)
    }
  }

  @Test("Star Wars: bytes that are not UTF-8 are read as Windows-1252, below two header rows")
  func starWars() throws {
    let header = "Do you consider yourself to be a fan of the Expanded Universe?\u{152}\u{E6}"
    let draft = try Study.draft(of: export("starwars-surveymonkey/StarWars.csv"), outcome: header)
    #expect(draft.survey.outcome.source.name == header)
    #expect(draft.layout.contains("SurveyMonkey") && draft.layout.contains("Windows-1252"))
    #expect(draft.rowsSeen == 1186)
  }

  @Test(
    "Spack: words are a scale of five, and the survey called 2022 was answered in 2023",
    arguments: [
      (2020, "csv", 170, [2020, 2020], [0, 6, 31, 82, 51]),
      (2021, "csv", 179, [2021, 2022], [2, 2, 28, 89, 58]),
      (2022, "csv", 182, [2023, 2023], [1, 4, 26, 98, 53]),
      (2022, "xlsx", 182, [2023, 2023], [1, 4, 26, 98, 53]),
    ])
  func spack(year: Int, kind: String, rows: Int, years: [Int], counts: [Int]) throws {
    try take("spack-user-survey/spack-user-survey-\(year)-responses.\(kind)") { outcome in
      #expect(outcome.summary.rowsStored == rows)
      let dates = try #require(outcome.summary.dates)
      let ends = [dates.lowerBound, dates.upperBound].map { CalendarDate(daysSince1970: $0).components.year }
      #expect(ends == years)
      let answers = try outcome.study.responses().ratings["outcome"] ?? []
      #expect((1...5).map { value in answers.filter { $0.value == value }.count } == counts)
      #expect(outcome.study.survey.drivers.count == 3)
    }
  }

  @Test("Carpentries: unnamed Column2… are no questions, and the score is that of the file")
  func carpentries() throws {
    try take("carpentries-longterm/longterm_October2017.csv") { outcome in
      let score = try outcome.score()
      #expect(score.size == 402 && (score.value - 36.3184).magnitude < 0.0001)
      #expect(!outcome.study.survey.drivers.contains { $0.source.name.hasPrefix("Column") })
    }
    try take("carpentries-longterm/20200326-longterm-other_questions-no-open.csv") { outcome in
      let score = try outcome.score()
      #expect(score.size == 134 && (score.value - 62.6866).magnitude < 0.0001)
    }
  }

  @Test("R community: two products in one file; the second is named and can be chosen")
  func twoProducts() throws {
    let path = "r-community-survey/2019_spanish_responses.csv"
    let python = "¿Qué tan probable es que recomiendes Python a un colega, amiga/o o un familiar?"
    try take(path) { outcome in
      let score = try outcome.score()
      #expect(score.size == 331 && (score.value - 77.0393).magnitude < 0.0001)
      #expect(outcome.reason(of: python).contains("--outcome"))
    }
    try take(path, outcome: python) { outcome in
      let score = try outcome.score()
      #expect(score.size == 164 && (score.value - 26.8293).magnitude < 0.0001)
    }
    try take("r-community-survey/2018_english_form_responses.tsv") { outcome in
      let score = try outcome.score()
      #expect(score.size == 3001 && (score.value - 72.1093).magnitude < 0.0001)
    }
  }

  @Test("Sudzilla: both ways of writing dates give one day and one score", arguments: ["us", "iso"])
  func sudzilla(dates: String) throws {
    try take("sudzilla-google-form/responses_\(dates)_dates.csv") { outcome in
      let score = try outcome.score()
      #expect(score.size == 39 && (score.value + 35.8974).magnitude < 0.0001)
      let days = try #require(outcome.summary.dates)
      let first = CalendarDate(daysSince1970: days.lowerBound).components
      #expect(first.year == 2019 && first.month == 11 && first.day == 1)
    }
  }

  @Test(
    "HCAHPS: percentages of hospitals are refused with a sentence that says what they are",
    arguments: ["national_results.csv", "state_results.csv"])
  func hospitals(name: String) throws {
    let error = #expect(throws: ImportError.self) {
      try Study.draft(of: export("hcahps-aggregates/\(name)"))
    }
    #expect(error?.diagnostics.map(\.code) == ["layout-aggregated"])
    #expect(error?.diagnostics[0].summary.contains("percentages of groups") == true)
  }

  @Test("Airline: 0 is not applicable, and delays in minutes are no ratings")
  func airline() throws {
    try take("airline-satisfaction-600/airline_passenger_satisfaction.csv") { outcome in
      let zeros = [
        "inflight_wifi_service": 40, "departure_arrival_time_convenient": 30, "ease_of_online_booking": 38,
        "online_boarding": 14, "leg_room_service": 3,
      ]
      for (id, count) in zeros {
        let column = outcome.summary.columns.first { $0.id == id }
        let isWritten = id == "online_boarding" ? 41 : 0
        #expect(column?.missing[.dontKnow] == count && column?.missing[.skipped] ?? 0 == isWritten)
        #expect(column?.answered == 600 - count - isWritten)
      }
      #expect(outcome.study.survey.drivers.count == 14)
      let answers = try outcome.study.responses().ratings["outcome"] ?? []
      #expect([1, 2].map { value in answers.filter { $0.value == value }.count } == [200, 400])
    }
  }

  @Test("Mobile phones: an outcome from 1 to 10, chosen by name, is named as such")
  func mobilePhones() throws {
    try take("ecsi-mobi/mobi.csv", outcome: "CUSL3") { outcome in
      let scale = outcome.study.survey.outcome.scale
      #expect(scale.minimum == 1 && scale.maximum == 10)
      let html = try outcome.study.report(in: .english, toolVersion: "test").html
      #expect(html.contains("NPS on a scale of 1–10"))
    }
  }
}
