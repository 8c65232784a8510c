/// A number of 64 bits that tells responses, or respondents, apart without keeping what they said.
///
/// The hash of Fowler, Noll and Vo (variant 1a, 64 bits), taken over numbers as a whole and mixed after each. It is the
/// same in every run and on every platform, and no protection against somebody who wants two to agree.
public struct ResponseFingerprint: Sendable, Equatable {
  /// The number so far.
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// A fingerprint of nothing yet.
  public init() {}

  /// A fingerprint of a respondent in a wave; of no wave where the survey has none.
  public init(respondent: String, wave: String?) {
    add(respondent)
    if let wave { add(wave) }
  }

  /// Takes a number.
  @inlinable
  public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  /// Takes a text.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// Takes the bytes of a text.
  public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* ResponseFingerprint.prime }
    add(UInt64(bytes.count))
  }

  /// Takes 64 bits.
  public mutating func add(_ bits: UInt64) {
    value = (value ^ bits) &* ResponseFingerprint.prime
    value ^= value >> 29
  }
}
