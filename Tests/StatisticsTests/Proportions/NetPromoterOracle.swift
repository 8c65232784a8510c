import Foundation
import Statistics
import TestSupport
import Testing

/// The reference numbers of `synth_open_nps.json` and the 1,500 respondents they were made from.
struct NetPromoterOracle {
  let reference: Oracle
  let data: OracleTable

  init() throws {
    reference = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_nps.json"))
    data = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
  }

  /// The tally of the respondents for whom a column has a value; of all of them without one.
  func tally(where column: String? = nil, is value: Double = 0, weighted: Bool = false) -> NetShareTally {
    let scores = data.column("ltr")
    let weights = data.column("w")
    let keys = column.map { data.column($0) }
    var tally = NetShareTally()
    for row in scores.indices where keys.map({ $0[row] == value }) ?? true {
      let side: NetShareTally.Side = scores[row] >= 9 ? .inFavour : scores[row] >= 7 ? .between : .against
      tally.add(side, weight: weighted ? weights[row] : 1)
    }
    return tally
  }

  /// The blocks of the reference: all, five segments, eight waves.
  static let blocks: [Block] =
    [Block(column: nil, value: 0)] + (0..<5).map { Block(column: "segment", value: $0) }
    + (0..<8).map { Block(column: "wave", value: $0) }

  struct Block: Sendable, CustomTestStringConvertible {
    let column: String?
    let value: Int
    var testDescription: String { column.map { "\($0) \(value)" } ?? "overall" }
  }

  func expected(_ block: Block) -> Oracle {
    guard let column = block.column else { return reference["overall"] }
    return reference["by_\(column)", "\(column)\(block.value)"]
  }

  func share(_ block: Block, weighted: Bool = false) throws -> NetShare {
    let tally = tally(where: block.column, is: Double(block.value), weighted: weighted)
    guard let share = NetShare(of: tally) else { throw CocoaError(.coderValueNotFound) }
    return share
  }
}
