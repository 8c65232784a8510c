import Statistics
import TestSupport
import Testing

/// Forests against scikit-learn and ranger within simulation error, and what must hold of any.
@Suite struct RegressionForestTests {
  private static func reference() throws -> (score: IntegerColumns, exclusive: IntegerColumns) {
    let table = try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/synth_open.csv"))
    let drivers = (1...7).map { table.column("d\($0)").map { Int16($0) } }
    let score = table.column("ltr").map { Int16($0) }
    let exclusive = score.indices.map { row in
      Int16(((drivers[0][row] >= 8) != (drivers[1][row] >= 8) ? 8 : 3) + (drivers[2][row] >= 6 ? 1 : 0))
    }
    return (
      IntegerColumns(rows: score.count, columns: drivers + [score]),
      IntegerColumns(rows: score.count, columns: drivers + [exclusive])
    )
  }

  /// Both differ by chance: by the deviation over seeds, times √(1 + 1/20); four of them are 1 in 16,000.
  @Test(arguments: ["forest_sklearn", "forest_ranger"], ["score", "exclusive"])
  func agreesWithinSimulationError(program: String, outcome: String) throws {
    let expected = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/\(program).json"))[outcome]
    let samples = try Self.reference()
    let forest = RegressionForest(
      of: 7, on: Array(0..<7), in: outcome == "score" ? samples.score : samples.exclusive,
      options: ForestOptions(trees: 200, tried: 3, smallestLeaf: 1))
    let width = 4 * (1 + 1.0 / 20).squareRoot()
    let found = try #require(forest.outOfBagRSquared)
    let distance = (found - expected["rSquared", "mean"].number).magnitude
    #expect(distance < width * expected["rSquared", "deviation"].number, "R² \(found)")
    let (means, deviations) = (
      expected["importance", "mean"].numbers(), expected["importance", "deviation"].numbers()
    )
    for (driver, value) in forest.permutationImportance.enumerated() {
      #expect((value - means[driver]).magnitude < width * deviations[driver], "d\(driver + 1): \(value)")
    }
  }

  @Test func findsWhatNoStraightLineShows() {
    let sample = PredictionSample.columns(1000, drivers: 6, seed: 3, PredictionSample.exclusive)
    let drivers = Array(0..<6)
    let folds = Folds(rows: 1000, count: 5)
    let linear = CrossValidation(linear: 6, on: drivers, in: sample, folds: folds)
    let forest = CrossValidation(forest: 6, on: drivers, in: sample, folds: folds)
    #expect(linear.rSquared < 0.1 && forest.rSquared > 0.6)
    let whole = RegressionForest(of: 6, on: drivers, in: sample)
    #expect(whole.permutationImportance[..<2].allSatisfy { $0 > 0.3 })
    // The others share an impression with the two that matter, and nothing else.
    #expect(whole.permutationImportance[2...].allSatisfy { $0.magnitude < 0.08 })
  }

  @Test func findsAThresholdAndDoesNotBeatAStraightLine() {
    let folds = Folds(rows: 600, count: 5)
    func gain(_ rule: ([Double], Double) -> Double) -> PredictionGain {
      let sample = PredictionSample.columns(600, drivers: 6, seed: 4, rule)
      let linear = CrossValidation(linear: 6, on: Array(0..<6), in: sample, folds: folds)
      let forest = CrossValidation(
        forest: 6, on: Array(0..<6), in: sample, folds: folds, options: ForestOptions(trees: 100))
      return PredictionGain(of: forest, over: linear)
    }
    let threshold = gain(PredictionSample.threshold)
    #expect(threshold.value > 0.1 && threshold.value > 4 * threshold.standardError)
    #expect(gain(PredictionSample.linear).value < 0.01)
  }

