/// The text of a file as UTF-8 bytes, whatever its encoding, without a byte order mark.
struct TextStream: ~Copyable {
  private var source: ByteSource
  private let encoding: TextEncoding
  private var isAtStart = true
  /// Bytes read and not yet converted: half a UTF-16 unit, or half a surrogate pair.
  private var pending: [UInt8] = []

  /// The text of a source.
  init(_ source: consuming ByteSource, encoding: TextEncoding) {
    self.source = source
    self.encoding = encoding
  }

  /// How many bytes of the source have been read.
  var position: Int { source.position }

  /// The fewest bytes of room `read(into:)` needs.
  static let leastRoom = 16

  /// Fills the beginning of a buffer with UTF-8 and returns how many bytes that were; 0 at the end only.
  ///
  /// - Precondition: the buffer has room for `leastRoom` bytes.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    if isAtStart {
      isAtStart = false
      try readStart()
    }
    switch encoding {
    case .utf8: return try readPlain(into: buffer)
    case .windows1252, .iso8859Part15: return try readSingleBytes(into: buffer)
    case .utf16LittleEndian, .utf16BigEndian: return try readUTF16(into: buffer)
    }
  }

  /// Reads as many bytes as a byte order mark has and keeps them unless they are one.
  private mutating func readStart() throws(SystemFailure) {
    let mark = encoding.byteOrderMark
    while pending.count < mark.count {
      let more = try readBytes(atMost: mark.count - pending.count)
      if more.isEmpty { return }
      pending += more
    }
    if pending == mark { pending = [] }
  }

  private mutating func readBytes(atMost limit: Int) throws(SystemFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    var failure: SystemFailure?
    let count = bytes.withUnsafeMutableBytes { buffer -> Int in
      do throws(SystemFailure) {
        return try source.read(into: buffer)
      } catch {
        failure = error
        return 0
      }
    }
    if let failure { throw failure }
    bytes.removeLast(limit - count)
    return bytes
  }

  private mutating func readPlain(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    guard pending.isEmpty else {
      buffer.copyBytes(from: pending)
      defer { pending = [] }
      return pending.count
    }
    return try source.read(into: buffer)
  }

  private mutating func readSingleBytes(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemFailure) -> Int {
    var written = 0
    for byte in try readBytes(atMost: buffer.count / 3) {
      let isSpecial = encoding == .windows1252 && byte >= 0x80 && byte < 0xA0
      let unit = isSpecial ? TextEncoding.windows1252Upper[Int(byte) - 0x80] : plainUnit(byte)
      written += TextStream.write(UInt32(unit), to: buffer, at: written)
    }
    return written
  }

  private func plainUnit(_ byte: UInt8) -> UInt16 {
    encoding == .iso8859Part15 ? TextEncoding.iso8859Part15(byte) : UInt16(byte)
  }

  private mutating func readUTF16(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    var written = 0
    while written == 0 {
      let more = try readBytes(atMost: buffer.count / 3 - pending.count)
      if more.isEmpty {
        if pending.isEmpty { return 0 }
        pending = []
        return TextStream.write(0xFFFD, to: buffer, at: 0)
      }
      let bytes = pending + more
      var index = 0
      while let (scalar, width) = TextStream.scalar(in: bytes, at: index, encoding) {
        written += TextStream.write(scalar, to: buffer, at: written)
        index += width
      }
      pending = Array(bytes[index...])
    }
    return written
  }

  /// The code point at a place and its width in bytes, or nil where the bytes end before it does.
  private static func scalar(
    in bytes: [UInt8], at index: Int, _ encoding: TextEncoding
  ) -> (scalar: UInt32, width: Int)? {
    func unit(at place: Int) -> UInt32? {
      guard place + 1 < bytes.count else { return nil }
      let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
      return encoding == .utf16LittleEndian ? first | second << 8 : first << 8 | second
    }
    guard let high = unit(at: index) else { return nil }
    guard high & 0xF800 == 0xD800 else { return (high, 2) }
    guard high & 0xFC00 == 0xD800 else { return (0xFFFD, 2) }
    guard let low = unit(at: index + 2) else { return nil }
    guard low & 0xFC00 == 0xDC00 else { return (0xFFFD, 2) }
    return (0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF), 4)
  }

  /// Writes a code point in UTF-8 and returns how many bytes that took.
  private static func write(
    _ scalar: UInt32, to buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) -> Int {
    if scalar < 0x80 {
      buffer[offset] = UInt8(scalar)
      return 1
    }
    let width = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    let lead: UInt32 = width == 2 ? 0xC0 : width == 3 ? 0xE0 : 0xF0
    buffer[offset] = UInt8(lead | scalar >> UInt32(6 * (width - 1)))
    for place in 1..<width {
      buffer[offset + place] = UInt8(0x80 | (scalar >> UInt32(6 * (width - 1 - place))) & 0x3F)
    }
    return width
  }
}
