import Statistics
import TestSupport
import Testing

@Suite struct TrendTests {
  private let oracle: NetPromoterOracle
  private let waves: [NetShare]

  init() throws {
    let oracle = try NetPromoterOracle()
    self.oracle = oracle
    waves = try (0..<8).map { try oracle.share(.init(column: "wave", value: $0)) }
  }

  @Test func lineThroughTheWavesAgrees() throws {
    let expected = oracle.reference["trend_weighted_least_squares"]
    let trend = try #require(
      WeightedTrend(
        of: waves.map(\.value), at: (0..<8).map { Double($0) }, standardErrors: waves.map(\.standardError)))
    let residual = try #require(trend.residualStandardError)
    let found = [trend.slope, trend.standardError, residual, trend.statistic]
    let keys = ["slope", "se_known_variance", "se_lm", "z"]
    #expect(worstError(of: found, with: expected.numbers(keys)) < 1e-10)
  }

  @Test func mannKendallAgrees() throws {
    let expected = oracle.reference["trend_weighted_least_squares", "mann_kendall"]
    let test = try #require(MannKendallTest(of: waves.map(\.value), at: (0..<8).map { Double($0) }))
    #expect(test.statistic == Int(expected["S"].number))
    #expect(Agreement(test.variance, with: expected["var_S_no_ties"].number).error < 1e-14)
  }

  @Test func slopeOfAnExactLine() throws {
    let times = [0.0, 1, 2, 4, 5, 7]
    let values = times.map { 3 - 2 * $0 }
    let errors = [1.0, 2, 1, 3, 1, 2]
    let line = try #require(WeightedTrend(of: values, at: times, standardErrors: errors))
    #expect((line.slope + 2).magnitude < 1e-13 && (line.intercept - 3).magnitude < 1e-13)
    let test = try #require(MannKendallTest(of: values, at: times))
    #expect(test.slope == -2 && test.statistic == -15)
  }

  @Test func outlierDoesNotMoveSensSlope() throws {
    let values = [1.0, 2, 3, 400, 5, 6, 7]
    #expect(try #require(MannKendallTest(of: values, at: (0..<7).map { Double($0) })).slope == 1)
  }

  /// Ties: n = 4 with one pair alike: (4·3·13 − 2·1·9)/18.
  @Test func tiesLessenTheVariance() throws {
    let test = try #require(MannKendallTest(of: [1, 2, 2, 3], at: [0, 1, 2, 3]))
    #expect(test.statistic == 5)
    #expect((test.variance - 138.0 / 18).magnitude < 1e-14)
  }

  @Test func constantAndShortSeries() throws {
    let flat = try #require(MannKendallTest(of: [5, 5, 5], at: [0, 1, 2]))
    #expect(flat.statistic == 0 && flat.pValue == 1 && flat.slope == 0)
    #expect(MannKendallTest(of: [1], at: [0]) == nil)
    #expect(WeightedTrend(of: [1, 2], at: [3, 3], standardErrors: [1, 1]) == nil)
    let two = try #require(WeightedTrend(of: [1, 2], at: [0, 1], standardErrors: [1, 1]))
    #expect(two.residualStandardError == nil)
  }
}
