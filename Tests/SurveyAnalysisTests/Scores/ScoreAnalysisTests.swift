import SurveyAnalysis
import SurveyModel
import Testing

@Suite struct ScoreAnalysisTests {
  private let survey = SampleSurvey.survey()

  private func scores(_ responses: [SampleSurvey.Response], weighted: Bool = false) throws -> ScoreAnalysis {
    try ScoreAnalysis(of: survey, SampleSurvey.table(responses, weighted: weighted), by: ["region"])
  }

  @Test func totalIsPromotersLessDetractors() throws {
    let missing = [SampleSurvey.Response](repeating: .init(score: nil), count: 4)
    let analysis = try scores(SampleSurvey.group(50, 30, 20) + missing)
    let total = try #require(analysis.total)
    #expect(total.value == 30)
    #expect((total.promoters, total.passives, total.detractors) == (0.5, 0.3, 0.2))
    #expect(analysis.base == Base(responses: 104, size: 100, effectiveSize: 100))
    // Rocks: N' = 30/103 and (71.5/103 − N'²)/103.
    #expect((total.interval.lowerBound - 14.0511).magnitude < 1e-3)
    #expect((total.interval.upperBound - 44.2013).magnitude < 1e-3)
    #expect((total.standardError - 7.8102).magnitude < 1e-3)
    #expect(analysis.groups.isStandard)
  }

  @Test func weightTwoIsTheRowTwice() throws {
    var responses = SampleSurvey.group(10, 8, 6, region: "north")
    let twice = SampleSurvey.group(7, 2, 1, region: "south")
    let repeated = try scores(responses + twice + twice)
    responses += twice.map { response in
      var heavy = response
      heavy.weight = 2
      return heavy
    }
    let weighted = try scores(responses, weighted: true)
    #expect(try (#require(weighted.total).value - #require(repeated.total).value).magnitude < 1e-12)
    #expect(weighted.base.size == 34)
    #expect((weighted.base.effectiveSize - 44.0 * 44 / 64).magnitude < 1e-12)
  }

  @Test func equalWeightsAreNone() throws {
    let responses = SampleSurvey.group(20, 15, 9, region: "a") + SampleSurvey.group(10, 10, 20, region: "b")
    #expect(try scores(responses, weighted: true) == scores(responses))
  }

  @Test func orderOfRowsDoesNotMatter() throws {
    let responses = SampleSurvey.group(20, 15, 9, region: "a") + SampleSurvey.group(10, 10, 20, region: "b")
    #expect(try scores(responses.reversed()) == scores(responses))
  }

  @Test func weightsOfZeroDoNotCount() throws {
    var responses = SampleSurvey.group(20, 10, 10)
    var silent = SampleSurvey.group(0, 0, 30)
    for index in silent.indices { silent[index].weight = 0 }
    responses += silent
    let analysis = try scores(responses, weighted: true)
    #expect(analysis.total?.value == 25)
    #expect(analysis.base == Base(responses: 70, size: 40, effectiveSize: 40))
    #expect(throws: AnalysisError.noValidOutcome) { try scores(silent, weighted: true) }
  }

  @Test func segmentsPoolToTheTotal() throws {
    let responses =
      SampleSurvey.group(20, 15, 9, region: "a") + SampleSurvey.group(10, 10, 20, region: "b")
      + SampleSurvey.group(30, 5, 5, region: "c")
    let analysis = try scores(responses)
    let pooled = analysis.segments.reduce(0.0) { $0 + ($1.score?.value ?? 0) * Double($1.base.size) }
    #expect(try (pooled / 124 - #require(analysis.total).value).magnitude < 1e-12)
    #expect(analysis.segments.map(\.value) == ["a", "b", "c"])
    #expect(analysis.segments.allSatisfy { $0.againstRest != nil && $0.withheld == nil })
  }

