extension DoubleDouble: SweepNumber {
  static var laneBits: Int { 0 }
  static func membership(ofBit bit: Int) -> DoubleDouble { DoubleDouble(1) }
  init(same: Double) { self.init(same) }
  func value(inLane lane: Int) -> Double { high }
  static func * (first: DoubleDouble, second: Double) -> DoubleDouble { first * DoubleDouble(second) }

  static func reciprocal(of pivot: DoubleDouble, above tolerance: Double) -> DoubleDouble {
    pivot.high > tolerance ? DoubleDouble(1) / pivot : DoubleDouble(0)
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
