internal import RealModule

extension Double {
  /// log(1 + x) − x for x ≥ 0, without cancellation.
  ///
  /// With t = x/(2 + x), log(1 + x) is 2 artanh t and 2t − x is −xt.
  static func logOnePlusLess(_ x: Double) -> Double {
    guard x < 1 else { return log(onePlus: x) - x }
    let ratio = x / (2 + x)
    let square = ratio * ratio
    var series = 0.0
    for divisor in stride(from: 35.0, through: 3.0, by: -2.0) {
      series = series * square + 1 / divisor
    }
    return ratio * (2 * square * series - x)
  }

  /// e⁻ˣ − 1 + x for x ≥ 0, without cancellation.
  static func expMinusLess(_ x: Double) -> Double {
    guard x < 1 else { return expMinusOne(-x) + x }
    var series = 1.0
    for divisor in stride(from: 19.0, through: 3.0, by: -1.0) {
      series = 1 - series * x / divisor
    }
    return series * x * x / 2
  }
}
