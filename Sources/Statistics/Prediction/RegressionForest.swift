/// A random forest of regression trees (Breiman 2001, doi:10.1023/A:1010933404324): what drivers predict where neither
/// straight lines nor the absence of interactions is assumed.
///
/// Each tree is grown on a bootstrap sample of the rows and tries a few predictors at each split. Predictors are whole numbers;
/// those with more than 256 values are cut into ranges. Weights count in means and errors, rows are drawn regardless of them.
/// Tree t draws from stream t of the seed, so results do not depend on the number of threads.
public struct RegressionForest: Sendable {
  /// The mean prediction of the trees that did not see a row; nil for a row that all trees saw.
  public let outOfBagPredictions: [Double?]
  /// 1 − Σw(y − ŷ)²/Σw(y − ȳ)² over rows with such a prediction; nil where there are none or the outcome does not vary.
  public let outOfBagRSquared: Double?
  /// Per predictor by how much the squared error of the rows a tree did not see grows when it is shuffled among them.
  ///
  /// Over the outcome's variance, as a mean over trees; around 0 for a predictor that tells nothing. Empty where not asked for.
  ///
  /// Predictors that say the same stand in for each other, so none of them loses much.
  public let permutationImportance: [Double]

  private let trees: [RegressionTree]
  private let bins: RatingBins
  private let predictors: [Int]
  private let mean: Double

  /// The forest of a column of whole numbers on others.
  ///
  /// - Parameters:
  ///   - outcome: The column to predict.
  ///   - predictors: The columns to predict it from.
  ///   - columns: The numbers, none of which is missing in these columns.
  ///   - weights: A weight per row; rows without weight count for nothing.
  ///   - options: Number and size of trees, and the seed.
  ///   - measures: Whether permutation importance is computed, which takes about as long as growing the trees.
  /// - Precondition: there is a row of positive weight and a predictor; weights are finite and not negative.
  public init(
    of outcome: Int, on predictors: [Int], in columns: IntegerColumns, weights: [Double]? = nil,
    options: ForestOptions = ForestOptions(), measures: Bool = true
  ) {
    let rows = (0..<columns.rows).filter { (weights?[$0] ?? 1) > 0 }
    precondition(!rows.isEmpty && !predictors.isEmpty, "A forest needs rows and predictors.")
    let kept = rows.count < columns.rows ? columns.restricted(to: rows) : columns
    let data = ForestData(
      kept.columns[outcome], RatingBins(predictors, in: kept),
      weights.map { weights in rows.map { weights[$0] } })
    let parts = ForestPart.all(data, options, measures: measures)
    let outOfBag = data.outOfBag(parts)
    var predictions = [Double?](repeating: nil, count: columns.rows)
    for (place, row) in rows.enumerated() { predictions[row] = outOfBag[place].map { $0 + data.mean } }
    outOfBagPredictions = predictions
    outOfBagRSquared = data.rSquared(outOfBag)
    trees = parts.flatMap(\.trees)
    permutationImportance =
      measures
      ? predictors.indices.map { predictor in
        let sum = parts.reduce(0) { $0 + $1.increases[predictor] }
        return data.variance > 0 ? sum / Double(options.trees) / data.variance : 0
      } : []
    (bins, self.predictors, mean) = (data.bins, predictors, data.mean)
  }

  /// The mean prediction of all trees for other rows of the same columns.
  public func predictions(for columns: IntegerColumns) -> [Double] {
    let steps = bins.applied(predictors, to: columns)
    var sums = [Double](repeating: 0, count: columns.rows)
    steps.cells.withUnsafeBufferPointer { cells in
      guard let start = cells.baseAddress else { return }
      for tree in trees {
        tree.nodes.withUnsafeBufferPointer { nodes in
          var asked: UInt64 = 0
          for row in sums.indices {
            sums[row] += RegressionTree.leaf(nodes, start + row * predictors.count, asked: &asked)
          }
        }
      }
    }
    return sums.map { mean + $0 / Double(trees.count) }
  }
}

/// What all trees of a forest are grown from.
struct ForestData: Sendable {
  let bins: RatingBins
  /// Outcomes less their mean.
  let outcome: [Double]
  let weights: [Double]?
  let mean: Double
  /// The weighted variance of the outcome, by Σw.
  let variance: Double

  init(_ outcome: [Int16], _ bins: RatingBins, _ weights: [Double]?) {
    var (sum, total) = (0.0, 0.0)
    for (row, value) in outcome.enumerated() {
      sum += (weights?[row] ?? 1) * Double(value)
      total += weights?[row] ?? 1
    }
    let mean = sum / total
    let centred = outcome.map { Double($0) - mean }
    let squares = centred.indices.reduce(0.0) { $0 + (weights?[$1] ?? 1) * centred[$1] * centred[$1] }
    (self.bins, self.outcome, self.weights, self.mean) = (bins, centred, weights, mean)
    variance = squares / total
  }

  /// The mean centred prediction of each row over the trees that did not see it.
  func outOfBag(_ parts: [ForestPart]) -> [Double?] {
    outcome.indices.map { row in
      let count = parts.reduce(0) { $0 + $1.counts[row] }
      return count > 0 ? parts.reduce(0) { $0 + $1.sums[row] } / Double(count) : nil
    }
  }

  /// The share of variance that centred predictions explain.
  func rSquared(_ predictions: [Double?]) -> Double? {
    var (left, total, sum, weight) = (0.0, 0.0, 0.0, 0.0)
    for (row, prediction) in predictions.enumerated() {
      guard let prediction else { continue }
      let (own, value) = (weights?[row] ?? 1, outcome[row])
      left += own * (value - prediction) * (value - prediction)
      total += own * value * value
      sum += own * value
      weight += own
    }
    guard weight > 0, total - sum * sum / weight > 0 else { return nil }
    return 1 - left / (total - sum * sum / weight)
  }
}
