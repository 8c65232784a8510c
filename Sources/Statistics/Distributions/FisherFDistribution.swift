internal import RealModule

/// Fisher's F distribution.
///
/// Tails are exact to 1e-14 relative for 0.5 to 1e9 degrees of freedom on either side.
public struct FisherFDistribution: Sendable, Equatable {
  /// The degrees of freedom of the numerator, positive.
  public let numerator: Double
  /// The degrees of freedom of the denominator, positive.
  public let denominator: Double

  /// Fisher's distribution by its two degrees of freedom.
  ///
  /// - Precondition: both are positive and finite.
  public init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "Degrees of freedom must be positive.")
    precondition(numerator < .infinity && denominator < .infinity, "Degrees of freedom must be finite.")
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The density at `x`, positive.
  public func density(_ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let (first, second) = (DoubleDouble(numerator / 2), DoubleDouble(denominator / 2))
    let odds = odds(x)
    let total = first + second
    let powers = first * odds.logarithm - total * (odds + DoubleDouble(1)).logarithm
    let gammas = DoubleDouble.logGamma(first) + DoubleDouble.logGamma(second) - DoubleDouble.logGamma(total)
    return (powers - gammas).exponential / x
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    if x.isNaN { return x }
    return x <= 0 ? 0 : beta.lower(odds: odds(x))
  }

  /// P(X > x): the p-value; keeps its digits where `1 - cumulative(x)` would lose them.
  public func upperTail(_ x: Double) -> Double {
    if x.isNaN { return x }
    return x <= 0 ? 1 : beta.upper(odds: odds(x))
  }

  /// The x with P(X ≤ x) = `probability`; infinite for 1.
  ///
  /// - Precondition: `probability` lies within 0…1.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability <= 1, "A probability lies within 0…1.")
    if probability > 0.5 { return upperQuantile(1 - probability) }
    if probability == 0 { return 0 }
    return PositiveQuantile.solve(
      probability, start: 1, isRising: true, tail: cumulative, density: density)
  }

  /// The x with P(X > x) = `probability`; keeps its digits for small tails.
  ///
  /// - Precondition: `probability` lies within 0…1.
  public func upperQuantile(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability <= 1, "A probability lies within 0…1.")
    if probability > 0.5 { return quantile(1 - probability) }
    if probability == 0 { return .infinity }
    return PositiveQuantile.solve(
      probability, start: 1, isRising: false, tail: upperTail, density: density)
  }

  private var beta: IncompleteBeta { IncompleteBeta(first: numerator / 2, second: denominator / 2) }

  private func odds(_ x: Double) -> DoubleDouble {
    guard x < .infinity else { return DoubleDouble(.infinity) }
    return DoubleDouble(product: numerator, x) / DoubleDouble(denominator)
  }
}