  /// Drivers that have nothing to do with the outcome or with others are worth nothing, on average over seeds.
  @Test func noiseIsWorthNothing() {
    var sum = [Double](repeating: 0, count: 4)
    for seed in 1...20 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let columns = (0..<4).map { _ in (0..<150).map { _ in Int16(generator.index(below: 11)) } }
      let outcome = (0..<150).map { _ in Int16(generator.index(below: 11)) }
      let sample = IntegerColumns(rows: 150, columns: columns + [outcome])
      let forest = RegressionForest(
        of: 4, on: Array(0..<4), in: sample, options: ForestOptions(trees: 50, seed: UInt64(seed)))
      for driver in 0..<4 { sum[driver] += forest.permutationImportance[driver] / 20 }
      #expect((forest.outOfBagRSquared ?? 1) < 0.05)
    }
    #expect(sum.allSatisfy { $0.magnitude < 0.03 }, "\(sum)")
  }

  @Test func isTheSameHoweverItIsDealtOut() {
    let sample = PredictionSample.columns(300, drivers: 4, seed: 8, PredictionSample.threshold)
    let options = ForestOptions(trees: 60, seed: 9)
    let first = RegressionForest(of: 4, on: Array(0..<4), in: sample, options: options)
    let second = RegressionForest(of: 4, on: Array(0..<4), in: sample, options: options)
    #expect(first.outOfBagPredictions == second.outOfBagPredictions)
    #expect(first.permutationImportance == second.permutationImportance)
    // Tree t is the same in a forest of any size, so the first tree of two forests predicts alike.
    let alone = RegressionForest(
      of: 4, on: Array(0..<4), in: sample, options: ForestOptions(trees: 1, seed: 9), measures: false)
    let pair = RegressionForest(
      of: 4, on: Array(0..<4), in: sample, options: ForestOptions(trees: 2, seed: 9), measures: false)
    let seen = zip(alone.outOfBagPredictions, pair.outOfBagPredictions).filter { $0.0 != nil }
    #expect(seen.allSatisfy { $0.1 != nil } && alone.permutationImportance.isEmpty)
  }

  @Test func equalWeightsAreNoneAndNoWeightIsNobody() {
    let sample = PredictionSample.columns(200, drivers: 3, seed: 8, PredictionSample.linear)
    let drivers = Array(0..<3)
    let options = ForestOptions(trees: 40)
    let plain = RegressionForest(of: 3, on: drivers, in: sample, options: options)
    let equal = RegressionForest(
      of: 3, on: drivers, in: sample, weights: [Double](repeating: 2, count: 200), options: options)
    #expect(
      worstError(
        of: equal.outOfBagPredictions.compactMap(\.self), with: plain.outOfBagPredictions.compactMap(\.self))
        < 1e-12)
    let half = sample.restricted(to: Array(0..<120))
    let without = RegressionForest(of: 3, on: drivers, in: half, options: options)
    let silent = RegressionForest(
      of: 3, on: drivers, in: sample, weights: (0..<200).map { $0 < 120 ? 1 : 0 }, options: options)
    #expect(silent.predictions(for: half) == without.predictions(for: half))
    #expect(silent.outOfBagPredictions.suffix(80).allSatisfy { $0 == nil })
  }

  /// A single tree with leaves of one draw repeats what it saw, wherever equal drivers have equal outcomes.
  @Test func aTreeRepeatsWhatItSaw() {
    let sample = IntegerColumns(rows: 11, columns: [Array(0...10), (0...10).map { $0 * $0 % 11 }])
    let forest = RegressionForest(
      of: 1, on: [0], in: sample, options: ForestOptions(trees: 1, smallestLeaf: 1))
    let predictions = forest.predictions(for: sample)
    for row in 0..<11 where forest.outOfBagPredictions[row] == nil {
      #expect(Agreement(predictions[row], with: Double(sample.columns[1][row]), floor: 1).error < 1e-12)
    }
  }

  @Test func constantsAndWideScalesAreTaken() {
    let constant = IntegerColumns(
      rows: 30, columns: [Array(repeating: 4, count: 30), (0..<30).map { $0 % 5 }])
    let nothing = RegressionForest(of: 1, on: [0], in: constant)
    #expect(nothing.permutationImportance == [0])
    #expect((nothing.outOfBagRSquared ?? 1) < 0)
    let flat = RegressionForest(of: 0, on: [1], in: constant)
    #expect(flat.outOfBagRSquared == nil && flat.permutationImportance == [0])
    let wide = IntegerColumns(
      rows: 400, columns: [(0..<400).map { Int16($0 * 150 - 30_000) }, (0..<400).map { $0 < 200 ? 0 : 10 }])
    let found = RegressionForest(of: 1, on: [0], in: wide)
    #expect((found.outOfBagRSquared ?? 0) > 0.95)
  }
}
