import Statistics
import Testing

/// How often the delta method's intervals hold the true LMG share, over seeded samples of 0–10 ratings.
///
/// Five drivers of which the last has no effect of its own; true shares from 2,000,000 rows. With 1,000 samples a coverage of
/// 0.95 is seen between 0.927 and 0.973 in 999 of 1,000 such runs.
@Suite struct ShareCoverageTests {
  enum Sampling { case simple, weighted, clustered }

  static let effects = [4.0, 2, 1, 1, 0]

  struct Sample {
    var columns = [[Int16]](repeating: [], count: 6)
    var weights: [Double] = []
    var clusters: [Int] = []
  }

  /// Respondents who share an impression; weighted ones come from two strata that think differently, clustered ones five by
  /// five from people who answer alike.
  static func sample(_ rows: Int, _ sampling: Sampling, seed: UInt64) -> Sample {
    var generator = SeededGenerator(seed: seed)
    var sample = Sample()
    var shared = [Double](repeating: 0, count: 7)
    for row in 0..<rows {
      if row % 5 == 0 { shared = shared.map { _ in generator.uniform() } }
      func draw(_ place: Int) -> Double {
        sampling == .clustered ? (shared[place] + generator.uniform()) / 2 : generator.uniform()
      }
      let (common, isRare) = (draw(0), generator.uniform() < 0.3)
      var sum = 0.0
      for driver in 0..<5 {
        let value = min(10, (11 * (common + draw(driver + 1)) / 2).rounded(.down))
        sample.columns[driver].append(Int16(value))
        sum += value * effects[sampling == .weighted && isRare ? (driver + 1) % 5 : driver]
      }
      let level = sum / 8 + 3 * (2 * draw(6) - 1)
      sample.columns[5].append(Int16(min(10, max(0, level.rounded()))))
      sample.weights.append((isRare ? 3 : 1) * (0.7 + 0.6 * generator.uniform()))
      sample.clusters.append(row / 5)
    }
    return sample
  }

  @Sendable static func shares(_ covariance: Covariance) -> [Double] {
    let found = try? ShapleyImportance.sharing([5], in: covariance, drivers: Array(0..<5))
    return found?[0].fractions ?? []
  }

  static let truth: [Sampling: [Double]] = {
    var truth: [Sampling: [Double]] = [:]
    for sampling in [Sampling.simple, .weighted, .clustered] {
      let large = sample(2_000_000, sampling, seed: 99)
      let columns = IntegerColumns(rows: 2_000_000, columns: large.columns)
      let weights = sampling == .weighted ? large.weights : nil
      truth[sampling] = shares(Covariance(CrossProducts(of: columns, weights: weights)))
    }
    return truth
  }()

  /// Per driver the part of the samples whose interval holds the truth.
  private func coverage(_ sampling: Sampling, rows: Int, samples: Int, independent: Bool = false) throws
    -> [Double]
  {
    let truth = try #require(Self.truth[sampling])
    var held = [Int](repeating: 0, count: 5)
    for seed in 1...samples {
      let sample = Self.sample(rows, sampling, seed: UInt64(seed))
      let delta = DeltaMethod(
        of: IntegerColumns(rows: rows, columns: sample.columns),
        weights: sampling == .weighted ? sample.weights : nil,
        design: sampling == .clustered && !independent
          ? SamplingDesign(rows: rows, clusters: sample.clusters) : nil, Self.shares)
      let errors = delta.standardErrors
      for driver in 0..<5 {
        let interval = LogitInterval.ofShare(
          delta.estimates[driver], standardError: errors[driver], confidence: 0.95)
        if interval.contains(truth[driver]) { held[driver] += 1 }
      }
    }
    return held.map { Double($0) / Double(samples) }
  }

  /// At 150 rows the gradient is taken at shares that are still off, and the small ones pay for it: 0.92 for a driver without
  /// effect, which is why reports resample small samples.
  @Test(arguments: [(150, 1000, 0.90), (400, 1000, 0.925), (2000, 500, 0.925)])
  func holdsTheTrueShares(setting: (rows: Int, samples: Int, least: Double)) throws {
    let found = try coverage(.simple, rows: setting.rows, samples: setting.samples)
    #expect(found.allSatisfy { $0 >= setting.least && $0 <= 0.975 }, "\(found)")
  }

  @Test func holdsThemWithWeights() throws {
    let found = try coverage(.weighted, rows: 400, samples: 1000)
    #expect(found.allSatisfy { $0 >= 0.92 && $0 <= 0.975 }, "\(found)")
  }

  /// 400 clusters of five; taken for independent, the same rows give intervals that are far too short.
  @Test func holdsThemWithClusters() throws {
    let found = try coverage(.clustered, rows: 2000, samples: 500)
    #expect(found.allSatisfy { $0 >= 0.92 && $0 <= 0.975 }, "\(found)")
    let naive = try coverage(.clustered, rows: 2000, samples: 200, independent: true)
    #expect(naive.allSatisfy { $0 < 0.91 }, "\(naive)")
  }

  @Test func clustersOfOneAreNone() {
    let sample = Self.sample(300, .weighted, seed: 4)
    let columns = IntegerColumns(rows: 300, columns: sample.columns)
    let plain = DeltaMethod(of: columns, weights: sample.weights, Self.shares)
    let alone = DeltaMethod(
      of: columns, weights: sample.weights, design: SamplingDesign(rows: 300), Self.shares)
    for (one, other) in zip(plain.standardErrors, alone.standardErrors) {
      #expect((one / other - 1).magnitude < 1e-10)
    }
  }

  /// Every row twice, as one person's two answers, says no more than every row once.
  @Test func repeatedAnswersSayNothingNew() {
    let sample = Self.sample(200, .simple, seed: 5)
    let once = DeltaMethod(of: IntegerColumns(rows: 200, columns: sample.columns), Self.shares)
    let twice = DeltaMethod(
      of: IntegerColumns(rows: 400, columns: sample.columns.map { $0 + $0 }),
      design: SamplingDesign(rows: 400, clusters: Array(0..<200) + Array(0..<200)), Self.shares)
    // Answers are standardised by n − 1, with which n counts rows.
    let ratio = (199.0 / 200) / (399.0 / 400)
    for (one, other) in zip(once.standardErrors, twice.standardErrors) {
      #expect((one / other / ratio - 1).magnitude < 1e-6)
    }
  }
}
