import Statistics
import Testing

/// How often intervals of net shares hold the truth: exactly, over all possible outcomes, where nobody is weighted;
/// by seeded simulation where they are.
@Suite struct NetShareCoverageTests {
  /// Shares in favour, between and against; from a usual score to a lopsided one.
  static let populations: [[Double]] = [[0.45, 0.35, 0.20], [0.33, 0.26, 0.41], [0.80, 0.15, 0.05]]

  struct Outcome {
    let share: NetShare
    let probability: Double
  }

  /// Every outcome of `count` respondents with its multinomial probability.
  static func outcomes(_ count: Int, _ shares: [Double]) throws -> [Outcome] {
    var all: [Outcome] = []
    var edge = power(shares[1], count)
    for favour in 0...count {
      var probability = edge
      for against in 0...(count - favour) {
        let between = count - favour - against
        let share = try #require(NetShare(inFavour: favour, between: between, against: against))
        all.append(Outcome(share: share, probability: probability))
        probability *= Double(between) / Double(against + 1) * shares[2] / shares[1]
      }
      edge *= Double(count - favour) / Double(favour + 1) * shares[0] / shares[1]
    }
    return all
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  @Test func probabilitiesSumToOne() throws {
    let total = try Self.outcomes(40, Self.populations[0]).reduce(0) { $0 + $1.probability }
    #expect((total - 1).magnitude < 1e-12)
  }

  @Test(arguments: populations, [10, 30, 100])
  func adjustedWaldCovers(population: [Double], count: Int) throws {
    let truth = population[0] - population[2]
    let outcomes = try Self.outcomes(count, population)
    func coverage(_ method: NetShareInterval) -> Double {
      outcomes.filter { $0.share.interval(method).contains(truth) }.reduce(0) { $0 + $1.probability }
    }
    let adjusted = coverage(.adjustedWald)
    let score = coverage(.score)
    let wald = coverage(.wald)
    #expect(adjusted > 0.93 && adjusted < 0.98)
    #expect(score > 0.92 && score < 0.98)
    #expect(wald < adjusted)
  }

  @Test(arguments: [(0, 1, 20, 20), (0, 2, 12, 30), (2, 2, 15, 25)])
  func differenceCovers(setting: (Int, Int, Int, Int)) throws {
    let (first, second) = (Self.populations[setting.0], Self.populations[setting.1])
    let truth = first[0] - first[2] - second[0] + second[2]
    let ones = try Self.outcomes(setting.2, first)
    let twos = try Self.outcomes(setting.3, second)
    var covered = 0.0
    for one in ones where one.probability > 1e-9 {
      for two in twos where two.probability > 1e-9 {
        let difference = NetShareDifference(one.share, minus: two.share)
        let probability = one.probability * two.probability
        if difference.interval.contains(truth) { covered += probability }
      }
    }
    #expect(covered > 0.935 && covered < 0.99)
  }

  /// At the smallest bases that get a verdict, a test at 5 % rejects a true "no difference" about as often.
  @Test(arguments: [0, 1])
  func testHoldsItsLevel(population: Int) throws {
    let shares = Self.populations[population]
    let ones = try Self.outcomes(30, shares).filter { $0.probability > 1e-6 }
    let twos = try Self.outcomes(34, shares).filter { $0.probability > 1e-6 }
    var rejected = 0.0
    for one in ones {
      for two in twos where NetShareDifference(one.share, minus: two.share, interval: .wald).pValue < 0.05 {
        rejected += one.probability * two.probability
      }
    }
    #expect(rejected > 0.045 && rejected < 0.065, "rejected \(rejected)")
  }

  /// Two strata of which the second is under-represented and thinks otherwise, and weights that put it right.
  @Test(arguments: [30, 100, 300])
  func weightedAdjustedWaldCovers(count: Int) throws {
    var generator = SeededGenerator(seed: 20_261_123, stream: UInt64(count))
    let replicates = 3000
    var covered = 0
    for _ in 0..<replicates {
      var tally = NetShareTally()
      for _ in 0..<count {
        let isRare = generator.uniform() < 0.3
        let shares = isRare ? [0.20, 0.30, 0.50] : [0.60, 0.30, 0.10]
        let weight = (isRare ? 3.0 : 1.0) * (0.7 + 0.6 * generator.uniform())
        let draw = generator.uniform()
        tally.add(
          draw < shares[0] ? .inFavour : draw < shares[0] + shares[1] ? .between : .against, weight: weight)
      }
      let share = try #require(NetShare(of: tally))
      // 0.7·1 and 0.3·3 of the weight: (0.7·0.5 − 0.9·0.3)/1.6.
      if share.interval().contains(0.05) { covered += 1 }
    }
    let coverage = Double(covered) / Double(replicates)
    #expect(coverage > 0.93 && coverage < 0.965)
  }
}

extension NetShareCoverageTests {
  /// One weighted respondent of two strata that think differently, the second under-represented.
  private func weightedShare(_ count: Int, favour: Double, _ generator: inout SeededGenerator) -> NetShare? {
    var tally = NetShareTally()
    for _ in 0..<count {
      let isRare = generator.uniform() < 0.3
      let shares = isRare ? [0.20, 0.30] : [favour, 0.90 - favour]
      let weight = (isRare ? 3.0 : 1.0) * (0.7 + 0.6 * generator.uniform())
      let draw = generator.uniform()
      tally.add(
        draw < shares[0] ? .inFavour : draw < shares[0] + shares[1] ? .between : .against, weight: weight)
    }
    return NetShare(of: tally)
  }

  /// What a change from wave to wave, and a group against the rest, are printed with.
  @Test(arguments: [(40, 60), (150, 200)])
  func weightedDifferenceCovers(sizes: (Int, Int)) throws {
    var generator = SeededGenerator(seed: 20_261_126, stream: UInt64(sizes.0))
    let replicates = 3000
    var covered = 0
    for _ in 0..<replicates {
      let first = try #require(weightedShare(sizes.0, favour: 0.60, &generator))
      let second = try #require(weightedShare(sizes.1, favour: 0.45, &generator))
      // The strata weigh 0.7·1 and 0.3·3, and only the first one differs, by 0.15.
      if NetShareDifference(first, minus: second).interval.contains(0.7 * 0.15 / 1.6) { covered += 1 }
    }
    let coverage = Double(covered) / Double(replicates)
    #expect(coverage > 0.935 && coverage < 0.967, "\(coverage)")
  }
}
