import Testing

@testable import SurveyReport

@Suite struct ChartScaleTests {
  @Test(
    arguments: [(0.3, 4, 0.1), (1, 4, 0.5), (100, 5, 20), (7, 5, 2), (0.02, 4, 0.005), (40, 8, 5)]
      as [(Double, Int, Double)])
  func stepsAreRound(length: Double, count: Int, expected: Double) {
    #expect(abs(ChartScale.roundStep(length, count: count) - expected) < 1e-12)
  }

  @Test func ticksLieWithinTheDomain() {
    let scale = ChartScale(domain: -13...29, start: 0, end: 420)
    #expect(scale.ticks(about: 4) == [0, 20])
    #expect(scale.position(-13) == 0)
    #expect(scale.position(29) == 420)
    #expect(scale.clamped(500) == 420)
  }

  @Test func paddingKeepsWithinTheLimits() {
    #expect(ChartScale.padded([-99.5, 40], within: -100...100, ticks: 4) == -100...50)
    #expect(ChartScale.padded([100, 100], within: -100...100, ticks: 4).upperBound == 100)
    #expect(ChartScale.padded([], within: -100...100, ticks: 4) == -100...100)
  }
}