  @Test func twoGroupsMakeOneComparison() throws {
    let analysis = try scores(
      SampleSurvey.group(20, 15, 9, region: "a") + SampleSurvey.group(10, 10, 20, region: "b"))
    let differences = try analysis.segments.map { try #require($0.againstRest) }
    #expect(differences[0].value == -differences[1].value)
    #expect(differences.allSatisfy { $0.adjustedPValue == $0.pValue && $0.isSignificant })
  }

  @Test func moreGroupsAreAdjusted() throws {
    let parts = [("a", 20, 9), ("b", 12, 20), ("c", 22, 14)].flatMap {
      SampleSurvey.group($0.1, 10, $0.2, region: $0.0)
    }
    let differences = try scores(parts).segments.compactMap(\.againstRest)
    #expect(differences.count == 3)
    let least = try #require(differences.min { $0.pValue < $1.pValue })
    #expect((least.adjustedPValue - 3 * least.pValue).magnitude < 1e-15)
    #expect(differences.allSatisfy { $0.adjustedPValue >= $0.pValue })
  }

  @Test func fewAnswersAreWithheldAndAnotherGroupWithThem() throws {
    let analysis = try scores(
      SampleSurvey.group(3, 1, 0, region: "a") + SampleSurvey.group(20, 10, 5, region: "b")
        + SampleSurvey.group(30, 5, 5, region: "c"))
    let segments = analysis.segments
    #expect(segments.map(\.withheld) == [.fewAnswers, .complement, nil])
    #expect(segments.map { $0.score == nil } == [true, true, false])
    #expect(segments.map { $0.againstRest == nil } == [true, true, false])
    #expect(segments.map(\.base.size) == [4, 35, 40])
  }

  @Test func lowBaseHasNoVerdict() throws {
    let low = try scores(
      SampleSurvey.group(29, 0, 0, region: "a") + SampleSurvey.group(0, 0, 200, region: "b"))
    let difference = try #require(low.segments[0].againstRest)
    #expect(difference.pValue < 1e-6 && difference.isLowBase && !difference.isSignificant)
    let enough = try scores(
      SampleSurvey.group(30, 0, 0, region: "a") + SampleSurvey.group(0, 0, 200, region: "b"))
    #expect(try #require(enough.segments[0].againstRest).isSignificant)
  }

  @Test func allPromoters() throws {
    let total = try #require(scores(SampleSurvey.group(40, 0, 0)).total)
    #expect(total.value == 100 && total.interval.upperBound == 100 && total.interval.lowerBound < 99)
  }

  @Test func oneRespondentIsCountedButNotShown() throws {
    let analysis = try scores(SampleSurvey.group(1, 0, 0, region: "a"))
    #expect(analysis.total == nil && analysis.base.size == 1)
    #expect(analysis.segments.map(\.withheld) == [.fewAnswers])
  }

  @Test func wavesStandInOrder() throws {
    let analysis = try scores(
      SampleSurvey.group(10, 0, 10, wave: "2025") + SampleSurvey.group(20, 0, 0, wave: "2026"))
    #expect(analysis.waves.map(\.wave) == ["2025", "2026"])
    #expect(analysis.waves.map { $0.score?.value } == [0, 100])
  }

  @Test func oneToTenIsScoredAndNamed() throws {
    let table = SampleSurvey.table(SampleSurvey.group(10, 5, 0) + [.init(score: 1), .init(score: 6)])
    let analysis = try ScoreAnalysis(of: SampleSurvey.survey(scale: Scale(minimum: 1, maximum: 10)), table)
    #expect(!analysis.groups.isStandard)
    #expect(try (#require(analysis.total).value - 100 * 8.0 / 17).magnitude < 1e-12)
  }

  @Test func refusals() {
    let table = SampleSurvey.table(SampleSurvey.group(5, 5, 5))
    let fivePoints = SampleSurvey.survey(scale: Scale(minimum: 1, maximum: 5))
    #expect(throws: AnalysisError.noPromoterGroups(minimum: 1, maximum: 5)) {
      try ScoreAnalysis(of: fivePoints, table)
    }
    #expect(throws: AnalysisError.noResponses) { try ScoreAnalysis(of: survey, SampleSurvey.table([])) }
    #expect(throws: AnalysisError.noValidOutcome) {
      try ScoreAnalysis(of: survey, SampleSurvey.table([.init(score: nil)]))
    }
    #expect(throws: AnalysisError.unknownSegment("regoin", nearest: "region")) {
      try ScoreAnalysis(of: survey, table, by: ["regoin"])
    }
  }

  @Test func segmentWithoutAColumnHasNoGroups() throws {
    let table = SampleSurvey.table(SampleSurvey.group(5, 5, 5))
    #expect(try ScoreAnalysis(of: survey, table, by: ["product"]).segments.isEmpty)
  }
}
