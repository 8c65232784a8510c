import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

/// Drivers that cannot be ranked like the others, and surveys that cannot be ranked at all.
@Suite struct DriverFindingTests {
  private let plain = RatingSurvey.simulated(300, effects: [3, 2, 1], seed: 2)

  @Test func constantAndUnansweredDriversAreLeftOut() throws {
    var survey = plain
    survey.drivers += ["same", "nobody"].map { RatingSurvey.question($0) }
    survey.ratings["same"] = [Rating](repeating: Rating(7), count: 300)
    survey.ratings["nobody"] = [Rating](repeating: .notShown, count: 300)
    let found = try survey.analysis()
    #expect(found.findings == [.constant(driver: "same"), .unanswered(driver: "nobody")])
    #expect(found.drivers == (try plain.analysis()).drivers)
  }

  @Test func aDriverRatedByAFewIsNamedAndLeftOut() throws {
    var survey = try RatingSurvey.reference()
    let rated = survey.ratings["d1"] ?? []
    survey.ratings["d1"] = rated.indices.map { $0 < 9 ? rated[$0] : .notShown }
    let found = try survey.analysis()
    #expect(found.findings.contains(.fewAnswers(driver: "d1", answered: 9)))
    #expect(found.drivers.count == 6)
    #expect((found.drivers.map(\.importance).reduce(0, +) - 1).magnitude < 1e-12)
  }

  private func turned(_ names: [String]) -> RatingSurvey {
    var survey = plain
    for name in names {
      survey.ratings[name] = survey.ratings[name]?.map { Rating(10 - ($0.value ?? 0)) }
    }
    return survey
  }

  /// A reversed scale is told twice over: by the score, and by the other drivers.
  @Test func aReversedScaleIsToldByTheOtherDriversToo() throws {
    let found = try turned(["d3"]).analysis().findings
    let opposed = found.compactMap { finding -> String? in
      if case .opposed(let driver, let correlation) = finding, correlation < -0.4 { driver } else { nil }
    }
    #expect(opposed == ["d3"])
    #expect(found.contains { if case .reversed("d3", _) = $0 { true } else { false } })
    #expect(try plain.analysis().findings.isEmpty)
    // Declared as reversed, the same answers are in order.
    var declared = turned(["d3"])
    declared.drivers[2] = RatingSurvey.question(
      "d3", scale: Scale(minimum: 0, maximum: 10, isReversed: true))
    #expect(try declared.analysis().findings.isEmpty)
  }

  @Test func aReversedScoreIsToldOnce() throws {
    #expect(try turned(["ltr"]).analysis().findings == [.reversedOutcome(drivers: 3)])
  }

