import Foundation
import Statistics
import TestSupport
import Testing

/// Standard errors and intervals on given resamples, for both kinds of importance.
@Suite struct BootstrapOracleTests {
  private static let folder = ImportanceOracle.folder
  private let drivers = (1...7).map { "d\($0)" }
  private let columns: [[Double]]
  private let numbers: Oracle

  init() throws {
    let table = try OracleTable(Fixture.url(Self.folder + "synth_open.csv"))
    columns = table.columns(drivers + ["ltr"]).map { Array($0[..<300]) }
    numbers = try Oracle(Fixture.url(Self.folder + "synth_open_bootstrap.json"))
  }

  private func shares(_ rows: [Int], _ method: String) throws -> [Double] {
    let covariance = Covariance(of: columns.map { column in rows.map { column[$0] } })
    return method == "lmg"
      ? try ShapleyImportance(of: 7, in: covariance).shares
      : try RelativeWeights(of: 7, in: covariance).shares
  }

  /// The stream of the reference: SplitMix64 from the bare seed, `⌊u·300⌋`.
  private func resamples() -> [[Int]] {
    var state: UInt64 = 5
    return (0..<199).map { _ in
      (0..<300).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        mixed ^= mixed >> 31
        return Int(Double(mixed >> 11) * 0x1p-53 * 300)
      }
    }
  }

  @Test(arguments: ["lmg", "rwa"])
  func intervalsAgreeWithTheReference(_ method: String) throws {
    let estimates = try shares(Array(0..<300), method)
    let replicates = try resamples().map { try shares($0, method) }
    let jackknife = try (0..<300).map { left in try shares((0..<300).filter { $0 != left }, method) }
    for (index, driver) in drivers.enumerated() {
      let key = "\(method)_\(driver)"
      let values = replicates.map { $0[index] }
      let correction = BootstrapInterval.correction(
        values, estimate: estimates[index], jackknife: jackknife.map { $0[index] })
      let percentile = BootstrapInterval.percentile(values)
      let corrected = BootstrapInterval.biasCorrected(values, correction)
      let found = [
        estimates[index], BootstrapInterval.standardError(values), percentile.lowerBound,
        percentile.upperBound, corrected.lowerBound, corrected.upperBound, correction.bias,
      ]
      let expected =
        [numbers["t0", key].number, numbers["boot_se", key].number]
        + numbers["percentile_type7", key].numbers() + numbers["bca_type7", key].numbers()
        + [numbers["z0", key].number]
      let worst = worstError(of: found, with: expected)
      #expect(worst < 1e-10, "worst relative error \(worst) for \(key)")
      // A third moment that nearly vanishes keeps fewer digits than its terms.
      let acceleration = numbers["acceleration_jackknife", key].number
      #expect((correction.acceleration - acceleration).magnitude < 1e-12)
    }
  }

  @Test func theFirstDriverIsFirstAsOftenAsInTheReference() throws {
    let replicates = try resamples().map { try shares($0, "lmg") }
    let first = replicates.filter { shares in shares.dropFirst().allSatisfy { $0 < shares[0] } }
    let expected = numbers["rank_probability_d1_first"].number
    #expect(Agreement(Double(first.count) / 199, with: expected).error < 1e-12)
  }
}
