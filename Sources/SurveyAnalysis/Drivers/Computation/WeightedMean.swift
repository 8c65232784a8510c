internal import Statistics

/// A weighted mean of ratings with its linearised standard error.
struct WeightedMean: Equatable {
  let value: Double
  /// √(n/(n−1) · Σ(w(x − mean)/Σw)²); infinite with fewer than two ratings.
  let standardError: Double

  init(of column: [Int16], weights: [Double]?) {
    var (total, sum, count) = (0.0, 0.0, 0)
    for (row, rating) in column.enumerated() where rating != IntegerColumns.missing {
      let weight = weights?[row] ?? 1
      total += weight
      sum += weight * Double(rating)
      count += 1
    }
    let mean = total > 0 ? sum / total : 0
    var squares = 0.0
    for (row, rating) in column.enumerated() where rating != IntegerColumns.missing {
      let part = (weights?[row] ?? 1) * (Double(rating) - mean) / total
      squares += part * part
    }
    value = mean
    standardError = count > 1 ? (squares * Double(count) / Double(count - 1)).squareRoot() : .infinity
  }

  /// The interval by the normal distribution, clipped to a scale.
  func interval(confidence: Double, within scale: ClosedRange<Double>) -> ClosedRange<Double> {
    let half = NormalDistribution.criticalValue(confidence: confidence) * standardError
    return max(scale.lowerBound, value - half)...min(scale.upperBound, value + half)
  }
}
