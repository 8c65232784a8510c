/// The difference between the net shares of two groups without a member in common.
///
/// The p-value is that of z = (N₁ − N₂)/√(SE₁² + SE₂²). The interval is by adjusted Wald on both, which holds its
/// coverage at small numbers. Where both standard errors are zero (all of each group on one side) the adjusted values
/// stand in for the plain ones.
public struct NetShareDifference: Sendable, Equatable {
  /// The first net share less the second, −2…2.
  public let value: Double
  /// The standard error of the difference.
  public let standardError: Double
  /// The interval of the difference, within −2…2.
  public let interval: ClosedRange<Double>
  /// The difference in standard errors.
  public let statistic: Double
  /// The two-sided p-value of "no difference".
  public let pValue: Double
  /// The confidence of the interval.
  public let confidence: Double

  /// The first net share less the second.
  ///
  /// - Parameter correlation: How the two go together; 0 for groups that are independent, other than 0 where they have
  ///   clusters in common.
  /// - Precondition: `confidence` lies between 0 and 1.
  public init(
    _ first: NetShare, minus second: NetShare, correlation: Double = 0,
    interval method: NetShareInterval = .adjustedWald,
    confidence: Double = 0.95
  ) {
    let variance = NetShareDifference.squared(first.standardError, second.standardError, correlation)
    let (one, two) = (first.adjusted, second.adjusted)
    let adjusted = AdjustedNetShare(
      value: one.value - two.value,
      variance: NetShareDifference.squared(
        one.variance.squareRoot(), two.variance.squareRoot(), correlation))
    let z = NormalDistribution.criticalValue(confidence: confidence)
    let isPlain = variance > 0
    value = first.value - second.value
    standardError = (isPlain ? variance : adjusted.variance).squareRoot()
    statistic = (isPlain ? value : adjusted.value) / standardError
    pValue = NormalDistribution.standard.twoSided(statistic)
    self.confidence = confidence
    switch method {
    case .adjustedWald:
      interval = NetShareDifference.range(adjusted.value, z * adjusted.variance.squareRoot())
    case .wald: interval = NetShareDifference.range(value, z * standardError)
    case .score:
      interval = NetShareDifference.recovered(first, second, correlation, confidence: confidence)
    }
  }

  /// The smallest true difference found in a share `power` of studies of this size.
  ///
  /// (z for the confidence + z for the power) × standard error; 2.80 standard errors for 95 % and 80 %.
  ///
  /// - Precondition: `power` lies between 0 and 1.
  public func smallestDetectable(power: Double = 0.8) -> Double {
    precondition(power > 0 && power < 1, "A power lies between 0 and 1.")
    let z = NormalDistribution.criticalValue(confidence: confidence)
    return min(2, (z + NormalDistribution.standard.quantile(power)) * standardError)
  }

  /// Limits recovered from the score intervals of the two (MOVER; Zou & Donner 2008, doi:10.1002/sim.3095).
  private static func recovered(
    _ first: NetShare, _ second: NetShare, _ correlation: Double, confidence: Double
  ) -> ClosedRange<Double> {
    let one = first.interval(.score, confidence: confidence)
    let two = second.interval(.score, confidence: confidence)
    func distance(_ left: Double, _ right: Double) -> Double {
      squared(left, right, correlation).squareRoot()
    }
    let below = distance(first.value - one.lowerBound, two.upperBound - second.value)
    let above = distance(one.upperBound - first.value, second.value - two.lowerBound)
    let difference = first.value - second.value
    return max(-2, difference - below)...min(2, difference + above)
  }

  /// The square of a difference of two numbers that vary so much and go together so.
  private static func squared(_ first: Double, _ second: Double, _ correlation: Double) -> Double {
    (first * first + second * second - 2 * correlation * first * second).clampedToZero
  }

  private static func range(_ centre: Double, _ half: Double) -> ClosedRange<Double> {
    max(-2, centre - half)...min(2, centre + half)
  }
}