  @Test func aShorterScaleThanDeclaredIsNoticed() throws {
    var survey = plain
    for name in ["d1", "ltr"] {
      survey.ratings[name] = survey.ratings[name]?.map { Rating(1 + ($0.value ?? 0) * 4 / 10) }
    }
    #expect(
      try survey.analysis().findings == [
        .unusedTop(question: "d1", highest: 5, maximum: 10),
        .unusedTop(question: "ltr", highest: 5, maximum: 10),
      ])
    // A reversed scale is judged by the answers as they stand in the file.
    survey.drivers[0] = RatingSurvey.question(
      "d1", scale: Scale(minimum: 0, maximum: 10, isReversed: true))
    #expect(
      try survey.analysis().findings.contains(.unusedTop(question: "d1", highest: 5, maximum: 10)))
  }

  @Test func aDuplicateIsNamedAndSplitsItsShare() throws {
    var survey = plain
    survey.drivers.append(RatingSurvey.question("copy"))
    survey.ratings["copy"] = survey.ratings["d1"]
    let found = try survey.analysis()
    #expect(found.findings == [.duplicate(driver: "copy", of: "d1")])
    let first = try #require(found.drivers.first { $0.id == "d1" })
    let copy = try #require(found.drivers.first { $0.id == "copy" })
    #expect(Agreement(copy.importance, with: first.importance).error < 1e-12)
    #expect(first.rank < copy.rank)
    #expect(copy.coefficient == nil && first.coefficient != nil)
    #expect(Agreement(found.rSquared, with: try plain.analysis().rSquared).error < 1e-12)
  }

  @Test func aSumOfOtherDriversIsNamed() throws {
    var survey = RatingSurvey.simulated(300, effects: [3, 2, 1], seed: 2)
    survey.drivers.append(RatingSurvey.question("sum", scale: Scale(minimum: 0, maximum: 20)))
    survey.ratings["sum"] = (0..<300).map { row in
      Rating((survey.ratings["d1"]?[row].value ?? 0) + (survey.ratings["d2"]?[row].value ?? 0))
    }
    let found = try survey.analysis()
    #expect(found.findings == [.collinear(driver: "sum")])
    #expect(found.drivers.allSatisfy { $0.importance.isFinite && $0.importance > 0 })
    #expect(found.drivers.first { $0.id == "sum" }?.coefficient == nil)
  }

  @Test func duplicatesWithHolesOfTheirOwnAreSurvived() throws {
    var survey = plain
    survey.drivers.append(RatingSurvey.question("copy"))
    survey.ratings["copy"] = survey.ratings["d1"]
    for row in stride(from: 0, to: 300, by: 7) { survey.ratings["copy"]?[row] = .skipped }
    let found = try survey.analysis(DriverOptions(intervals: .bootstrap, replicates: 20))
    #expect(found.findings.contains(.duplicate(driver: "copy", of: "d1")))
    #expect(found.findings.contains(.unstableCovariance))
    #expect(found.drivers.allSatisfy { $0.importance.isFinite && $0.interval != nil })
  }

  /// Pairs that rest on different respondents and contradict each other: the correlations are those nearest to them that
  /// answers can have.
  @Test func impossiblePairwiseCorrelationsAreRepaired() throws {
    var survey = RatingSurvey(["d1", "d2", "d3"])
    for id in ["d1", "d2", "d3", "ltr"] { survey.ratings[id] = [] }
    for row in 0..<300 {
      let (low, high) = (row % 11, 10 - row % 11)
      let near = min(10, max(0, low + row % 3 - 1))
      let answers: [Rating] =
        row % 3 == 0
        ? [Rating(low), Rating(near), .skipped]
        : row % 3 == 1 ? [.skipped, Rating(low), Rating(near)] : [Rating(low), .skipped, Rating(high)]
      for (id, answer) in zip(["d1", "d2", "d3"], answers) { survey.ratings[id]?.append(answer) }
      survey.ratings["ltr"]?.append(Rating(row % 2 == 0 ? low : (row / 7) % 11))
    }
    let found = try survey.analysis(
      DriverOptions(missing: .pairwise, intervals: .bootstrap, replicates: 50))
    #expect(found.findings.contains(.unstableCovariance))
    #expect((0...1).contains(found.rSquared), "\(found.rSquared)")
    let shares = found.drivers.map(\.importance)
    #expect(shares.allSatisfy { $0 >= 0 } && abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(found.drivers.allSatisfy { $0.interval.map { 0...1 ~= $0.lowerBound } == true })
  }

  @Test func fewCompleteCasesAndASmallBaseAreNamed() throws {
    var survey = RatingSurvey.simulated(60, effects: [3, 2], seed: 5)
    for row in 0..<40 { survey.ratings[row % 2 == 0 ? "d1" : "d2"]?[row] = .skipped }
    let found = try survey.analysis()
    #expect(
      found.findings == [.fewCompleteCases(complete: 20, of: 60), .smallBase(size: 60, advised: 66)])
  }

  @Test func oneDriverIsAllThereIs() throws {
    let found = try RatingSurvey.simulated(80, effects: [1], seed: 6)
      .analysis(DriverOptions(intervals: .bootstrap, replicates: 50))
    #expect(found.drivers.map(\.importance) == [1])
    #expect(found.drivers.first?.interval == 1...1)
    #expect(found.drivers.first?.rankInterval == 1...1)
    #expect(found.drivers.first?.probabilityTop3 == 1)
    #expect(found.ties.isEmpty)
  }

  @Test func whatCannotBeRankedIsRefused() throws {
    var survey = plain
    survey.ratings["ltr"] = [Rating](repeating: Rating(8), count: 300)
    #expect(throws: AnalysisError.constantOutcome(value: 8)) { try survey.analysis() }
    survey.ratings["ltr"] = [Rating](repeating: .skipped, count: 300)
    #expect(throws: AnalysisError.noValidOutcome) { try survey.analysis() }
    var none = plain
    none.drivers = []
    #expect(throws: AnalysisError.noUsableDriver) { try none.analysis() }
    var unrated = plain
    for driver in ["d1", "d2", "d3"] { unrated.ratings[driver] = [Rating](repeating: .skipped, count: 300) }
    #expect(throws: AnalysisError.noUsableDriver) { try unrated.analysis() }
    #expect(throws: AnalysisError.tooFewRespondents(have: 4, need: 5)) {
      try RatingSurvey.simulated(4, effects: [3, 2, 1], seed: 1).analysis()
    }
    #expect(throws: AnalysisError.noResponses) {
      try DriverAnalysis(of: plain.survey, ResponseTable(count: 0, ratings: [:]))
    }
  }

  @Test func aScaleWithoutPromotersStillRanksTheScore() throws {
    var survey = plain
    survey.outcomeScale = Scale(minimum: 0, maximum: 11)
    let found = try survey.analysis()
    #expect(found.promoterRSquared == nil)
    #expect(found.drivers.allSatisfy { $0.promoterImportance == nil })
    #expect(throws: AnalysisError.noPromoterGroups(minimum: 0, maximum: 11)) {
      try survey.analysis(DriverOptions(outcome: .promoter, intervals: .none))
    }
  }

  @Test func groupsAreRankedOrTheReasonIsGiven() throws {
    var survey = plain
    let indices = (0..<300).map { $0 < 4 ? Int32(0) : $0 < 100 ? 1 : $0 < 290 ? 2 : -1 }
    survey.segments["region"] = .init(levels: ["north", "south", "west", "east"], indices: indices)
    let options = DriverOptions(intervals: .none)
    let found = try DriverAnalysis.bySegment("region", of: survey.survey, survey.table, options: options)
    #expect(found.map(\.value) == ["north", "south", "west", "east"])
    #expect(found[0].outcome == .suppressed(size: 4))
    #expect(found[1].analysis?.base.size == 96)
    #expect(found[3].outcome == .impossible(.noResponses))
    #expect(throws: AnalysisError.unknownSegment("regio", nearest: "region")) {
      try DriverAnalysis.bySegment("regio", of: survey.survey, survey.table)
    }
  }
}
