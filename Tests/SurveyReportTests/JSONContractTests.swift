import Foundation
import SurveyReport
import Testing

/// The keys that others rely on; they are listed in docs/json.md.
@Suite struct JSONContractTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func hasKeys(_ value: Any?, _ keys: [String]) throws -> [String: Any] {
    let object = try #require(value as? [String: Any])
    for key in keys { #expect(object.keys.contains(key), "The key \(key) is missing.") }
    return object
  }

  private static let scoreKeys = [
    "nps", "interval", "promoters", "passives", "detractors", "baseSize", "effectiveBaseSize",
  ]

  @Test func score() throws {
    let text = try ScoreOutput.text(
      of: Sample.dutchScore, survey: Sample.dutchSurvey(), language: .dutch, as: .json)
    let root = try hasKeys(try object(text), ["version", "total", "segments", "waves"])
    #expect(root["version"] as? Int == 1)
    let total = try hasKeys(root["total"], JSONContractTests.scoreKeys)
    #expect(total["nps"] as? Double == 24.37)
    _ = try hasKeys(total["interval"], ["lower", "upper"])
    let segments = try #require(root["segments"] as? [Any])
    #expect(segments.count == 7)
    for segment in segments { _ = try hasKeys(segment, JSONContractTests.scoreKeys + ["segment", "value"]) }
  }

  @Test func suppressedScoresAreNull() throws {
    let text = try ScoreOutput.text(
      of: Sample.dutchScore, survey: Sample.dutchSurvey(), language: .dutch, as: .json)
    let segments = try #require(try object(text)["segments"] as? [[String: Any]])
    let withheld = try #require(segments.first { $0["value"] as? String == "onbekend" })
    for key in ["nps", "interval", "promoters", "passives", "detractors", "standardError", "againstRest"] {
      #expect(withheld[key] is NSNull, "\(key) must be null.")
    }
    #expect(withheld["suppressed"] as? Bool == true)
  }

  @Test func drivers() throws {
    let text = try DriverOutput.text(
      of: Sample.dutchRanking, survey: Sample.dutchSurvey(), language: .english, as: .json)
    let root = try hasKeys(
      try object(text), ["outcome", "method", "rSquared", "baseSize", "drivers", "findings"])
    #expect(root["method"] as? String == "shapley")
    let drivers = try #require(root["drivers"] as? [[String: Any]])
    for driver in drivers {
      let found = try hasKeys(
        driver,
        [
          "id", "label", "importance", "interval", "rank", "rankInterval", "probabilityTop3",
          "promoterImportance", "detractorImportance", "correlation", "coefficient", "performance",
        ])
      _ = try hasKeys(found["rankInterval"], ["lower", "upper"])
    }
    #expect(drivers.first?["label"] as? String == "Service speed")
    #expect(abs(drivers.compactMap { $0["importance"] as? Double }.reduce(0, +) - 1) < 1e-9)
  }

  @Test func trend() throws {
    let text = try TrendOutput.text(
      of: Sample.dutchTrend, survey: Sample.dutchSurvey(), language: .english, as: .json)
    let root = try hasKeys(try object(text), ["periods", "segments", "version"])
    let keys = [
      "period", "nps", "interval", "baseSize", "change", "changeInterval", "pValue", "significant",
    ]
    let periods = try #require(root["periods"] as? [[String: Any]])
    for period in periods { _ = try hasKeys(period, keys) }
    #expect(periods.first?["change"] is NSNull)
    let segments = try #require(root["segments"] as? [[String: Any]])
    #expect(segments.count == 4)
    let inner = try #require(segments.first?["periods"] as? [[String: Any]])
    for period in inner { _ = try hasKeys(period, keys) }
  }

  @Test func numbersKeepTheirFullPrecision() throws {
    let ranking = Sample.ranking([
      Sample.driver(
        "servicesnelheid", rank: 1, importance: 1.0 / 3, ranks: 1...1, promoter: 0.1, detractor: 0.2,
        performance: 6.2)
    ])
    let text = try DriverOutput.text(of: ranking, survey: Sample.dutchSurvey(), language: .dutch, as: .json)
    #expect(text.contains("0.3333333333333333"))
    let csv = try DriverOutput.text(of: ranking, survey: Sample.dutchSurvey(), language: .dutch, as: .csv)
    #expect(csv.contains(",0.3333333333333333,"))
  }

  @Test func driversByGroup() throws {
    let text = try SegmentDriverOutput.text(
      of: Sample.dutchRanking, by: Sample.dutchGroups, survey: Sample.dutchSurvey(), language: .dutch,
      as: .json)
    let root = try hasKeys(try object(text), ["version", "drivers", "segments"])
    let segments = try #require(root["segments"] as? [[String: Any]])
    let suppressed = segments.map { $0["suppressed"] as? Bool ?? true }
    #expect(suppressed == [false, false, true])
    let ranking = try hasKeys(
      segments[0]["ranking"], ["outcome", "method", "rSquared", "baseSize", "drivers"])
    #expect((ranking["drivers"] as? [Any])?.count == 7)
    #expect(segments[0]["reason"] is NSNull)
    #expect(segments[1]["ranking"] is NSNull)
    #expect((segments[1]["reason"] as? String)?.contains("25 respondenten") == true)
    #expect(segments[2]["ranking"] is NSNull)
  }
}
