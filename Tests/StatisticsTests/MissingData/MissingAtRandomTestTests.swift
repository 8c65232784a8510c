import Statistics
import TestSupport
import Testing

@Suite struct MissingAtRandomTestTests {
  private static func pairs(_ rows: Int, seed: UInt64) -> (first: [Double], second: [Double]) {
    var generator = SeededGenerator(seed: seed)
    let first = (0..<rows).map { _ in 10 * generator.uniform() }
    return (first, first.map { $0 + 6 * generator.uniform() })
  }

  /// With holes in one of two columns the test compares the means of the other between those with and without.
  @Test func holesInOneColumnAreAComparisonOfTwoMeans() throws {
    let (first, second) = Self.pairs(60, seed: 2)
    let cells = second.enumerated().map { $0 % 3 == 0 ? nil : $1 }
    let found = try #require(try MissingAtRandomTest(of: [first.map { $0 }, cells]))
    let variance = Covariance(of: [first]).matrix[0, 0]
    let mean = first.reduce(0, +) / 60
    let expected = [true, false].reduce(0.0) { sum, isMissing in
      let group = first.indices.filter { ($0 % 3 == 0) == isMissing }
      let own = group.reduce(0.0) { $0 + first[$1] } / Double(group.count)
      return sum + Double(group.count) * (own - mean) * (own - mean) / variance
    }
    #expect(Agreement(found.statistic, with: expected).error < 1e-6)
    #expect(found.degreesOfFreedom == 1 && found.patterns == 2)
  }

  /// Rejects one time in twenty where numbers are missing completely at random, and nearly always where they are not.
  @Test func rejectsAsOftenAsItSays() throws {
    var (atRandom, dependent) = (0, 0)
    for seed in 0..<200 as Range<UInt64> {
      let (first, second) = Self.pairs(100, seed: 100 + seed)
      var generator = SeededGenerator(seed: seed, stream: 5)
      let holes = first.map { _ in generator.uniform() < 0.3 }
      let others = first.map { _ in generator.uniform() < 0.2 }
      let columns = [zip(first, others).map { $1 ? nil : $0 }, zip(second, holes).map { $1 ? nil : $0 }]
      if let test = try MissingAtRandomTest(of: columns), test.pValue < 0.05 { atRandom += 1 }
      let low = [first.map { $0 as Double? }, zip(second, first).map { $1 < 4 ? nil : $0 }]
      if let test = try MissingAtRandomTest(of: low), test.pValue < 0.05 { dependent += 1 }
    }
    #expect((3...20).contains(atRandom), "\(atRandom) of 200")
    #expect(dependent == 200)
  }

  @Test func nothingMissingIsNoTest() throws {
    #expect(try MissingAtRandomTest(of: [[1, 2, 3], [2, 1, 5]]) == nil)
  }
}
