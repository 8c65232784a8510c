/// Names of months in English, Dutch, German, French and Spanish, whole or cut short.
enum MonthName {
  /// The beginnings by which a month is told, folded to small letters; the longer ones first.
  private static let beginnings: [(text: [UInt8], month: Int)] = [
    ("janv", 1), ("jän", 1), ("jan", 1), ("ene", 1), ("févr", 2), ("fév", 2), ("fevr", 2), ("feb", 2),
    ("märz", 3), ("mär", 3), ("maart", 3), ("mrt", 3), ("mars", 3), ("marzo", 3), ("march", 3), ("mar", 3),
    ("mrz", 3), ("avr", 4), ("abr", 4), ("apr", 4), ("mai", 5), ("mei", 5), ("mayo", 5), ("may", 5),
    ("juin", 6), ("jun", 6), ("juil", 7), ("jul", 7), ("août", 8), ("aout", 8), ("aug", 8), ("ago", 8),
    ("sep", 9), ("set", 9), ("okt", 10), ("oct", 10), ("nov", 11), ("dez", 12), ("déc", 12), ("dec", 12),
    ("dic", 12),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Reads a name of letters; nil, with the place left where it is, where the word begins like no month.
  static func month(in bytes: UnsafeBufferPointer<UInt8>, at place: inout Int) -> Int? {
    var word: [UInt8] = []
    var end = place
    while end < bytes.count, word.count < 12, let letter = small(bytes[end]) {
      word.append(letter)
      end += 1
    }
    guard word.count >= 3, let found = beginnings.first(where: { word.starts(with: $0.text) }) else {
      return nil
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
    place = end
    return found.month
  }

  /// A letter without its size, or a byte of a letter beyond ASCII; nil for any other byte.
  private static func small(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case 0x80...: byte
    default: nil
    }
  }
}
