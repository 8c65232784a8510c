/// Why a file of JSON cannot be read on.
enum JSONFailure: Error, Equatable {
  /// Something else stands where a piece of JSON was expected.
  case syntax(line: Int, column: Int, expected: String)
  /// Objects lie within each other deeper than allowed, or a text is longer than allowed.
  case tooLarge(line: Int, column: Int)
  /// There are more different keys than a table has room for.
  case tooManyColumns
  /// A failed call of the operating system.
  case system(SystemFailure)
}

/// Takes JSON (RFC 8259) apart into its pieces, in constant memory, and knows line and byte of each.
struct JSONScanner: ~Copyable {
  /// A place in the file, both counted from 1.
  struct Place: Equatable {
    var line = 1
    var column = 1
  }

  private var stream: TextStream
  private let buffer: UnsafeMutableRawBufferPointer
  private var filled = 0
  private var position = 0
  /// The place of the next byte.
  private(set) var place = Place()

  private static let longestText = 1 << 23

  /// A scanner at the beginning of a text.
  init(_ stream: consuming TextStream, bufferSize: Int = 1 << 17) {
    self.stream = stream
    buffer = .allocate(byteCount: max(bufferSize, 2 * TextStream.leastRoom), alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// How many bytes of the source have been read.
  var bytesRead: Int { stream.position }

  /// The next byte that is no white space, or nil at the end.
  mutating func next() throws(JSONFailure) -> UInt8? {
    while let byte = try peek() {
      guard byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) else { return byte }
      advance(byte)
    }
    return nil
  }

  /// Reads over a byte if it is the next one.
  mutating func skip(_ byte: UInt8) throws(JSONFailure) -> Bool {
    guard try next() == byte else { return false }
    advance(byte)
    return true
  }

  /// Reads over a byte that must be the next one.
  mutating func require(_ byte: UInt8) throws(JSONFailure) {
    guard try skip(byte) else { throw expected("`\(UnicodeScalar(byte))`") }
  }

  /// A failure at the place of the next byte.
  func expected(_ what: String) -> JSONFailure {
    .syntax(line: place.line, column: place.column, expected: what)
  }

  /// The text in quotes that begins here.
  mutating func text() throws(JSONFailure) -> String {
    let start = place
    try require(Dialect.quote)
    var bytes: [UInt8] = []
    while let byte = try peek() {
      advance(byte)
      if byte == Dialect.quote { return String(decoding: bytes, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &bytes)
      } else {
        bytes.append(byte)
      }
      if bytes.count > JSONScanner.longestText { throw .tooLarge(line: start.line, column: start.column) }
    }
    throw .syntax(line: start.line, column: start.column, expected: "a quote that closes this text")
  }

  /// A number, `true` or `false` as it is written; empty for `null`.
  mutating func word() throws(JSONFailure) -> String {
    var bytes: [UInt8] = []
    let start = place
    while let byte = try peek(), JSONScanner.isWord(byte), bytes.count < 400 {
      bytes.append(byte)
      advance(byte)
    }
    let word = String(decoding: bytes, as: UTF8.self)
    if word == "null" { return "" }
    guard word == "true" || word == "false" || Double(word)?.isFinite == true else {
      throw .syntax(line: start.line, column: start.column, expected: "a value")
    }
    return word
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2B
      || byte == 0x2D || byte == 0x2E
  }

  private mutating func escape(into bytes: inout [UInt8]) throws(JSONFailure) {
    guard let byte = try peek() else { throw expected("a letter behind the backslash") }
    advance(byte)
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): bytes.append(0x20)
    case UInt8(ascii: "t"): bytes.append(Dialect.tab)
    case UInt8(ascii: "u"): bytes += Array(String(try scalar()).utf8)
    default: bytes.append(byte)
    }
  }

  /// The letter behind `\u`; half a surrogate pair alone becomes the replacement character.
  private mutating func scalar() throws(JSONFailure) -> Unicode.Scalar {
    let high = try unit()
    guard high & 0xFC00 == 0xD800 else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    guard try peek() == UInt8(ascii: "\\") else { return "\u{FFFD}" }
    advance(UInt8(ascii: "\\"))
    guard try peek() == UInt8(ascii: "u") else { throw expected("the second half of a letter") }
    advance(UInt8(ascii: "u"))
    let low = try unit()
    guard low & 0xFC00 == 0xDC00 else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF)) ?? "\u{FFFD}"
  }

  private mutating func unit() throws(JSONFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try peek(), let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
        throw expected("four hexadecimal digits")
      }
      advance(byte)
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func peek() throws(JSONFailure) -> UInt8? {
    if position == filled {
      do throws(SystemFailure) {
        filled = try stream.read(into: buffer)
      } catch {
        throw .system(error)
      }
      position = 0
      if filled == 0 { return nil }
    }
    return buffer[position]
  }

  private mutating func advance(_ byte: UInt8) {
    position += 1
    if byte == Dialect.lineFeed {
      place.line += 1
      place.column = 1
    } else {
      place.column += 1
    }
  }
}
