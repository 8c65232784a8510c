/// What a cell says about a person, by the form of it.
enum PersonalText {
  /// An e-mail or IP address.
  case address
  /// A telephone number.
  case phone
  /// A bank account number (IBAN).
  case account

  /// What a trimmed text seems to be, or nil; long texts are none of these.
  static func kind(of text: String) -> PersonalText? {
    let bytes = text.utf8
    guard bytes.count <= 320, let first = bytes.first else { return nil }
    if isAddress(text) { return .address }
    let mayBePhone = first == UInt8(ascii: "0") || first == UInt8(ascii: "+") || first == UInt8(ascii: "(")
    if mayBePhone, isPhone(text) { return .phone }
    return first.isASCIILetter && bytes.count >= 15 && isAccount(text) ? .account : nil
  }

  /// Nine to fifteen digits that begin with 0 or +, with the marks that people put between them.
  private static func isPhone(_ text: String) -> Bool {
    guard text.count <= 22 else { return false }
    // One point alone makes it a number with a fraction, such as a weight.
    guard text.filter({ $0 == "." }).count != 1 else { return false }
    let digits = text.filter(\.isASCIIDigit).count
    return (9...15).contains(digits) && text.allSatisfy { $0.isASCIIDigit || " +-()./".contains($0) }
  }

  /// Two letters, two digits, and eleven to thirty letters and digits, spaces aside.
  private static func isAccount(_ text: String) -> Bool {
    let letters = text.utf8.filter { $0 != UInt8(ascii: " ") }
    guard (15...34).contains(letters.count), letters.allSatisfy({ $0.isASCIILetter || isDigit($0) }) else {
      return false
    }
    return letters[..<2].allSatisfy { $0.isASCIILetter && $0 & 0x20 == 0 }
      && letters[2..<4].allSatisfy(isDigit)
      && letters.suffix(6).count(where: isDigit) >= 4
  }

  private static func isAddress(_ text: String) -> Bool {
    if let at = text.utf8.firstIndex(of: UInt8(ascii: "@")) {
      return !text.contains(" ") && text[at...].contains(".") && at > text.startIndex
    }
    guard text.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 3 else { return false }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { part in Int(part).map { (0...255).contains($0) } ?? false }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
