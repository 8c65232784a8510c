internal import RealModule

/// The normal distribution.
///
/// Both tails and both quantiles are exact to 1e-14 relative as far as a double reaches (38 standard deviations).
public struct NormalDistribution: Sendable, Equatable {
  /// The mean.
  public let mean: Double
  /// The standard deviation, positive.
  public let standardDeviation: Double

  /// Mean 0 and standard deviation 1.
  public static let standard = NormalDistribution(mean: 0, standardDeviation: 1)

  /// A normal distribution.
  ///
  /// - Precondition: `standardDeviation > 0`.
  public init(mean: Double, standardDeviation: Double) {
    precondition(standardDeviation > 0, "A standard deviation must be positive.")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The density at `x`.
  public func density(_ x: Double) -> Double {
    NormalDistribution.standardDensity((x - mean) / standardDeviation) / standardDeviation
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    NormalDistribution.tail((mean - x) / standardDeviation)
  }

  /// P(X > x); keeps its digits where `1 - cumulative(x)` would lose them.
  public func upperTail(_ x: Double) -> Double {
    NormalDistribution.tail((x - mean) / standardDeviation)
  }

  /// The x with P(X ≤ x) = `probability`; infinite for 0 and 1.
  ///
  /// - Precondition: `probability` lies within 0…1.
  public func quantile(_ probability: Double) -> Double {
    mean - standardDeviation * NormalDistribution.tailQuantile(probability)
  }

  /// The x with P(X > x) = `probability`; keeps its digits for small tails.
  ///
  /// - Precondition: `probability` lies within 0…1.
  public func upperQuantile(_ probability: Double) -> Double {
    mean + standardDeviation * NormalDistribution.tailQuantile(probability)
  }

  /// P(|X − mean| > |x − mean|): the two-sided p-value.
  public func twoSided(_ x: Double) -> Double {
    2 * NormalDistribution.tail((x - mean).magnitude / standardDeviation)
  }

  /// The half-width of a central interval in standard deviations: 1.96 for 0.95.
  ///
  /// - Precondition: `confidence` lies between 0 and 1.
  public static func criticalValue(confidence: Double) -> Double {
    precondition(confidence > 0 && confidence < 1, "A confidence lies between 0 and 1.")
    return tailQuantile((1 - confidence) / 2)
  }
}

extension NormalDistribution {
  /// 1/√2 as the sum of two doubles.
  private static let inverseRootTwo = (high: 0.7071067811865476, low: -4.833646656726457e-17)
  private static let inverseRootTwoPi = 0.3989422804014327

  private static func standardDensity(_ z: Double) -> Double {
    // z² split in two: its rounding error alone would cost z²/2 units in the last place.
    let square = z * z
    guard square < 1.0e4 else { return 0 }
    let remainder = (-square).addingProduct(z, z)
    return inverseRootTwoPi * Double.exp(-square / 2) * (1 - remainder / 2)
  }

  /// P(Z > z) = erfc(z/√2)/2, with the rounding of z/√2 put right to first order.
  private static func tail(_ z: Double) -> Double {
    guard z.magnitude < 40 else { return z.isNaN ? z : (z > 0 ? 0 : 1) }
    let x = z * inverseRootTwo.high
    let rest = (-x).addingProduct(z, inverseRootTwo.high) + z * inverseRootTwo.low
    let slope = 2 * 0.5641895835477563 * Double.exp(-x * x)
    return (Double.erfc(x) - rest * slope) / 2
  }

  /// The z with P(Z > z) = `probability`, by Wichura's rational functions and one step of Halley's iteration.
  private static func tailQuantile(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability <= 1, "A probability lies within 0…1.")
    if probability == 0 { return .infinity }
    if probability == 1 { return -.infinity }
    let start = WichuraQuantile.upperTail(probability)
    let density = standardDensity(start)
    guard density > 1e-300 else { return start }
    let step = difference(tail(start), probability, at: start) / density
    return start + step / (1 - start * step / 2)
  }

  /// tail(z) − probability, taken on the lower tail where the upper one is near 1.
  private static func difference(_ upper: Double, _ probability: Double, at z: Double) -> Double {
    z < -1 ? (1 - probability) - tail(-z) : upper - probability
  }
}
