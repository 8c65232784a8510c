import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

@Suite struct ThemeAnalysisTests {
  /// The simulated survey with its drivers in themes.
  private static func themed(_ survey: RatingSurvey, _ themes: [String: String]) -> RatingSurvey {
    var survey = survey
    survey.drivers = survey.drivers.map {
      Question(id: $0.id, source: $0.source, label: $0.label, scale: $0.scale, theme: themes[$0.id])
    }
    return survey
  }

  private static let none = DriverOptions(intervals: .none)

  @Test func themesShareAsGroupsDo() throws {
    let survey = Self.themed(try RatingSurvey.reference(), ["d1": "A", "d2": "A", "d3": "B", "d5": "B"])
    let found = try ThemeAnalysis(of: survey.survey, survey.table, options: Self.none)
    let columns = (["d1", "d2", "d3", "d4", "d5", "d6", "d7", "ltr"]).map { name in
      (survey.ratings[name] ?? []).map { Double($0.value ?? 0) }
    }
    let expected = try GroupedShapley(
      of: 7, in: Covariance(of: columns), groups: [[0, 1], [2, 4], [3], [5], [6]])
    let names = ["A", "B", "d4", "d6", "d7"]
    for theme in found.themes {
      let place = try #require(names.firstIndex(of: theme.name))
      #expect(Agreement(theme.importance * found.rSquared, with: expected.shares[place]).error < 1e-10)
      #expect(Agreement(theme.drivers.map(\.importance).reduce(0, +), with: theme.importance).error < 1e-10)
    }
    #expect(found.themes.map(\.rank) == [1, 2, 3, 4, 5] && found.covariateRSquared == 0)
  }

  @Test func covariatesAreAlwaysIn() throws {
    let survey = try RatingSurvey.reference()
    let found = try ThemeAnalysis(
      of: survey.survey, survey.table, covariates: ["d7", "segment"], byTheme: false, options: Self.none)
    var columns = (1...7).map { "d\($0)" }.map { name in
      (survey.ratings[name] ?? []).map { Double($0.value ?? 0) }
    }
    let segment = try #require(survey.segments["segment"]).indices
    let levels = Set(segment).sorted().dropFirst()
    columns += levels.map { level in segment.map { $0 == level ? 1 : 0 } }
    columns.append((survey.ratings["ltr"] ?? []).map { Double($0.value ?? 0) })
    let expected = try GroupedShapley(
      of: columns.count - 1, in: Covariance(of: columns), groups: (0..<6).map { [$0] },
      always: Array(6..<columns.count - 1))
    #expect(Agreement(found.covariateRSquared, with: expected.covariates).error < 1e-10)
    #expect(Agreement(found.rSquared, with: expected.rSquared).error < 1e-10)
    for theme in found.themes {
      let place = try #require(Int(theme.name.dropFirst())) - 1
      let share = expected.shares[place] / (expected.rSquared - expected.covariates)
      #expect(Agreement(theme.importance, with: share).error < 1e-9)
    }
  }

  @Test func unknownCovariatesAreNamed() throws {
    let survey = RatingSurvey.simulated(60, effects: [2, 1], seed: 3)
    #expect(throws: AnalysisError.unknownCovariate("d11", nearest: "d1")) {
      try ThemeAnalysis(of: survey.survey, survey.table, covariates: ["d11"])
    }
    #expect(throws: AnalysisError.noUsableDriver) {
      try ThemeAnalysis(of: survey.survey, survey.table, covariates: ["d1", "d2"])
    }
  }

  /// How often the intervals hold the shares of a sample of 40,000.
  @Test(.tags(.simulation), arguments: [DriverOptions.Intervals.bootstrap, .delta])
  func intervalsHoldTheTruth(intervals: DriverOptions.Intervals) throws {
    let themes = ["d1": "A", "d2": "A"]
    let large = Self.themed(RatingSurvey.simulated(40_000, effects: [4, 2, 1, 2], seed: 999), themes)
    let truth = try ThemeAnalysis(
      of: large.survey, large.table, covariates: ["d4"], options: Self.none)
    var held = [0, 0]
    for seed in 1...100 {
      let survey = Self.themed(
        RatingSurvey.simulated(250, effects: [4, 2, 1, 2], seed: UInt64(seed)), themes)
      let found = try ThemeAnalysis(
        of: survey.survey, survey.table, covariates: ["d4"],
        options: DriverOptions(intervals: intervals, replicates: 200))
      let theme = try #require(found.themes.first { $0.name == "A" })
      let expected = try #require(truth.themes.first { $0.name == "A" })
      held[0] += theme.interval?.contains(expected.importance) == true ? 1 : 0
      let driver = try #require(theme.drivers.first { $0.id == "d2" })
      let share = try #require(expected.drivers.first { $0.id == "d2" }).importance
      held[1] += driver.interval?.contains(share) == true ? 1 : 0
    }
    for count in held { #expect((86...100).contains(count), "\(held)") }
  }
}
