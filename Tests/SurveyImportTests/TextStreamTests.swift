import Testing

@testable import SurveyImport

@Suite("Text of files in other encodings")
struct TextStreamTests {
  private func read(_ bytes: [UInt8], _ encoding: TextEncoding, chunk: Int) throws -> String {
    var stream = TextStream(ByteSource(bytes, largestRead: chunk), encoding: encoding)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 16, alignment: 1)
    defer { buffer.deallocate() }
    var text: [UInt8] = []
    while case let count = try stream.read(into: buffer), count > 0 { text += buffer[..<count] }
    return String(decoding: text, as: UTF8.self)
  }

  private let sample = "naam;é€ß 😀 漢字\r\n\u{FEFF}x"

  private func utf16(_ text: String, isBig: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return isBig ? bytes : bytes.reversed()
    }
  }

  @Test("UTF-16 of both byte orders, with and without a mark", arguments: [1, 2, 3, 5, 1000])
  func utf16(chunk: Int) throws {
    for (encoding, isBig) in [(TextEncoding.utf16LittleEndian, false), (.utf16BigEndian, true)] {
      #expect(try read(utf16(sample, isBig: isBig), encoding, chunk: chunk) == sample)
      #expect(try read(utf16("\u{FEFF}" + sample, isBig: isBig), encoding, chunk: chunk) == sample)
    }
  }

  @Test("A lone surrogate and half a unit become replacement characters")
  func brokenUTF16() throws {
    #expect(try read([0x61, 0, 0x00, 0xDC, 0x62, 0], .utf16LittleEndian, chunk: 9) == "a\u{FFFD}b")
    #expect(try read([0x61, 0, 0x3D, 0xD8, 0x62, 0], .utf16LittleEndian, chunk: 9) == "a\u{FFFD}b")
    #expect(try read([0x61, 0, 0x62], .utf16LittleEndian, chunk: 9) == "a\u{FFFD}")
  }

  @Test("UTF-8 with and without a byte order mark", arguments: [1, 2, 3, 1000])
  func utf8(chunk: Int) throws {
    #expect(try read(Array(sample.utf8), .utf8, chunk: chunk) == sample)
    #expect(try read(Array(("\u{FEFF}" + sample).utf8), .utf8, chunk: chunk) == sample)
    #expect(try read([0xEF, 0xBB], .utf8, chunk: chunk) == "\u{FFFD}")
    #expect(try read([], .utf8, chunk: chunk) == "")
  }

  /// The upper half by the table at https://encoding.spec.whatwg.org/index-windows-1252.txt.
  @Test("Windows-1252, all bytes")
  func windows1252() throws {
    let upper = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ"
    let latin = String(String.UnicodeScalarView((0xA0...0xFF).compactMap { Unicode.Scalar($0) }))
    #expect(try read(Array(0x80...0xFF), .windows1252, chunk: 7) == upper + latin)
  }

  @Test(
    "Letters and broken letters are counted",
    arguments: [
      ([0x61, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x98, 0x80], 3, 0), ([0xE9, 0x74], 0, 1),
      ([0xC0, 0xAF], 0, 2), ([0xED, 0xA0, 0x80], 0, 3), ([0xF4, 0x90, 0x80, 0x80], 0, 4), ([0xC3], 0, 1),
      ([0xE2, 0x82, 0xC3, 0xA9], 1, 1),
    ] as [([UInt8], Int, Int)])
  func count(bytes: [UInt8], valid: Int, invalid: Int) {
    var count = UTF8Count()
    for byte in bytes { count.add(byte) }
    count.finish()
    #expect(count.valid == valid)
    #expect(count.invalid == invalid)
  }

  @Test("Broken letters are found by line and byte, at every size of chunk", arguments: [1, 2, 3, 100])
  func brokenLetters(chunk: Int) throws {
    let bytes: [UInt8] =
      Array("é\r\nab".utf8) + [0xE9, 0x62] + Array("\n€".utf8) + [0xE2, 0x82, 0x0A, 0xFF, 0xC3]
    let broken = try BrokenLetters(in: ByteSource(bytes, largestRead: chunk))
    #expect(broken.places.map(\.line) == [2, 3, 4, 4])
    #expect(broken.places.map(\.column) == [3, 4, 1, 2])
  }
}
