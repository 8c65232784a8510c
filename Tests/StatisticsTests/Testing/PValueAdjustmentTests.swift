import Statistics
import TestSupport
import Testing

@Suite struct PValueAdjustmentTests {
  @Test(arguments: [
    (PValueAdjustment.holm, "holm"), (.benjaminiHochberg, "bh"), (.benjaminiYekutieli, "by"),
    (.hommel, "hommel"), (.bonferroni, "bonferroni"), (.none, "raw"),
  ])
  func agreesWithR(method: (PValueAdjustment, String)) throws {
    let expected = try NetPromoterOracle().reference["p_adjust_segments_vs_rest"]
    let found = method.0.adjusted(expected["raw"].numbers())
    #expect(worstError(of: found, with: expected[method.1].numbers()) < 1e-14)
  }

  /// Benjamini & Hochberg 1995, section 3.2: fifteen endpoints of a trial; Holm's procedure finds three at 5 %, theirs
  /// four.
  @Test func benjaminiAndHochbergsExample() {
    let values = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
      0.7590, 1.0,
    ]
    let holm = PValueAdjustment.holm.adjusted(values)
    let hommel = PValueAdjustment.hommel.adjusted(values)
    #expect(holm.count { $0 <= 0.05 } == 3)
    #expect(PValueAdjustment.benjaminiHochberg.adjusted(values).count { $0 <= 0.05 } == 4)
    #expect(zip(hommel, holm).allSatisfy { $0 <= $1 + 1e-15 })
    #expect(zip(hommel, values).allSatisfy { $0 >= $1 })
  }

  @Test(arguments: PValueAdjustment.allCases)
  func orderDoesNotMatter(method: PValueAdjustment) {
    let values = [0.03, 0.5, 0.001, 0.03, 0.2]
    let shuffled = [3, 0, 4, 2, 1].map { values[$0] }
    #expect([3, 0, 4, 2, 1].map { method.adjusted(values)[$0] } == method.adjusted(shuffled))
    #expect(method.adjusted([]) == [])
    #expect(method.adjusted([0.04]) == [0.04])
  }
}
