internal import RealModule

/// A sum of weighted log-probabilities.
///
/// Probabilities of weight 1 are multiplied, and the logarithm is taken once the product grows small: one logarithm for
/// some hundred rows, to the same digits.
struct LogLikelihoodSum {
  private static let (smallProduct, smallFactor) = (1e-200, 1e-100)
  private var sum = 0.0
  private var product = 1.0

  /// The sum so far.
  var value: Double { sum + Double.log(product) }

  /// Adds a log-probability; `logarithm` is asked for where the probability is not multiplied, as one given as 0 never is.
  @inline(__always)
  mutating func add(_ probability: Double, weight: Double, logarithm: @autoclosure () -> Double) {
    if weight == 1, probability > LogLikelihoodSum.smallFactor {
      product *= probability
      if product < LogLikelihoodSum.smallProduct {
        sum += Double.log(product)
        product = 1
      }
    } else {
      sum += weight * logarithm()
    }
  }
}
