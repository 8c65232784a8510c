internal import RealModule

extension DoubleDouble {
  private static let logarithmOfTwo = constant(0.6931471805599453, 2.3190468138462996e-17)
  private static let halfLogarithmOfTwoPi = constant(0.9189385332046728, -3.8782941580672414e-17)

  private static func constant(_ high: Double, _ low: Double) -> DoubleDouble {
    DoubleDouble(sum: high, low)
  }

  /// 1/(2k + 1) for the series of artanh, highest power first.
  private static let oddReciprocals = (0...21).reversed().map { index in
    DoubleDouble(1) / DoubleDouble(Double(2 * index + 1))
  }

  /// The natural logarithm of a positive number, absolutely to about 1e-31 of its size.
  ///
  /// The number is scaled by a power of two to 0.71…1.41 and put into 2 artanh((m − 1)/(m + 1)).
  var logarithm: DoubleDouble {
    let exponent = Int((1.4142135623730951 * high).exponent)
    let half = exponent / 2
    let mantissa = Double.power(ofTwo: half - exponent) * (Double.power(ofTwo: -half) * self)
    let ratio = (mantissa - DoubleDouble(1)) / (mantissa + DoubleDouble(1))
    let square = ratio * ratio
    let series = DoubleDouble.oddReciprocals.reduce(DoubleDouble(0)) { $0 * square + $1 }
    return Double(exponent) * DoubleDouble.logarithmOfTwo + 2 * (ratio * series)
  }

  /// The logarithm of the gamma function of a positive number.
  ///
  /// The argument is raised above 32 by the recurrence, where nine terms of Stirling's series leave less than
  /// 1e-24 (Abramowitz & Stegun 1964, 6.1.40).
  static func logGamma(_ argument: DoubleDouble) -> DoubleDouble {
    var raised = argument
    var product = DoubleDouble(1)
    while raised.high < 32 {
      product = product * raised
      raised = raised + DoubleDouble(1)
    }
    let main = (raised - DoubleDouble(0.5)) * raised.logarithm - raised
    let stirling = main + halfLogarithmOfTwoPi + stirlingSeries(raised)
    return product.high == 1 ? stirling : stirling - product.logarithm
  }

  private static func stirlingSeries(_ argument: DoubleDouble) -> DoubleDouble {
    let inverse = 1 / argument.high
    let square = inverse * inverse
    let tail = stirlingCoefficients.reduce(0) { $0 * square + $1 } * square * inverse
    return DoubleDouble(1) / (12 * argument) + DoubleDouble(tail)
  }

  /// B₂ₖ/(2k(2k − 1)) for k = 9, …, 2.
  private static let stirlingCoefficients: [Double] = [
    43867.0 / 244_188.0, -3617.0 / 122_400.0, 1.0 / 156.0, -691.0 / 360_360.0, 1.0 / 1188.0, -1.0 / 1680.0,
    1.0 / 1260.0, -1.0 / 360.0,
  ]

  /// e to this power as a double; 0 below the least one.
  var exponential: Double {
    let power = Double.exp(high)
    return power + power * low
  }
}

extension Double {
  fileprivate static func power(ofTwo exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
