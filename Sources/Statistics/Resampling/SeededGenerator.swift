/// A reproducible stream of random numbers: SplitMix64 (Steele, Lea & Flood 2014, doi:10.1145/2714064.2660195).
///
/// Each (seed, stream) starts at a place of its own, so that work can be dealt out to threads in any way without
/// changing a result.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  @usableFromInline var state: UInt64

  /// Stream number `stream` of a seed.
  public init(seed: UInt64, stream: UInt64 = 0) {
    let start = SeededGenerator.mixed(seed &+ 0x9E37_79B9_7F4A_7C15)
    state = SeededGenerator.mixed(start ^ SeededGenerator.mixed(stream &+ 0xD1B5_4A32_D192_ED03))
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return SeededGenerator.mixed(state)
  }

  /// A whole number from 0 to `bound` − 1.
  ///
  /// The high half of a 128-bit product; uneven by less than bound/2⁶⁴, which no sample can show.
  @inlinable
  public mutating func index(below bound: Int) -> Int {
    Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Brings elements into a random order, every order being equally likely (Fisher & Yates 1938; Durstenfeld 1964).
  mutating func shuffle<Element>(_ elements: inout [Element]) {
    for place in stride(from: elements.count - 1, to: 0, by: -1) {
      elements.swapAt(place, index(below: place + 1))
    }
  }

  /// A number from 0 up to 1, with 53 random bits; never 1.
  @inlinable
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  @inlinable
  static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
