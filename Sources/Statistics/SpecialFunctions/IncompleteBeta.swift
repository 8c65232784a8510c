internal import RealModule

/// The regularised incomplete beta function I(a, b) of the odds r = x/(1 − x).
///
/// The odds are the natural argument of Student's and Fisher's distributions and lose nothing where x is near 1.
/// The method is that of `IncompleteGamma`; the smaller of the two parts keeps a relative accuracy of 1e-14 for
/// parameters from 0.25 to 5e8.
struct IncompleteBeta {
  /// The exponent a of x, positive.
  let first: Double
  /// The exponent b of 1 − x, positive.
  let second: Double

  /// The share below the odds.
  func lower(odds: DoubleDouble) -> Double {
    if odds.high <= 0 { return 0 }
    if odds.high == .infinity { return 1 }
    return odds.high * second <= first ? direct(odds) : 1 - mirrored.direct(DoubleDouble(1) / odds)
  }

  /// The share above the odds.
  func upper(odds: DoubleDouble) -> Double {
    if odds.high <= 0 { return 1 }
    if odds.high == .infinity { return 0 }
    return odds.high * second <= first ? 1 - direct(odds) : mirrored.direct(DoubleDouble(1) / odds)
  }

  private var mirrored: IncompleteBeta { IncompleteBeta(first: second, second: first) }

  /// With t = x e⁻ˢ the integrand is exp(−as) (1 + w)^(b − 1), w = r(1 − e⁻ˢ); log(1 + w) is taken as
  /// (log(1 + w) − w) + rs − r(e⁻ˢ − 1 + s), whose parts all have one sign for b ≥ 1.
  private func direct(_ odds: DoubleDouble) -> Double {
    let ratio = odds.high
    let power = second - 1
    let exact = DoubleDouble(first) - (DoubleDouble(second) - DoubleDouble(1)) * odds
    let slope = exact.high
    let integral = DecayingIntegral.value(slope: slope, bend: power * ratio * (1 + ratio)) { s in
      let rise = -ratio * Double.expMinusOne(-s)
      return power < 0
        ? power * Double.log(onePlus: rise) - first * s
        : power * (Double.logOnePlusLess(rise) - ratio * Double.expMinusLess(s)) - slope * s
    }
    return exponent(odds).exponential * integral
  }

  /// log of xᵃ (1 − x)^(b − 1) / B(a, b).
  private func exponent(_ odds: DoubleDouble) -> DoubleDouble {
    let total = DoubleDouble(sum: first, second)
    let powers =
      first * odds.logarithm - (total - DoubleDouble(1)) * (odds + DoubleDouble(1)).logarithm
    let gammas = DoubleDouble.logGamma(DoubleDouble(first)) + DoubleDouble.logGamma(DoubleDouble(second))
    return powers - gammas + DoubleDouble.logGamma(total)
  }
}
