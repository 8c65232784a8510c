import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

/// Real exports that nobody here wrote; they lie outside the project.
@Suite("Real exports", .enabled(if: Fixture.sharedData("README.md") != nil, "no ../shared/data"))
struct RealExportTests {
  private func read(
    _ path: String, with yaml: String
  ) throws -> (summary: ImportSummary, sink: RecordingSink) {
    let survey = try SurveyFileReader().read(yaml, file: "survey.yaml").survey
    var sink = RecordingSink()
    let file = try ResponseFile(at: #require(Fixture.sharedData(path)).path)
    return (try ResponseReader(for: survey).read(file, into: &sink), sink)
  }

  private func score(_ sink: RecordingSink, weighted: Bool) -> Double {
    var (total, balance) = (0.0, 0.0)
    for (row, ratings) in sink.ratings.enumerated() {
      guard let value = ratings[0].value else { continue }
      let weight = weighted ? sink.weights[row] : 1
      total += weight
      balance += value >= 9 ? weight : value <= 6 ? -weight : 0
    }
    return 100 * balance / total
  }

  private static let airport = """
    title: Airport
    outcome: {column: NETPRO, missing: {skipped: "11"}}
    defaults: {scale: 1-5, missing: {skipped: ["0", "Blank"], dont-know: "6"}}
    drivers:
      signs: {column: Q7SIGN}
      walkways: {column: Q7WALKWAYS, aliases: [Q7WALKWAY]}
      food: {column: Q9FOOD}
      safe: {column: Q10SAFE}
      find: {column: Q14FIND}
      all: {column: Q7ALL}
      precheck: {column: Q12PRECHEKCRATE, aliases: [Q12PRECHECKRATE]}
    segments:
      peak: {column: PEAK, values: {1: AM, 2: Mid, 3: PM}}
      area: {column: BAREA}
    weight: WEIGHT
    wave: {file: "{wave}_SFO*.csv"}
    respondent: RESPNUM
    """

  /// The facts of the data's README: 2,746 valid scores, 39.84 unweighted and 40.40 weighted.
  @Test("Airport 2017: valid scores, score and kinds of missing")
  func airport2017() throws {
    let (summary, sink) = try read("sfo-airport-survey/2017_SFO_Customer_Survey.csv", with: Self.airport)
    #expect(summary.rowsStored == 2831)
    #expect(summary.rowsRejected == 0)
    #expect(summary.columns[0].answered == 2746)
    #expect(summary.columns[0].missing == [.skipped: 85])
    #expect(summary.columns[6].missing == [.skipped: 143])
    #expect(summary.columns[7].missing == [.skipped: 1891, .dontKnow: 24])
    #expect(abs(score(sink, weighted: false) - 39.84) < 0.005)
    #expect(abs(score(sink, weighted: true) - 40.40) < 0.005)
    #expect(summary.waves == ["2017"])
    #expect(sink.levels[1].sorted() == ["A", "B", "C", "D", "E", "F", "G"])
    #expect(summary.diagnostics.isEmpty)
  }

  @Test("Airport 2018: renamed columns and spaces in headers, all found")
  func airport2018() throws {
    let (summary, _) = try read("sfo-airport-survey/2018_SFO_Customer_Survey.csv", with: Self.airport)
    #expect(summary.rowsStored == 2809)
    #expect(summary.columns[0].answered == 2650)
    #expect(summary.columns.allSatisfy { $0.header != nil })
    #expect(summary.columns[0].header == "NETPRO  ")
    #expect(summary.columns[2].header == "Q7WALKWAY")
    #expect(summary.columns[6].missing == [.skipped: 184])
    #expect(Set(summary.diagnosticCounts.keys) == ["column-name-folded"])
  }

  private static let agreement =
    "words: {1: Strongly disagree, 2: Disagree, 3: Neutral, 4: Agree, 5: Strongly agree}"

  @Test("Carpentries 2017 and 2020: words, and NA as a missing code")
  func carpentries() throws {
    let yaml = """
      title: Learners
      outcome:
        column: Likely-To-Recommend
        aliases: [recommendation_score]
        missing: {skipped: NA}
      defaults: {scale: {\(Self.agreement)}, missing: {skipped: NA}}
      drivers:
        career: {column: Skills-Advance-Career, aliases: [impact_career_advancement]}
        coding: {column: Improved Coding Practices, aliases: [impact_improve_coding_practice]}
      segments:
        country: {column: Country, aliases: [workshop_country], missing: {skipped: ["", NA]}}
      """
    let first = try read("carpentries-longterm/longterm_October2017.csv", with: yaml).summary
    #expect(first.rowsStored == 476)
    #expect(first.columns[0].answered == 402)
    #expect(first.columns[1].answered == 409)
    let second = try read(
      "carpentries-longterm/20200326-longterm-other_questions-no-open.csv", with: yaml
    ).summary
    #expect(second.rowsStored == 176)
    #expect(second.columns[0].answered == 134)
    #expect(second.columns[2].answered == 134)
  }

  @Test("R community 2018: tabs, quotes as letters, questions as headers")
  func rCommunity() throws {
    let yaml = """
      title: R
      outcome: {column: "How likely are you to recommend R to a colleague, friend, or family member?"}
      drivers:
        enjoyment:
          column: "Please rate how much you enjoy using R on a scale of 1 to 5, where 1 is you don't enjoy it at \
            all, and 5 is that you enjoy it a great deal."
          scale: 1-5
      segments:
        experience: {column: "How would you rate your level of experience using R?"}
      date: {column: Timestamp, order: month-day-year}
      """
    let (summary, sink) = try read("r-community-survey/2018_english_form_responses.tsv", with: yaml)
    #expect(summary.rowsRead == 3062)
    #expect(summary.rowsStored == 3062)
    #expect(summary.columns[0].answered == 3001)
    #expect(summary.columns[1].answered == 3001)
    #expect(sink.levels[0].sorted() == ["Beginner", "Expert", "Intermediate", "None"])
    #expect(summary.dates.map { CalendarDate(daysSince1970: $0.lowerBound).components.year } == 2018)
  }

  @Test("Mobile phones: an outcome of 1–10 is accepted and named")
  func mobilePhones() throws {
    let yaml = """
      title: Mobi
      outcome: {column: CUSL3, scale: 1-10}
      defaults: {scale: 1-10}
      drivers:
        image: {column: IMAG1}
        quality: {column: PERQ1}
      """
    #expect(try SurveyFileReader().read(yaml, file: "s").diagnostics.map(\.code) == ["outcome-scale"])
    let summary = try read("ecsi-mobi/mobi.csv", with: yaml).summary
    #expect(summary.rowsStored == 250)
    #expect(summary.columns.allSatisfy { $0.answered == 250 })
    #expect(summary.ignoredHeaders.count == 21)
  }
}
