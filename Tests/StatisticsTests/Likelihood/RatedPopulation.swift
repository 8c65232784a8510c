import Statistics

/// 0–10 ratings that share an impression, and an outcome of three levels drawn from a cumulative logit of them.
struct RatedPopulation: Sendable {
  /// Log odds of a higher level per point of each rating.
  let slopes: [Double]
  /// The part of a rating that is the common impression, 0…1.
  let common: Double
  /// The thresholds between the levels.
  let cuts: [Double]

  /// Five drivers, the last without an effect of its own.
  static let strong = RatedPopulation(slopes: [0.6, 0.3, 0.15, 0.15, 0], common: 0.5, cuts: [-0.5, 1])
  /// The same with effects half as large: most of what a small sample explains is chance.
  static let weak = RatedPopulation(slopes: [0.3, 0.2, 0.1, 0.1, 0], common: 0.5, cuts: [-0.5, 1])
  /// Four drivers that do not go together, so that the least share is nearly 0.
  static let apart = RatedPopulation(slopes: [0.4, 0.2, 0.1, 0.05], common: 0, cuts: [-0.5, 1])

  /// Columns of ratings, and the level of each row.
  ///
  /// Rows come in clusters of `alike` in which half of what makes an answer is the same; each row by itself has the
  /// distribution of one alone.
  func sample(_ rows: Int, seed: UInt64, alike: Int = 1) -> (columns: [[Double]], outcome: [Int]) {
    var generator = SeededGenerator(seed: seed)
    var columns = [[Double]](repeating: [], count: slopes.count)
    var outcome: [Int] = []
    var ofCluster = [Double](repeating: 0, count: slopes.count + 2)
    for row in 0..<rows {
      if alike > 1, row % alike == 0 { ofCluster = ofCluster.map { _ in generator.uniform() } }
      func draw(_ place: Int) -> Double {
        alike > 1 && generator.uniform() < 0.5 ? ofCluster[place] : generator.uniform()
      }
      let shared = draw(slopes.count)
      var linear = 0.0
      for (driver, slope) in slopes.enumerated() {
        let level = common * shared + (1 - common) * draw(driver)
        let rating = min(10, (11 * level).rounded(.down))
        columns[driver].append(rating)
        linear += slope * (rating - 5)
      }
      let chance = draw(slopes.count + 1)
      let odds = chance / (1 - chance)
      // The level is that of linear + log odds, compared without a logarithm: e^(cut − linear) < odds.
      outcome.append(cuts.count { Exponential.of($0 - linear) < odds })
    }
    return (columns, outcome)
  }
}

/// e to a power; the tests import no mathematics library.
enum Exponential {
  /// By its series on a small part of the power.
  static func of(_ value: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for step in 1...20 {
      term *= value / 64 / Double(step)
      sum += term
    }
    return (0..<6).reduce(sum) { power, _ in power * power }
  }
}

/// A way to share out what a likelihood model explains.
enum SharedModel: String, Sendable, CaseIterable {
  case logisticShapley = "logistic-shapley"
  case ordinalShapley = "ordinal-shapley"
  case logisticRelativeWeights = "logistic-relative-weights"
  case ordinalRelativeWeights = "ordinal-relative-weights"

  /// The shares as parts of the whole, the highest level against the others where the model is binary.
  func fitted(
    _ columns: [[Double]], _ outcome: [Int], weights: [Double]? = nil, withUncertainty: Bool = false,
    design: SamplingDesign? = nil
  ) throws -> (fractions: [Double], uncertainty: ShareUncertainty?) {
    let high = outcome.map { $0 == 2 }
    switch self {
    case .logisticShapley:
      let found = try LogisticShapley(
        of: high, on: columns, weights: weights, withUncertainty: withUncertainty, design: design)
      return (SharedModel.parts(found.shares()), found.uncertainty)
    case .ordinalShapley:
      let found = try OrdinalShapley(
        of: outcome, on: columns, weights: weights, withUncertainty: withUncertainty, design: design)
      return (SharedModel.parts(found.shares), found.uncertainty)
    case .logisticRelativeWeights:
      let found = try LogisticRelativeWeights(
        of: high, on: columns, weights: weights, withUncertainty: withUncertainty, design: design)
      return (found.fractions, found.uncertainty)
    case .ordinalRelativeWeights:
      let found = try LogisticRelativeWeights(
        ofOrdered: outcome, on: columns, weights: weights, withUncertainty: withUncertainty, design: design)
      return (found.fractions, found.uncertainty)
    }
  }

  private static func parts(_ shares: [Double]) -> [Double] {
    let total = shares.reduce(0, +)
    return shares.map { $0 / total }
  }
}
