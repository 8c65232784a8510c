internal import RealModule

/// How likely each driver is to belong to the model, over all sub-models weighed by their BIC.
///
/// All 2ᵖ sub-models count, with weights exp(−BIC/2) and BIC = n log(1 − R²) + k log n (Schwarz 1978,
/// doi:10.1214/aos/1176344136; Raftery 1995, doi:10.2307/271063), which stands for equal odds of every sub-model
/// beforehand. It says whether a driver counts at all, not how much.
public struct BayesianModelAveraging: Sendable, Equatable {
  /// Per driver the probability that it is in the model, 0…1.
  public let inclusion: [Double]

  /// The probabilities from all sub-models for `rows` respondents; with weights, their effective number.
  ///
  /// Where some sub-model explains everything, those that do so with the fewest drivers have all the weight.
  public init(_ models: SubsetRSquared, rows: Double) {
    let penalty = Double.log(rows)
    let scores = models.values.indices.map { mask in
      rows * Double.log(models.unexplained(mask)) + penalty * Double(mask.nonzeroBitCount)
    }
    let best = scores.min() ?? 0
    let isPerfect = best == -.infinity
    let fewest = scores.indices.filter { scores[$0] == best }.map(\.nonzeroBitCount).min() ?? 0
    var (total, sums) = (0.0, [Double](repeating: 0, count: models.drivers))
    for mask in scores.indices {
      let isBest = scores[mask] == best && mask.nonzeroBitCount == fewest
      let weight = isPerfect ? (isBest ? 1 : 0) : Double.exp((best - scores[mask]) / 2)
      total += weight
      for driver in sums.indices where mask >> driver & 1 == 1 { sums[driver] += weight }
    }
    inclusion = sums.map { $0 / total }
  }
}
