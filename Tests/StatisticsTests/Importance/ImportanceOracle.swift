import Foundation
import Statistics
import TestSupport
import Testing

/// A data set with reference numbers for everything that belongs to least squares.
enum ImportanceOracle: String, CaseIterable, CustomTestStringConvertible {
  case attitude
  case synthetic
  case syntheticWeighted
  /// 198 schools with sampling weights between 15 and 44.
  case schools

  static let folder = "Tests/StatisticsTests/Oracles/"

  var testDescription: String { rawValue }

  var outcome: String {
    switch self {
    case .attitude: "rating"
    case .schools: "api00"
    case .synthetic, .syntheticWeighted: "ltr"
    }
  }

  var drivers: [String] {
    switch self {
    case .attitude: ["complaints", "privileges", "learning", "raises", "critical", "advance"]
    case .schools: SurveyOfSchools.drivers
    case .synthetic, .syntheticWeighted: (1...7).map { "d\($0)" }
    }
  }

  /// Reference numbers.
  func numbers() throws -> Oracle {
    switch self {
    case .attitude: try Oracle(Fixture.url(Self.folder + "attitude_ols.json"))["results"]
    case .synthetic: try Oracle(Fixture.url(Self.folder + "synth_open_ols.json"))["unweighted"]
    case .syntheticWeighted: try Oracle(Fixture.url(Self.folder + "synth_open_ols.json"))["weighted"]
    case .schools: try SurveyOfSchools().reference["weighted_importance"]
    }
  }

  /// The drivers' columns, then the outcome's.
  func columns() throws -> [[Double]] {
    if self == .schools {
      let schools = try SurveyOfSchools()
      return schools.predictors + [schools.outcome]
    }
    let name = self == .attitude ? "attitude.csv" : "synth_open.csv"
    return try OracleTable(Fixture.url(Self.folder + name)).columns(drivers + [outcome])
  }

  func weights() throws -> [Double]? {
    if self == .schools { return try SurveyOfSchools().weights }
    guard self == .syntheticWeighted else { return nil }
    return try OracleTable(Fixture.url(Self.folder + "synth_open.csv")).column("w")
  }

  func covariance() throws -> Covariance {
    Covariance(of: try columns(), weights: try weights())
  }
}
