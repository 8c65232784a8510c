/// What the bytes beyond ASCII say about which of two encodings of Western Europe a file has.
///
/// Windows-1252 has signs at 0x80…0x9F, ISO 8859-15 has none. At eight places the first has signs that hardly occur
/// in answers (¤ ¦ ¨ ´ ¸ ¼ ½ ¾), the second the euro sign and letters (€ Š š Ž ž Œ œ Ÿ).
struct LatinEvidence {
  /// Bytes that only Windows-1252 gives a meaning.
  private(set) var windows = 0
  /// Bytes that make sense as a euro sign, or as a letter beside a letter.
  private(set) var iso = 0
  private var previous: UInt8 = 0
  private var isPending = false

  /// Takes the next byte; those that only pass by may be left out, ASCII letters beside others may not.
  mutating func add(_ byte: UInt8) {
    if isPending, LatinEvidence.isLetter(byte) { iso += 1 }
    isPending = false
    switch byte {
    case 0x80...0x9F: windows += 1
    case 0xA4: iso += 1
    case 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE:
      if LatinEvidence.isLetter(previous) { iso += 1 } else { isPending = true }
    default: break
    }
    previous = byte
  }

  /// Whether the file is ISO 8859-15 rather than Windows-1252.
  var isISO: Bool { windows == 0 && iso > 0 }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte >= 0xC0
  }
}
