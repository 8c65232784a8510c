import HTML
@testable import SurveyAnalysis
import Testing

@testable import SurveyReport

@Suite struct PriorityTests {
  private let context = ReportContext(survey: Sample.dutchSurvey(), language: .english)

  private func words(_ analysis: DriverAnalysis) -> [String] {
    let sentences = PrioritySentences(analysis: analysis, labels: context.labels, numbers: context.numbers)
    let priorities = Priority.first(3, of: analysis, in: context.survey)
    return sentences.texts(for: priorities).map { HTMLFormatter().text(of: .p(nil, $0)) }
  }

  @Test func ordersByImportanceTimesRoom() {
    let ids = Priority.first(3, of: Sample.dutchRanking, in: context.survey).map(\.driver.id)
    #expect(ids == ["servicesnelheid", "prijs-kwaliteit", "meerwaarde"])
    let top = Sample.driver(
      "binding", rank: 1, importance: 0.6, ranks: 1...1, promoter: 0.5, detractor: 0.5, performance: 10)
    let poor = Sample.driver(
      "communicatie", rank: 2, importance: 0.4, ranks: 2...2, promoter: 0.5, detractor: 0.5, performance: 4)
    let chosen = Priority.first(2, of: Sample.ranking([top, poor]), in: context.survey)
    #expect(chosen.map(\.driver.id) == ["communicatie", "binding"], "No room at the top of the scale.")
  }

  @Test func leavesOutDriversThatGoAgainstTheScore() {
    let analysis = Sample.ranking(
      Sample.dutchRanking.drivers, findings: [.reversed(driver: "servicesnelheid", correlation: -0.2)])
    #expect(
      !Priority.first(3, of: analysis, in: context.survey).contains { $0.driver.id == "servicesnelheid" })
  }

  @Test func saysNoMoreThanTheIntervalsAllow() {
    let words = words(Sample.dutchRanking)
    #expect(
      words[0]
        == "<p><strong>Service speed</strong> explains 24% (19–29) of what separates scores and is rated 6.2 on a "
        + "scale of 0 to 10. We are 99% sure it is among the top three. In importance it cannot be told apart from "
        + "Price–quality. It mostly keeps detractors away: 31% of what sets detractors apart, 17% for promoters."
        + "</p>\n")
    #expect(words[1].contains("cannot be told apart from Service speed and Added value"))
    #expect(!words[1].contains("mostly"), "Its two intervals overlap, so no side is named.")
    #expect(words[2].contains("It goes mostly with enthusiasm"))
    #expect(words.allSatisfy { !$0.contains("cause") })
  }

  @Test func isSilentAboutCertaintyWithoutIntervals() {
    let driver = RankedDriver(
      id: "binding", importance: 1, interval: nil, rank: 1, rankInterval: nil, probabilityTop3: nil,
      promoterImportance: nil, promoterInterval: nil, detractorImportance: nil, detractorInterval: nil,
      otherImportance: 1, correlation: 0.5, coefficient: nil, coefficientStandardError: nil,
      standardizedCoefficient: nil, performance: 7, performanceInterval: 6.8...7.2, answered: 100)
    let words = words(Sample.ranking([driver]))
    #expect(!words[0].contains("sure"))
    #expect(words[0].contains("is the only driver ranked. It explains 46% of the variance"))
  }
}
