import Foundation
import Statistics
import TestSupport

/// 198 Californian schools in three strata (R's survey::apistrat) with weights, population sizes and districts.
struct SurveyOfSchools {
  static let drivers = ["ell", "meals", "mobility", "avg.ed"]
  let outcome: [Double]
  let predictors: [[Double]]
  let weights: [Double]
  let stratified: SamplingDesign
  let clustered: SamplingDesign
  let reference: Oracle

  init() throws {
    let folder = "Tests/StatisticsTests/Oracles/"
    let url = Fixture.url(folder + "apistrat.csv")
    let rows = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",").map { String($0.filter { $0 != "\"" }) }
    }
    func texts(_ name: String) -> [String] {
      let column = rows[0].firstIndex(of: name) ?? 0
      return rows.dropFirst().map { $0[column] }
    }
    func numbers(_ name: String) -> [Double] { texts(name).map { Double($0) ?? .nan } }
    outcome = numbers("api00")
    predictors = Self.drivers.map { numbers($0) }
    weights = numbers("pw")
    let types = ["E", "H", "M"]
    stratified = SamplingDesign(
      rows: outcome.count, strata: texts("stype").map { types.firstIndex(of: $0) ?? -1 },
      populationSizes: numbers("fpc"))
    clustered = SamplingDesign(rows: outcome.count, clusters: numbers("dnum").map { Int($0) })
    reference = try Oracle(Fixture.url(folder + "apistrat_weighted.json"))
  }
}
