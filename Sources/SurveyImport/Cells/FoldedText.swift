/// A text as it is compared: without regard to case, surrounding and repeated spaces, no-break spaces,
/// and the typographic forms of quotes, hyphens and the minus sign.
struct FoldedText: Hashable, Sendable {
  /// The folded text.
  let text: String

  /// Folds a text.
  init(_ original: String) {
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
    text = String(scalars).lowercased()
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
  private static func isPrinted(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F
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
