import Foundation
import TestSupport

/// 1,681 households in 72 cells (R's MASS::housing): satisfaction on three levels by influence, type and contact.
struct HousingSatisfaction {
  static let names = ["InflMedium", "InflHigh", "TypeApartment", "TypeAtrium", "TypeTerrace", "ContHigh"]
  let outcome: [Int]
  /// Treatment contrasts in the order of `names`.
  let predictors: [[Double]]
  let frequencies: [Double]

  init() throws {
    let url = Fixture.url("Tests/StatisticsTests/Oracles/housing.csv")
    let rows = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map
    {
      $0.split(separator: ",").map { $0.filter { $0 != "\"" } }
    }
    outcome = rows.map { ["Low", "Medium", "High"].firstIndex(of: $0[0]) ?? -1 }
    frequencies = rows.map { Double($0[4]) ?? -1 }
    predictors = Self.names.map { name in
      rows.map { row in ["Infl" + row[1], "Type" + row[2], "Cont" + row[3]].contains(name) ? 1 : 0 }
    }
  }
}
