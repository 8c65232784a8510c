/// A number written in a cell.
enum NumberText {
  /// What a cell is, read as a whole number.
  enum Whole: Equatable {
    case value(Int)
    /// A number with a fraction other than zero.
    case fractional
    /// No number.
    case text
  }

  /// Reads a folded text as a whole number; a fraction of zeros behind a point or comma and a percent
  /// sign are allowed.
  ///
  /// Numbers of more than twelve digits are cut to ±10¹². With `decimals` digits behind the mark the number is counted in steps of the last
  /// of them: 75 for `7,5` with one.
  static func whole(_ text: String, decimals: Int = 0) -> Whole {
    var rest = text.hasSuffix("%") ? text.dropLast().trimmingSpaces : Substring(text)
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest.removeFirst() }
    let digits = rest.prefix { $0.isASCIIDigit }
    var fraction = rest.dropFirst(digits.count)
    guard !digits.isEmpty else { return .text }
    if !fraction.isEmpty {
      guard fraction.removeFirst().isDecimalMark, !fraction.isEmpty, fraction.allSatisfy(\.isASCIIDigit)
      else {
        return .text
      }
      if fraction.dropFirst(decimals).contains(where: { $0 != "0" }) { return .fractional }
    }
    let behind = fraction.prefix(decimals)
    let steps = digits + behind + String(repeating: "0", count: decimals - behind.count)
    let size = digits.count > 12 ? 1_000_000_000_000 : Int(steps) ?? 0
    return .value(isNegative ? -size : size)
  }

  /// The number in a cell, or nil where it is none; surrounding spaces are allowed.
  ///
  /// Thousands may be marked where a fraction or a second mark shows that they are: `1.234,5` and `1.234.567`, not `1.234`.
  static func decimal(_ bytes: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Double? {
    quick(bytes, mark: mark) ?? careful(bytes, mark: mark)
  }

  /// Up to 15 digits with a decimal mark among them.
  ///
  /// Exact, since both parts of the quotient are (Clinger 1990, doi:10.1145/93542.93557).
  private static func quick(_ bytes: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Double? {
    guard !bytes.isEmpty, bytes.count <= 16 else { return nil }
    var digits: Int64 = 0
    var digitCount = 0
    var scale = 1.0
    var isFraction = false
    for byte in bytes {
      if byte == mark, !isFraction {
        isFraction = true
      } else if byte >= 0x30, byte <= 0x39, digitCount < 15 {
        digits = digits * 10 + Int64(byte - 0x30)
        digitCount += 1
        if isFraction { scale *= 10 }
      } else {
        return nil
      }
    }
    return digitCount > 0 ? Double(digits) / scale : nil
  }

  private static func careful(_ bytes: UnsafeBufferPointer<UInt8>, mark: UInt8) -> Double? {
    // Most cells that come here are texts; folding each of them would take most of the time a draft takes.
    let isText = bytes.count > 64 || bytes.contains { $0 | 0x20 != 0x65 && $0.isASCIILetter }
    guard !isText else { return nil }
    var text = FoldedText(String(decoding: bytes, as: UTF8.self)).text
    let other: Character = mark == Dialect.comma ? "." : ","
    if let thousands = text.first(where: { $0 == other || $0 == " " || $0 == "'" }) {
      guard let ungrouped = ungrouped(text, by: thousands, mark: other == "." ? "," : ".") else { return nil }
      text = ungrouped
    }
    guard text.allSatisfy({ $0.isASCIIDigit || "+-e,.".contains($0) }) else { return nil }
    let number = Double(String(text.map { $0 == "," ? "." : $0 }))
    return number.flatMap { $0.isFinite ? $0 : nil }
  }
}

extension NumberText {
  /// A number without the marks of its thousands, or nil where they do not stand between groups of three digits.
  private static func ungrouped(_ text: String, by thousands: Character, mark: Character) -> String? {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    let groups = (parts.first ?? "").split(separator: thousands, omittingEmptySubsequences: false)
    guard parts.count == 2 || (parts.count == 1 && groups.count > 2), groups.count > 1 else { return nil }
    let sign = groups[0].prefix { $0 == "-" || $0 == "+" }
    let first = groups[0].dropFirst(sign.count)
    guard sign.count < 2, (1...3).contains(first.count), groups.dropFirst().allSatisfy({ $0.count == 3 })
    else {
      return nil
    }
    let digits = [first] + groups.dropFirst() + parts.dropFirst()
    guard digits.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
    return sign + digits[..<groups.count].joined() + parts.dropFirst().map { String(mark) + $0 }.joined()
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var rest = self
    while rest.last == " " { rest.removeLast() }
    return rest
  }
}

extension UInt8 {
  /// Whether this is a letter of ASCII, capital or small.
  var isASCIILetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }
}

extension Character {
  var isASCIIDigit: Bool { self >= "0" && self <= "9" && isASCII }
  fileprivate var isDecimalMark: Bool { self == "." || self == "," }
}
