/// The unevaluated sum of two doubles, good for about 31 digits (Dekker 1971, doi:10.1007/BF01397083).
///
/// Tail probabilities are exponentials of sums of large terms that nearly cancel; the sums are made with this.
struct DoubleDouble: Sendable, Equatable {
  /// The nearest double.
  var high: Double
  /// What is missing from it; at most half a unit in the last place of `high`.
  var low: Double

  /// A double as it is.
  init(_ value: Double) {
    high = value
    low = 0
  }

  /// Two parts that need not be in order of size, |first| ≥ |second| aside.
  init(sum first: Double, _ second: Double) {
    high = first + second
    let part = high - first
    low = (first - (high - part)) + (second - part)
  }

  /// The exact product of two doubles.
  init(product first: Double, _ second: Double) {
    high = first * second
    low = (-high).addingProduct(first, second)
  }

  private init(ordered high: Double, _ low: Double) {
    self.high = high + low
    self.low = low - (self.high - high)
  }

  static prefix func - (value: DoubleDouble) -> DoubleDouble {
    var result = DoubleDouble(-value.high)
    result.low = -value.low
    return result
  }

  static func + (first: DoubleDouble, second: DoubleDouble) -> DoubleDouble {
    let sum = DoubleDouble(sum: first.high, second.high)
    let rest = DoubleDouble(sum: first.low, second.low)
    let middle = DoubleDouble(ordered: sum.high, sum.low + rest.high)
    return DoubleDouble(ordered: middle.high, middle.low + rest.low)
  }

  static func - (first: DoubleDouble, second: DoubleDouble) -> DoubleDouble {
    first + -second
  }

  static func * (first: DoubleDouble, second: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(product: first.high, second.high)
    let cross = (first.high * second.low).addingProduct(first.low, second.high)
    return DoubleDouble(ordered: product.high, product.low + cross)
  }

  static func * (first: Double, second: DoubleDouble) -> DoubleDouble {
    DoubleDouble(first) * second
  }

  static func / (first: DoubleDouble, second: DoubleDouble) -> DoubleDouble {
    let quotient = first.high / second.high
    let remainder = first - quotient * second
    let correction = remainder.high / second.high
    let rest = remainder - correction * second
    return DoubleDouble(ordered: quotient, correction) + DoubleDouble(rest.high / second.high)
  }
}

extension DoubleDouble {
  /// The root of a number; 0 of one that is not positive.
  ///
  /// Two Newton steps from the root of the nearest double.
  var squareRoot: DoubleDouble {
    guard high > 0 else { return DoubleDouble(0) }
    let root = DoubleDouble(high.squareRoot())
    let slope = DoubleDouble(0.5 / root.high)
    let better = root + (self - root * root) * slope
    return better + (self - better * better) * slope
  }
}
