import Statistics
import TestSupport
import Testing

@Suite struct BootstrapIntervalTests {
  private let replicates = (0...100).map { Double($0) }

  @Test func theBasicIntervalMirrorsThePercentileInterval() {
    let percentile = BootstrapInterval.percentile(replicates, confidence: 0.9)
    #expect(worstError(of: [percentile.lowerBound, percentile.upperBound], with: [5, 95]) < 1e-14)
    let basic = BootstrapInterval.basic(replicates, estimate: 40, confidence: 0.9)
    #expect(worstError(of: [basic.lowerBound, basic.upperBound], with: [-15, 75]) < 1e-14)
  }

  @Test func withoutBiasAndAccelerationTheCorrectedIntervalIsThePercentileInterval() {
    let symmetric = BootstrapInterval.correction(
      replicates.map { $0 + 0.5 }, estimate: 51, jackknife: [1, 2, 3])
    #expect(symmetric.acceleration == 0)
    let even = BootstrapInterval.correction(
      Array(replicates.dropLast()), estimate: 49.5, jackknife: [4, 4, 4])
    #expect(even.bias.magnitude < 1e-15)
    let corrected = BootstrapInterval.biasCorrected(replicates, even, confidence: 0.9)
    #expect(worstError(of: [corrected.lowerBound, corrected.upperBound], with: [5, 95]) < 1e-12)
  }

  @Test func anEstimateBeyondAllReplicatesStaysFinite() {
    let correction = BootstrapInterval.correction(replicates, estimate: 500, jackknife: [1, 2, 4])
    #expect(correction.bias.isFinite && correction.bias > 2)
    let interval = BootstrapInterval.biasCorrected(replicates, correction)
    #expect(interval.lowerBound >= 0 && interval.upperBound <= 100)
  }
}
