/// How well predicted probabilities tell two outcomes apart.
public struct Discrimination: Sendable, Equatable {
  /// The probability that of two respondents with different outcomes the right one has the higher prediction, ties
  /// counted half: the area under the ROC curve, weighted (Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747).
  public let areaUnderCurve: Double
  /// The weighted mean squared distance of prediction and outcome (Brier 1950).
  public let brierScore: Double
  /// The mean prediction among the ones less that among the zeros (Tjur 2009, doi:10.1198/tast.2009.08210).
  public let tjur: Double

  /// The measures of predictions.
  ///
  /// - Precondition: the lists have one length, and both outcomes occur with a positive weight.
  public init(of predictions: [Double], for outcome: [Bool], weights: [Double]) {
    precondition(predictions.count == outcome.count && outcome.count == weights.count, "Lengths differ.")
    var (ones, zeros, sumOfOnes, sumOfZeros, squares) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for row in predictions.indices {
      let (prediction, weight) = (predictions[row], weights[row])
      let distance = outcome[row] ? 1 - prediction : prediction
      squares += weight * distance * distance
      if outcome[row] { ones += weight; sumOfOnes += weight * prediction }
      if !outcome[row] { zeros += weight; sumOfZeros += weight * prediction }
    }
    precondition(ones > 0 && zeros > 0, "Both outcomes must occur.")
    brierScore = squares / (ones + zeros)
    tjur = sumOfOnes / ones - sumOfZeros / zeros
    areaUnderCurve = Discrimination.concordance(predictions, outcome, weights) / (ones * zeros)
  }

  /// The weight of concordant pairs, ties counted half.
  private static func concordance(_ predictions: [Double], _ outcome: [Bool], _ weights: [Double]) -> Double {
    let order = predictions.indices.sorted { predictions[$0] < predictions[$1] }
    var (below, concordant) = (0.0, 0.0)
    var start = 0
    while start < order.count {
      var (end, ones, zeros) = (start, 0.0, 0.0)
      while end < order.count, predictions[order[end]] == predictions[order[start]] {
        if outcome[order[end]] { ones += weights[order[end]] } else { zeros += weights[order[end]] }
        end += 1
      }
      concordant += ones * (below + zeros / 2)
      below += zeros
      start = end
    }
    return concordant
  }
}
