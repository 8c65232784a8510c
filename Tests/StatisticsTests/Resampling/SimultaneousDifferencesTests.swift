import Statistics
import TestSupport
import Testing

@Suite struct SimultaneousDifferencesTests {
  /// Normal numbers from a seed.
  private static func normals(_ count: Int, seed: UInt64, stream: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed, stream: stream)
    return (0..<count).map { _ in NormalDistribution.standard.quantile(max(generator.uniform(), 1e-12)) }
  }

  @Test func twoEstimatesNeedNoAdjustment() {
    let draws = (0..<20_000).map { Self.normals(2, seed: 1, stream: UInt64($0)) }
    let found = SimultaneousDifferences(of: [0, 0], draws: draws)
    #expect(abs((found.criticalValue ?? 0) - 1.96) < 0.04)
    #expect(abs(found.differences[0].standardError - 2.0.squareRoot()) < 0.02)
    #expect(found.differences[0].adjustedPValue == 1)
  }

  /// All pairs of five independent estimates of one variance: Tukey's studentised range, q(0.95; 5, ∞)/√2 = 2.7279.
  @Test func independentEstimatesGiveTukeysValue() {
    let draws = (0..<20_000).map { Self.normals(5, seed: 2, stream: UInt64($0)) }
    let found = SimultaneousDifferences(of: [Double](repeating: 0, count: 5), draws: draws)
    #expect(found.differences.count == 10)
    #expect(abs((found.criticalValue ?? 0) - 3.857656 / 2.0.squareRoot()) < 0.04)
  }

  @Test func pairsThatDoNotVaryAreTold() {
    let draws = (0..<100).map { draw -> [Double] in
      let value = Self.normals(1, seed: 3, stream: UInt64(draw))[0]
      return [value, value, 1 + value]
    }
    let found = SimultaneousDifferences(of: [0, 0, 1], draws: draws)
    #expect(found.criticalValue == nil)
    #expect(found.differences.map(\.interval) == [0...0, -1 ... -1, -1 ... -1])
    #expect(found.differences[0].adjustedPValue == 1)
    #expect(Agreement(found.differences[1].adjustedPValue, with: 1.0 / 101).error < 1e-12)
  }

  /// In how many samples all intervals hold their true differences, by resampling and by the delta method.
  @Test(arguments: [true, false])
  func allIntervalsHoldTogether(resampling: Bool) throws {
    let effects = [1.0, 0.7, 0.7, 0.2]
    let truth = try Self.shares(Self.columns(60_000, effects, seed: 999))
    var held = 0
    for seed in 1...200 {
      let columns = Self.columns(300, effects, seed: UInt64(seed))
      let estimate = try Self.shares(columns)
      let found: SimultaneousDifferences
      if resampling {
        let drawn = CovarianceBootstrap(of: columns).replicated(Bootstrap(replicates: 400), statistics: 4) {
          let shares = try? ShapleyImportance(of: 4, in: $0).fractions
          for place in 0..<4 { $1[place] = shares?[place] ?? 0 }
        }
        found = SimultaneousDifferences(of: estimate, draws: (0..<400).map { drawn.row($0) })
      } else {
        let delta = DeltaMethod(of: columns, .shapleyFractions(of: [4], among: [0, 1, 2, 3]))
        found = SimultaneousDifferences(of: delta, 0..<4, draws: 2000)
      }
      let isHeld = found.differences.allSatisfy {
        $0.interval.contains(truth[$0.first] - truth[$0.second])
      }
      held += isHeld ? 1 : 0
    }
    #expect((0.89...0.99).contains(Double(held) / 200), "\(held)")
  }

  private static func shares(_ columns: IntegerColumns) throws -> [Double] {
    try ShapleyImportance(of: 4, in: Covariance(CrossProducts(of: columns))).fractions
  }

  /// Ratings that share an impression, and an outcome with noise.
  private static func columns(_ rows: Int, _ effects: [Double], seed: UInt64) -> IntegerColumns {
    var generator = SeededGenerator(seed: seed)
    var columns = [[Int16]](repeating: [], count: effects.count + 1)
    for _ in 0..<rows {
      let common = generator.index(below: 6)
      let ratings = effects.map { _ in Double(common + generator.index(below: 6)) }
      let sum = zip(effects, ratings).reduce(0) { $0 + $1.0 * $1.1 } + Double(generator.index(below: 12))
      for (column, value) in (ratings + [sum]).enumerated() { columns[column].append(Int16(value.rounded())) }
    }
    return IntegerColumns(rows: rows, columns: columns)
  }
}
