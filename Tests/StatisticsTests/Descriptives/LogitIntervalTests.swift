import Statistics
import TestSupport
import Testing

@Suite struct LogitIntervalTests {
  @Test func intervalsOfSharesStayInside() {
    let interval = LogitInterval.ofShare(0.02, standardError: 0.02, confidence: 0.95)
    // logit(0.02) ± 1.959963984540054 · 0.02/(0.02 · 0.98), brought back by Python's math module.
    #expect(Agreement(interval.lowerBound, with: 0.0027544381753620206).error < 1e-12)
    #expect(Agreement(interval.upperBound, with: 0.1310328749104916).error < 1e-12)
  }

  @Test func aShareOfAllOrNothingHasNoWidth() {
    #expect(LogitInterval.ofShare(1, standardError: 0, confidence: 0.95) == 1...1)
    #expect(LogitInterval.ofShare(0, standardError: 0.1, confidence: 0.95) == 0...0)
  }
}
