/// Counts the letters beyond ASCII in a stream of bytes, and the places where the bytes are not UTF-8.
///
/// Well-formed sequences are those of table 3-7 of the Unicode Standard: no overlong forms, no surrogates.
struct UTF8Count {
  /// Well-formed sequences of two to four bytes.
  private(set) var valid = 0
  /// Bytes that are no part of a well-formed sequence; a broken sequence counts once.
  private(set) var invalid = 0
  private var remaining = 0
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF

  /// Whether the next byte begins a letter.
  var isBetweenLetters: Bool { remaining == 0 }

  /// Takes the next byte.
  mutating func add(_ byte: UInt8) {
    if remaining > 0 {
      if byte >= lower, byte <= upper {
        remaining -= 1
        (lower, upper) = (0x80, 0xBF)
        if remaining == 0 { valid += 1 }
        return
      }
      invalid += 1
      remaining = 0
    }
    begin(with: byte)
  }

  /// Ends the stream: a sequence that is not complete counts as invalid.
  mutating func finish() {
    if remaining > 0 { invalid += 1 }
    remaining = 0
  }

  private mutating func begin(with byte: UInt8) {
    (lower, upper) = (0x80, 0xBF)
    switch byte {
    case ..<0x80: break
    case 0xC2...0xDF: remaining = 1
    case 0xE0...0xEF:
      remaining = 2
      if byte == 0xE0 { lower = 0xA0 }
      if byte == 0xED { upper = 0x9F }
    case 0xF0...0xF4:
      remaining = 3
      if byte == 0xF0 { lower = 0x90 }
      if byte == 0xF4 { upper = 0x8F }
    default: invalid += 1
    }
  }
}
