/// A straight mapping of values to coordinates, with round ticks.
struct ChartScale {
  /// The values shown, lowest first.
  let domain: ClosedRange<Double>
  /// Where the lowest value lies.
  let start: Double
  /// Where the highest value lies; may lie before `start`.
  let end: Double

  /// The coordinate of a value.
  func position(_ value: Double) -> Double {
    let length = domain.upperBound - domain.lowerBound
    guard length > 0, value.isFinite else { return (start + end) / 2 }
    return start + (value - domain.lowerBound) / length * (end - start)
  }

  /// The coordinate of a value, kept within the scale.
  func clamped(_ value: Double) -> Double {
    position(min(domain.upperBound, max(domain.lowerBound, value)))
  }

  /// About `count` round values within the domain: steps of 1, 2 or 5 times a power of ten.
  func ticks(about count: Int) -> [Double] {
    let step = ChartScale.roundStep(domain.upperBound - domain.lowerBound, count: count)
    let first = (domain.lowerBound / step - 1e-9).rounded(.up)
    let last = (domain.upperBound / step + 1e-9).rounded(.down)
    guard last >= first else { return [] }
    return (Int(first)...Int(last)).map { Double($0) * step }
  }

  /// A domain around values, padded to round bounds and kept within `limits`.
  static func padded(
    _ values: [Double], within limits: ClosedRange<Double>, ticks count: Int
  ) -> ClosedRange<Double> {
    let (low, high) = (values.min() ?? limits.lowerBound, values.max() ?? limits.upperBound)
    let span = max(high - low, (limits.upperBound - limits.lowerBound) * 0.05)
    let step = roundStep(span, count: count)
    let lower = max(limits.lowerBound, (low / step - 1e-9).rounded(.down) * step)
    let upper = min(limits.upperBound, (high / step + 1e-9).rounded(.up) * step)
    return upper > lower ? lower...upper : limits
  }

  /// The step of 1, 2 or 5 times a power of ten that divides a length into about `count` parts.
  static func roundStep(_ length: Double, count: Int) -> Double {
    guard length > 0 else { return 1 }
    let raw = length / Double(max(1, count))
    var power = 1.0
    while power * 10 <= raw { power *= 10 }
    while power > raw { power /= 10 }
    let ratio = raw / power
    if ratio <= 1 { return power }
    return power * (ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10)
  }
}
