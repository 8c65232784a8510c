/// What an enumeration of sub-models calculates with: several sub-models side by side, or one at a time.
protocol SweepNumber: Sendable {
  /// How many of the last drivers are decided by the lane: 2 to this power sub-models run side by side.
  static var laneBits: Int { get }
  /// 1 in the lanes where a driver decided by the lane is in the model, else 0.
  static func membership(ofBit bit: Int) -> Self
  /// The same number in every lane.
  init(same: Double)
  /// The number of one lane.
  func value(inLane lane: Int) -> Double
  static func + (first: Self, second: Self) -> Self
  static func - (first: Self, second: Self) -> Self
  static func * (first: Self, second: Self) -> Self
  static func * (first: Self, second: Double) -> Self
  /// One over a pivot, or 0 where the pivot is no more than `tolerance`.
  static func reciprocal(of pivot: Self, above tolerance: Double) -> Self
}

extension SIMD8: SweepNumber where Scalar == Double {
  @inline(__always) static var laneBits: Int { 3 }

  static func membership(ofBit bit: Int) -> SIMD8<Double> {
    var result = SIMD8<Double>.zero
    for lane in 0..<8 where lane >> bit & 1 == 1 { result[lane] = 1 }
    return result
  }

  @inline(__always) init(same: Double) { self.init(repeating: same) }
  @inline(__always) func value(inLane lane: Int) -> Double { self[lane] }

  @inline(__always)
  static func reciprocal(of pivot: SIMD8<Double>, above tolerance: Double) -> SIMD8<Double> {
    (1 / pivot).replacing(with: 0, where: pivot .<= tolerance)
  }
}

extension Double: SweepNumber {
  static var laneBits: Int { 0 }
  static func membership(ofBit bit: Int) -> Double { 1 }
  init(same: Double) { self = same }
  func value(inLane lane: Int) -> Double { self }

  static func reciprocal(of pivot: Double, above tolerance: Double) -> Double {
    pivot > tolerance ? 1 / pivot : 0
  }
}

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
