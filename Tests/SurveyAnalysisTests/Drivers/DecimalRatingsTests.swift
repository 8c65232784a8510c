import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

/// Ratings with decimals: 7.5 is stored as 75 steps, and what is told is in points.
@Suite struct DecimalRatingsTests {
  /// The reference survey with every driver on a scale with one decimal, its answers multiplied.
  private static func counted(inSteps factor: Int, maximum: Int) throws -> RatingSurvey {
    var survey = try RatingSurvey.reference()
    let scale = Scale(minimum: 0, maximum: maximum, decimals: 1)
    survey.drivers = survey.drivers.map { RatingSurvey.question($0.id, scale: scale) }
    for driver in survey.drivers {
      survey.ratings[driver.id] = survey.ratings[driver.id]?.map {
        $0.value.map { Rating(factor * $0) } ?? $0
      }
    }
    return survey
  }

  /// What a ranking tells of its drivers, had each answer been multiplied by a factor.
  private static func numbers(_ analysis: DriverAnalysis, factor: Double = 1) -> [Double] {
    analysis.drivers.flatMap { driver in
      [
        driver.importance, driver.performance * factor, (driver.coefficient ?? .nan) / factor,
        (driver.coefficientStandardError ?? .nan) / factor, driver.standardizedCoefficient ?? .nan,
      ]
    }
  }

  @Test func decimalsThatNobodyUsesChangeNoNumber() throws {
    let (plain, decimal) = (try RatingSurvey.reference(), try Self.counted(inSteps: 10, maximum: 10))
    let options = DriverOptions(replicates: 50)
    let (before, after) = (try plain.analysis(options), try decimal.analysis(options))
    #expect(after.drivers.map(\.id) == before.drivers.map(\.id) && after.findings == before.findings)
    #expect(worstError(of: Self.numbers(after), with: Self.numbers(before)) < 1e-11)
    let rewards = try [plain, decimal].map {
      try PenaltyRewardAnalysis(of: $0.survey, $0.table, options: PenaltyRewardOptions(replicates: 50))
    }
    #expect(rewards[0] == rewards[1])
    let quality = try [plain, decimal].map { try DataQuality(of: $0.survey, $0.table) }
    #expect(quality[0].drivers.map(\.highest) == quality[1].drivers.map(\.highest))
    #expect(quality[0].drivers.map(\.ceilingShare) == quality[1].drivers.map(\.ceilingShare))
    #expect(quality[0].careless == quality[1].careless)
  }

  /// Answers of half the size: what is told per point doubles, what is told in points halves, shares stay.
  @Test func halfMarksAreToldInPoints() throws {
    let (plain, halves) = (try RatingSurvey.reference(), try Self.counted(inSteps: 5, maximum: 5))
    let (before, after) = (try plain.analysis(), try halves.analysis())
    #expect(worstError(of: Self.numbers(after), with: Self.numbers(before, factor: 0.5)) < 1e-11)
    let models = try [plain, halves].map { survey in
      try LogisticAnalysis(of: survey.survey, survey.table).drivers.compactMap { $0.oddsRatio?.coefficient }
    }
    #expect(models[0].count == 7 && worstError(of: models[1], with: models[0].map { 2 * $0 }) < 1e-9)
    let quality = try DataQuality(of: halves.survey, halves.table)
    #expect(quality.drivers.allSatisfy { $0.highest == 5 && $0.scale == 0...5 })
  }

  @Test func aHalfMarkIsLowOrHighByItsOwnValue() throws {
    var survey = RatingSurvey(["d1"])
    survey.drivers = [RatingSurvey.question("d1", scale: Scale(minimum: 0, maximum: 10, decimals: 1))]
    let codes = (0..<60).map { [60, 65, 85, 90, 95, 20][$0 % 6] }
    survey.ratings = ["d1": codes.map { Rating($0) }, "ltr": codes.map { Rating(min(10, $0 / 10 + $0 % 3)) }]
    let found = try PenaltyRewardAnalysis(of: survey.survey, survey.table)
    #expect(found.drivers.first?.counts == [20, 20, 20])
  }
}
