import Foundation
import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport

/// A small survey whose outcome is `ltr` and whose drivers are named in order.
struct RatingSurvey {
  var drivers: [Question]
  var ratings: [String: [Rating]] = [:]
  var weights: [Double]?
  var segments: [String: ResponseTable.Categories] = [:]
  var outcomeScale = Scale.recommendation
  var sampling = SamplingColumns()

  init(_ names: [String]) {
    drivers = names.map { RatingSurvey.question($0) }
  }

  static func question(_ id: String, scale: Scale = .recommendation) -> Question {
    Question(id: id, source: ColumnSource(name: id), label: LocalizedText(id), scale: scale)
  }

  var survey: Survey {
    Survey(
      title: LocalizedText("Ratings"), outcome: RatingSurvey.question("ltr", scale: outcomeScale),
      drivers: drivers,
      segments: segments.keys.sorted().map { id in
        Segment(id: id, source: ColumnSource(name: id), label: LocalizedText(id))
      }, sampling: sampling)
  }

  var table: ResponseTable {
    ResponseTable(
      count: ratings["ltr"]?.count ?? 0, ratings: ratings, segments: segments, weights: weights)
  }

  func analysis(_ options: DriverOptions = DriverOptions(intervals: .none)) throws -> DriverAnalysis {
    try DriverAnalysis(of: survey, table, options: options)
  }

  /// The reference data, complete or with holes.
  static func reference(missing: Bool = false, weighted: Bool = false) throws -> RatingSurvey {
    let name = missing ? "synth_open_missing.csv" : "synth_open.csv"
    let table = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/\(name)"))
    var survey = RatingSurvey((1...7).map { "d\($0)" })
    for question in ["ltr"] + survey.drivers.map(\.id) {
      survey.ratings[question] = table.cells(question).map { $0.map { Rating(Int($0)) } ?? .skipped }
    }
    if weighted { survey.weights = table.column("w") }
    let segment = table.column("segment").map { Int32($0) }
    survey.segments["segment"] = .init(levels: (0...5).map { "s\($0)" }, indices: segment)
    return survey
  }

  /// Seeded ratings: each driver is half a common impression, the outcome a weighted sum of them and noise.
  static func simulated(_ rows: Int, effects: [Double], noise: Double = 3, seed: UInt64) -> RatingSurvey {
    var generator = SeededGenerator(seed: seed)
    var survey = RatingSurvey(effects.indices.map { "d\($0 + 1)" })
    var columns = [[Rating]](repeating: [], count: effects.count)
    var outcome: [Rating] = []
    let total = effects.reduce(0, +)
    for _ in 0..<rows {
      let common = generator.uniform()
      var sum = 0.0
      for (driver, effect) in effects.enumerated() {
        let value = Int((11 * (common + generator.uniform()) / 2).rounded(.down))
        columns[driver].append(Rating(value))
        sum += effect * Double(value)
      }
      let level = sum / max(total, 1) + noise * (2 * generator.uniform() - 1)
      outcome.append(Rating(Int(min(10, max(0, level.rounded())))))
    }
    for (driver, column) in columns.enumerated() { survey.ratings["d\(driver + 1)"] = column }
    survey.ratings["ltr"] = outcome
    return survey
  }

  /// The same survey with a share of each driver's ratings left out at random.
  func withHoles(_ share: Double, seed: UInt64) -> RatingSurvey {
    var generator = SeededGenerator(seed: seed)
    var survey = self
    for driver in drivers {
      survey.ratings[driver.id] = ratings[driver.id]?.map { generator.uniform() < share ? .skipped : $0 }
    }
    return survey
  }
}
