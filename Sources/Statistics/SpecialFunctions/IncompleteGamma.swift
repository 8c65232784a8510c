internal import RealModule

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x).
///
/// Each is the integral of the gamma density away from its mean: the density's exponent at x in double-double
/// arithmetic, times an integral that starts from 1. The smaller of the two keeps a relative accuracy of 1e-14 for
/// a from 0.1 to 5e8.
struct IncompleteGamma {
  /// The shape a, positive.
  let shape: Double

  /// P(a, x), the share below x.
  func lower(_ x: Double) -> Double {
    if x <= 0 { return 0 }
    return x <= shape ? lowerDirect(x) : 1 - upperDirect(x)
  }

  /// Q(a, x), the share above x.
  func upper(_ x: Double) -> Double {
    if x <= 0 { return 1 }
    return x <= shape ? 1 - lowerDirect(x) : upperDirect(x)
  }

  /// With t = x e⁻ˢ the integrand is exp(−(a − x)s − x(e⁻ˢ − 1 + s)).
  private func lowerDirect(_ x: Double) -> Double {
    let slope = shape - x
    let integral = DecayingIntegral.value(slope: slope, bend: x) { s in
      -slope * s - x * Double.expMinusLess(s)
    }
    return exponent(power: DoubleDouble(shape), x).exponential * integral
  }

  /// With t = x + u the integrand is exp(−u) (1 + u/x)^(a − 1).
  private func upperDirect(_ x: Double) -> Double {
    guard x < .infinity else { return 0 }
    let power = shape - 1
    let slope = ((x - shape) + 1) / x
    let integral = DecayingIntegral.value(slope: slope, bend: power / (x * x)) { u in
      power < 0
        ? power * Double.log(onePlus: u / x) - u
        : power * Double.logOnePlusLess(u / x) - slope * u
    }
    return exponent(power: DoubleDouble(sum: shape, -1), x).exponential * integral
  }

  /// log of xᵖ e⁻ˣ / Γ(a).
  private func exponent(power: DoubleDouble, _ x: Double) -> DoubleDouble {
    power * DoubleDouble(x).logarithm - DoubleDouble(x) - DoubleDouble.logGamma(DoubleDouble(shape))
  }
}
