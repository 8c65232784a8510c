/// A text as it is compared: without regard to case, surrounding and repeated spaces, no-break spaces,
/// and the typographic forms of quotes, hyphens and the minus sign.
struct FoldedText: Hashable, Sendable {
  /// The folded text.
  let text: String

  /// Folds a text.
  init(_ original: String) {
    text = FoldedText.foldedASCII(original) ?? FoldedText.folded(original)
  }

  /// A text of ASCII folded, which is nearly any; nil for another.
  ///
  /// Properties of characters need not be looked up for it.
  private static func foldedASCII(_ original: String) -> String? {
    guard original.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: original.utf8.count) { folded in
      var count = 0
      var isSpacePending = false
      for byte in original.utf8 {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          isSpacePending = count > 0
          continue
        }
        if isSpacePending {
          folded[count] = 0x20
          count += 1
        }
        isSpacePending = false
        folded[count] = lowercased(byte)
        count += 1
      }
      return count
    }
  }

  private static func folded(_ original: String) -> String {
    var scalars = String.UnicodeScalarView()
    var isSpacePending = false
    for scalar in original.unicodeScalars {
      if FoldedText.isInvisible(scalar) { continue }
      if FoldedText.isSpace(scalar) {
        isSpacePending = !scalars.isEmpty
        continue
      }
      if isSpacePending { scalars.append(" ") }
      isSpacePending = false
      scalars.append(FoldedText.plain(scalar))
    }
    return String(scalars).lowercased()
  }

  /// A text without surrounding white space, no-break spaces included; otherwise as it is.
  static func trimmed(_ original: String) -> String {
    if let first = original.utf8.first, let last = original.utf8.last, isPrinted(first), isPrinted(last) {
      return original
    }
    let scalars = original.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) && !isInvisible($0) }) else { return "" }
    guard let last = scalars.lastIndex(where: { !isSpace($0) && !isInvisible($0) }) else { return "" }
    return String(scalars[first...last])
  }

  /// Whether a byte is a character of ASCII that leaves a mark; most cells begin and end with one.
  static func isPrinted(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F
  }

  /// A byte of ASCII in lower case.
  static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }

  /// Zero-width spaces and byte order marks.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{200B}" || scalar == "\u{FEFF}" || scalar == "\u{2060}"
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2018}", "\u{2019}": "'"
    case "\u{201C}", "\u{201D}": "\""
    case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": "-"
    default: scalar
    }
  }
}
