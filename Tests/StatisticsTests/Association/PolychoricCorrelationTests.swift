import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct PolychoricCorrelationTests {
  private let data: OracleTable

  init() throws {
    data = try OracleTable(Fixture.url(ImportanceOracle.folder + "synth_open.csv"))
  }

  private func correlation(_ first: String, _ second: String) -> Double {
    PolychoricCorrelation(
      of: data.column(first).map { Int($0) }, with: data.column(second).map { Int($0) }
    ).value
  }

  /// R's polycor stops at four to five digits; the other reference has twenty.
  @Test(arguments: [("d1", "d2"), ("d1", "d3"), ("ltr", "d1")])
  func ratingsOnElevenLevelsAgree(first: String, second: String) throws {
    let found = correlation(first, second)
    let exact = try Oracle(Fixture.url(ImportanceOracle.folder + "polychoric_mpmath.json"))
    let worst = Agreement(found, with: exact["\(first)_\(second)"].number).error
    #expect(worst < 1e-12, "\(worst)")
    let package = try Oracle(Fixture.url(ImportanceOracle.folder + "synth_open_prca_quality.json"))
    let rough = package["polychoric_twostep", "value", "\(first)_\(second)_twostep"].number
    #expect(Agreement(found, with: rough).error < 1e-4)
  }

  /// With margins of a half the cell above both medians has ¼ + arcsin(ρ)/2π (Sheppard 1899).
  @Test(arguments: [10, 25, 33, 40])
  func aTableCutAtTheMediansHasAClosedForm(both: Int) {
    let cells = [(0, 0, both), (1, 1, both), (0, 1, 50 - both), (1, 0, 50 - both)]
    let rows = cells.flatMap { cell in [Int](repeating: 0, count: cell.2).map { _ in cell } }
    let found = PolychoricCorrelation(of: rows.map(\.0), with: rows.map(\.1)).value
    let expected = -cos(2 * .pi * Double(both) / 100)
    #expect((found - expected).magnitude < 1e-12, "\(found) \(expected)")
  }

  @Test func weightTwoIsTheRowTwice() {
    let (first, second) = (data.column("d1").map { Int($0) }, data.column("d4").map { Int($0) })
    let weights = first.indices.map { Double($0 % 3) }
    let rows = first.indices.flatMap { Array(repeating: $0, count: $0 % 3) }
    let weighted = PolychoricCorrelation(of: first, with: second, weights: weights).value
    let repeated = PolychoricCorrelation(of: rows.map { first[$0] }, with: rows.map { second[$0] }).value
    #expect(Agreement(weighted, with: repeated).error < 1e-13)
  }

  @Test func edges() {
    #expect(PolychoricCorrelation(of: [1, 1, 1], with: [1, 2, 3]).value == 0)
    #expect(PolychoricCorrelation(of: [1, 2, 3], with: [4, 5, 6]).value == 1)
    #expect(PolychoricCorrelation(of: [1, 2, 3], with: [6, 5, 4]).value == -1)
  }
}
