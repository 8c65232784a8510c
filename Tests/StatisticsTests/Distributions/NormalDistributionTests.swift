import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct NormalDistributionTests {
  private static let oracle = Fixture.url("Tests/StatisticsTests/Oracles/normal_mpmath.json")
  private let normal = NormalDistribution.standard

  @Test func tailsAgreeWithFiftyDigits() throws {
    let cases = try Oracle(Self.oracle)["upperTail"].list
    let upper = cases.map { normal.upperTail($0["z"].number) }
    let lower = cases.map { normal.cumulative(-$0["z"].number) }
    let worst = worstError(of: upper, with: cases.map { $0["value"].number })
    #expect(worst < 2e-15, "worst relative error \(worst)")
    #expect(upper == lower)
  }

  @Test func quantilesAgreeWithFiftyDigits() throws {
    let cases = try Oracle(Self.oracle)["upperQuantile"].list
    let found = cases.map { normal.upperQuantile($0["probability"].number) }
    let worst = worstError(of: found, with: cases.map { $0["value"].number }, floor: 1e-2)
    #expect(worst < 2e-15, "worst relative error \(worst)")
  }

  @Test func quantileInvertsTheDistribution() {
    let shifted = NormalDistribution(mean: 7.5, standardDeviation: 2)
    for step in 1..<100 {
      let probability = Double(step) / 100
      #expect((shifted.cumulative(shifted.quantile(probability)) - probability).magnitude < 1e-15)
    }
  }

  @Test func extremesAreInfiniteOrZero() {
    #expect(normal.quantile(0) == -.infinity)
    #expect(normal.quantile(1) == .infinity)
    #expect(normal.upperTail(50) == 0)
    #expect(normal.upperTail(-.infinity) == 1)
    #expect(normal.upperTail(.nan).isNaN)
  }

  @Test func densityIntegratesTheTail() {
    #expect(Agreement(normal.density(0), with: 0.398942280401432677939946).error < 1e-15)
    #expect(Agreement(normal.density(20), with: 5.52094836215976318958273568279e-88).error < 1e-14)
  }

  @Test func criticalValueIsTheUsualOne() {
    #expect(
      Agreement(NormalDistribution.criticalValue(confidence: 0.95), with: 1.959963984540054).error < 1e-14)
    #expect(normal.twoSided(-1.959963984540054).distance(to: 0.05).magnitude < 1e-15)
  }
}
