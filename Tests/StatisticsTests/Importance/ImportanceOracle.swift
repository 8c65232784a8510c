import Foundation
import Statistics
import TestSupport
import Testing

/// A data set with reference numbers for everything that belongs to least squares.
enum ImportanceOracle: String, CaseIterable, CustomTestStringConvertible {
  case attitude
  case synthetic
  case syntheticWeighted

  static let folder = "Tests/StatisticsTests/Oracles/"

  var testDescription: String { rawValue }

  var outcome: String { self == .attitude ? "rating" : "ltr" }

  var drivers: [String] {
    self == .attitude
      ? ["complaints", "privileges", "learning", "raises", "critical", "advance"]
      : (1...7).map { "d\($0)" }
  }

  /// Reference numbers.
  func numbers() throws -> Oracle {
    switch self {
    case .attitude: try Oracle(Fixture.url(Self.folder + "attitude_ols.json"))["results"]
    case .synthetic: try Oracle(Fixture.url(Self.folder + "synth_open_ols.json"))["unweighted"]
    case .syntheticWeighted: try Oracle(Fixture.url(Self.folder + "synth_open_ols.json"))["weighted"]
    }
  }

  /// The drivers' columns, then the outcome's.
  func columns() throws -> [[Double]] {
    let name = self == .attitude ? "attitude.csv" : "synth_open.csv"
    return try OracleTable(Fixture.url(Self.folder + name)).columns(drivers + [outcome])
  }

  func weights() throws -> [Double]? {
    guard self == .syntheticWeighted else { return nil }
    return try OracleTable(Fixture.url(Self.folder + "synth_open.csv")).column("w")
  }

  func covariance() throws -> Covariance {
    Covariance(of: try columns(), weights: try weights())
  }
}
