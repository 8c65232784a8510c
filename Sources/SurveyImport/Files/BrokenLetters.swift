import SurveyModel

/// The places in a UTF-8 file at which the bytes are no letter.
struct BrokenLetters {
  /// Line and byte of the first places, each counted from 1.
  private(set) var places: [(line: Int, column: Int)] = []

  private static let most = 20

  /// Looks for the first twenty places.
  init(in source: consuming ByteSource) throws(SystemFailure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var count = UTF8Count()
    var (line, column, letterStart) = (1, 1, 1)
    var previous: UInt8 = 0
    while places.count < BrokenLetters.most {
      let size = try source.read(into: buffer)
      if size == 0 { break }
      for byte in buffer[..<size] where places.count < BrokenLetters.most {
        let wasBetween = count.isBetweenLetters
        let (invalid, start) = (count.invalid, wasBetween ? column : letterStart)
        count.add(byte)
        if count.invalid > invalid { places.append((line, start)) }
        if wasBetween || count.invalid > invalid { letterStart = column }
        let isBreak = byte == Dialect.lineFeed && previous != Dialect.carriageReturn
        column += 1
        if isBreak || byte == Dialect.carriageReturn { line += 1 }
        if byte == Dialect.lineFeed || byte == Dialect.carriageReturn { column = 1 }
        previous = byte
      }
    }
    let invalid = count.invalid
    count.finish()
    if count.invalid > invalid, places.count < BrokenLetters.most { places.append((line, letterStart)) }
  }
}

extension Diagnostic {
  static func brokenLetter(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .warning, .letterBroken, at: place,
      "the bytes here are no letter in UTF-8; they were read as \u{FFFD}",
      fix: "export the file again as UTF-8, or correct the letter")
  }
}
