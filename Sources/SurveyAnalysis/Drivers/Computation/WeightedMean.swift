internal import Statistics

/// A weighted mean of ratings with its linearised standard error.
struct WeightedMean: Equatable {
  let value: Double
  /// √(n/(n−1) · Σ(w(x − mean)/Σw)²); infinite with fewer than two ratings.
  let standardError: Double
  /// Kish's effective number of ratings less one; under a design clusters less strata.
  let degreesOfFreedom: Double

  /// The mean of the ratings that are there.
  init(of column: [Int16], weights: [Double]?, design: SamplingDesign? = nil) {
    var (total, squaredWeights, sum, count) = (0.0, 0.0, 0.0, 0)
    for (row, rating) in column.enumerated() where rating != IntegerColumns.missing {
      let weight = weights?[row] ?? 1
      total += weight
      squaredWeights += weight * weight
      sum += weight * Double(rating)
      count += 1
    }
    let mean = total > 0 ? sum / total : 0
    var squares = 0.0
    var sums = [[Double]](repeating: [0], count: design?.clusterCount ?? 0)
    for (row, rating) in column.enumerated() where rating != IntegerColumns.missing {
      let part = (weights?[row] ?? 1) * (Double(rating) - mean) / total
      squares += part * part
      if let design { sums[design.clusters[row]][0] += part }
    }
    value = mean
    if let design {
      standardError = design.covariance(ofSums: sums)[0, 0].squareRoot()
      degreesOfFreedom = Double(design.degreesOfFreedom)
      return
    }
    standardError = count > 1 ? (squares * Double(count) / Double(count - 1)).squareRoot() : .infinity
    degreesOfFreedom = squaredWeights > 0 ? total * total / squaredWeights - 1 : 0
  }

  private init(value: Double, standardError: Double, degreesOfFreedom: Double) {
    (self.value, self.standardError, self.degreesOfFreedom) = (value, standardError, degreesOfFreedom)
  }

  /// The mean in a unit of so many codes.
  func divided(by steps: Double) -> WeightedMean {
    WeightedMean(
      value: value / steps, standardError: standardError / steps, degreesOfFreedom: degreesOfFreedom)
  }

  /// The interval by Student's t, clipped to a scale.
  func interval(confidence: Double, within scale: ClosedRange<Double>) -> ClosedRange<Double> {
    guard degreesOfFreedom > 0.5 else { return scale }
    let quantile = StudentTDistribution(degreesOfFreedom: degreesOfFreedom)
      .upperQuantile((1 - confidence) / 2)
    return max(
      scale.lowerBound, value - quantile * standardError)...min(
        scale.upperBound, value + quantile * standardError)
  }
}
