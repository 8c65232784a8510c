internal import RealModule

/// Finds the positive x at which a tail has a given probability.
///
/// Newton's iteration on the logarithms of both, kept inside a bracket; a tail falls more evenly there.
enum PositiveQuantile {
  /// The x where `tail` is `probability`; `logSlope` is d log tail / d log x.
  ///
  /// - Parameter isRising: Whether `tail` grows with x (a lower tail) or falls (an upper one).
  static func solve(
    _ probability: Double, start: Double, isRising: Bool, tail: (Double) -> Double,
    density: (Double) -> Double
  ) -> Double {
    var low = 0.0
    var high = Double.infinity
    var place = start
    for _ in 0..<200 {
      let value = tail(place)
      if value == probability { return place }
      if (value < probability) == isRising { low = place } else { high = place }
      let slope = (isRising ? 1 : -1) * place * density(place) / value
      let wish = place * Double.exp(max(-3, min(3, Double.log(probability / value) / slope)))
      let next = wish > low && wish < high ? wish : middle(low, high, place)
      if (next - place).magnitude <= 1e-16 * place { return next }
      place = next
    }
    return place
  }

  /// A place inside the bracket where the iteration would leave it.
  private static func middle(_ low: Double, _ high: Double, _ place: Double) -> Double {
    if high == .infinity { return 4 * max(low, place) }
    return low == 0 ? high / 4 : low.squareRoot() * high.squareRoot()
  }
}
