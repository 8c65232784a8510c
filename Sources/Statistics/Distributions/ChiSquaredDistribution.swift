internal import RealModule

/// The chi-squared distribution.
///
/// Tails are exact to 1e-14 relative for 0.2 to 1e9 degrees of freedom.
public struct ChiSquaredDistribution: Sendable, Equatable {
  /// The degrees of freedom, positive.
  public let degreesOfFreedom: Double

  /// A chi-squared distribution.
  ///
  /// - Precondition: `degreesOfFreedom` is positive and finite.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0 && degreesOfFreedom < .infinity, "Degrees of freedom must be positive.")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The density at `x`.
  public func density(_ x: Double) -> Double {
    if x < 0 { return 0 }
    if x == 0 { return degreesOfFreedom > 2 ? 0 : (degreesOfFreedom == 2 ? 0.5 : .infinity) }
    let half = DoubleDouble(x / 2)
    let shape = DoubleDouble(degreesOfFreedom / 2)
    let exponent = (shape - DoubleDouble(1)) * half.logarithm - half - DoubleDouble.logGamma(shape)
    return exponent.exponential / 2
  }

  /// P(X ≤ x).
  public func cumulative(_ x: Double) -> Double {
    x.isNaN ? x : IncompleteGamma(shape: degreesOfFreedom / 2).lower(x / 2)
  }

  /// P(X > x): the p-value; keeps its digits where `1 - cumulative(x)` would lose them.
  public func upperTail(_ x: Double) -> Double {
    x.isNaN ? x : IncompleteGamma(shape: degreesOfFreedom / 2).upper(x / 2)
  }

  /// The x with P(X ≤ x) = `probability`; infinite for 1.
  ///
  /// - Precondition: `probability` lies within 0…1.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability <= 1, "A probability lies within 0…1.")
    if probability > 0.5 { return upperQuantile(1 - probability) }
    if probability == 0 { return 0 }
    return PositiveQuantile.solve(
      probability, start: start(-NormalDistribution.standard.upperQuantile(probability), probability),
      isRising: true, tail: cumulative, density: density)
  }

  /// The x with P(X > x) = `probability`; keeps its digits for small tails.
  ///
  /// - Precondition: `probability` lies within 0…1.
  public func upperQuantile(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability <= 1, "A probability lies within 0…1.")
    if probability > 0.5 { return quantile(1 - probability) }
    if probability == 0 { return .infinity }
    return PositiveQuantile.solve(
      probability, start: start(NormalDistribution.standard.upperQuantile(probability), 1),
      isRising: false, tail: upperTail, density: density)
  }

  /// Wilson & Hilferty's cube of a normal variable (1931, doi:10.1073/pnas.17.12.684), or near 0 the first term of
  /// the series of the lower tail.
  private func start(_ z: Double, _ lower: Double) -> Double {
    let spread = 2 / (9 * degreesOfFreedom)
    let root = 1 - spread + z * spread.squareRoot()
    if root > 0.3 { return degreesOfFreedom * root * root * root }
    let shape = degreesOfFreedom / 2
    return 2 * Double.exp((Double.log(lower) + Double.logGamma(shape + 1)) / shape)
  }
}
