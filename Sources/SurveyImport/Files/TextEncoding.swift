/// How a file writes letters as bytes.
enum TextEncoding: Sendable, Equatable {
  /// UTF-8, with or without a byte order mark; plain ASCII too.
  case utf8
  /// Windows-1252, the superset of ISO 8859-1 that Western European versions of Excel write.
  case windows1252
  /// ISO 8859-15, which older programs on Unix write: the euro sign, Š, Ž and Œ stand where ISO 8859-1 has other signs.
  case iso8859Part15
  /// UTF-16 with the low byte first, as Excel's "Unicode text".
  case utf16LittleEndian
  /// UTF-16 with the high byte first.
  case utf16BigEndian

  /// The name as people know it.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "Windows-1252"
    case .iso8859Part15: "ISO 8859-15"
    case .utf16LittleEndian: "UTF-16 LE"
    case .utf16BigEndian: "UTF-16 BE"
    }
  }

  /// The byte order mark in this encoding; empty where there is none.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .windows1252, .iso8859Part15: []
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    }
  }

  /// The code point of a byte in ISO 8859-15; eight differ from Unicode.
  static func iso8859Part15(_ byte: UInt8) -> UInt16 {
    switch byte {
    case 0xA4: 0x20AC
    case 0xA6: 0x0160
    case 0xA8: 0x0161
    case 0xB4: 0x017D
    case 0xB8: 0x017E
    case 0xBC: 0x0152
    case 0xBD: 0x0153
    case 0xBE: 0x0178
    default: UInt16(byte)
    }
  }

  /// The code points of the bytes 0x80…0x9F in Windows-1252; the rest equals Unicode.
  ///
  /// The five undefined bytes keep their number, as in the WHATWG Encoding Standard.
  static let windows1252Upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
