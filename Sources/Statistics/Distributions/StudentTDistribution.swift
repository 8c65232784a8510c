internal import RealModule

/// Student's t distribution.
///
/// Tails are exact to 1e-14 relative for 1 to 1e9 degrees of freedom and |t| up to 1e150.
public struct StudentTDistribution: Sendable, Equatable {
  /// The degrees of freedom, positive; infinite for the normal distribution.
  public let degreesOfFreedom: Double

  /// Student's distribution.
  ///
  /// - Precondition: `degreesOfFreedom > 0`.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "Degrees of freedom must be positive.")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The density at `t`.
  public func density(_ t: Double) -> Double {
    guard degreesOfFreedom < .infinity else { return NormalDistribution.standard.density(t) }
    let half = DoubleDouble(degreesOfFreedom / 2)
    let raised = half + DoubleDouble(0.5)
    let square = DoubleDouble(product: t, t) / DoubleDouble(degreesOfFreedom)
    let gammas = DoubleDouble.logGamma(raised) - DoubleDouble.logGamma(half)
    let exponent = gammas - raised * (square + DoubleDouble(1)).logarithm
    return exponent.exponential / (Double.pi * degreesOfFreedom).squareRoot()
  }

  /// P(T ≤ t).
  public func cumulative(_ t: Double) -> Double { upperTail(-t) }

  /// P(T > t); keeps its digits where `1 - cumulative(t)` would lose them.
  public func upperTail(_ t: Double) -> Double {
    guard degreesOfFreedom < .infinity else { return NormalDistribution.standard.upperTail(t) }
    if t.isNaN { return t }
    return t >= 0 ? beyond(t) / 2 : 1 - beyond(-t) / 2
  }

  /// P(|T| > |t|): the two-sided p-value.
  public func twoSided(_ t: Double) -> Double {
    guard degreesOfFreedom < .infinity else { return NormalDistribution.standard.twoSided(t) }
    return t.isNaN ? t : beyond(t.magnitude)
  }

  /// The t with P(T ≤ t) = `probability`; infinite for 0 and 1.
  ///
  /// - Precondition: `probability` lies within 0…1.
  public func quantile(_ probability: Double) -> Double { -upperQuantile(probability) }

  /// The t with P(T > t) = `probability`; keeps its digits for small tails.
  ///
  /// - Precondition: `probability` lies within 0…1.
  public func upperQuantile(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability <= 1, "A probability lies within 0…1.")
    guard degreesOfFreedom < .infinity else { return NormalDistribution.standard.upperQuantile(probability) }
    if probability > 0.5 { return -upperQuantile(1 - probability) }
    if probability == 0 { return .infinity }
    if probability == 0.5 { return 0 }
    let start = max(1e-3, NormalDistribution.standard.upperQuantile(probability))
    if probability < 0.25 {
      return PositiveQuantile.solve(
        probability, start: start, isRising: false, tail: upperTail, density: density)
    }
    // Near the middle the share between 0 and t is the one that keeps its digits.
    return PositiveQuantile.solve(
      0.5 - probability, start: start, isRising: true, tail: { within($0) / 2 }, density: density)
  }

  /// P(|T| > t) for t ≥ 0.
  private func beyond(_ t: Double) -> Double {
    t == 0 ? 1 : beta.lower(odds: odds(t))
  }

  /// P(|T| ≤ t) for t ≥ 0.
  private func within(_ t: Double) -> Double {
    t == 0 ? 0 : beta.upper(odds: odds(t))
  }

  private func odds(_ t: Double) -> DoubleDouble {
    guard t < .infinity else { return DoubleDouble(0) }
    return DoubleDouble(degreesOfFreedom) / DoubleDouble(t) / DoubleDouble(t)
  }

  private var beta: IncompleteBeta { IncompleteBeta(first: degreesOfFreedom / 2, second: 0.5) }
}
