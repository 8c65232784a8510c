import Testing

@testable import SurveyImport

@Suite("Looking at sixteen bytes at a time")
struct ByteSearchTests {
  /// Numbers that look drawn and are the same in every run.
  private func bytes(_ count: Int, seed: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: ($0 * 167 + seed * 31) % 251 * ($0 + seed) >> 3) }
  }

  @Test("The first of three bytes is where a search byte by byte finds it", arguments: 0..<40)
  func first(seed: Int) {
    let text = bytes(100, seed: seed)
    for start in 0...text.count {
      for marks: (UInt8, UInt8, UInt8) in [(0x22, 0x0A, 0x0D), (0, 0xFF, 0x80), (1, 1, 1)] {
        let expected =
          text[start...].firstIndex { [marks.0, marks.1, marks.2].contains($0) } ?? text.count
        let found = text.withUnsafeBufferPointer { buffer in
          buffer.baseAddress.map { ByteSearch.first(of: marks, in: $0, from: start, to: text.count) }
        }
        #expect(found == expected)
      }
    }
  }

  @Test(
    "Blocks count as plain where no byte is zero or beyond ASCII",
    arguments: [0, 1, 127, 128, 255] as [UInt8])
  func plain(odd: UInt8) {
    let isPlain = (1...127).contains(odd)
    for place in 0..<48 {
      var text = [UInt8](repeating: 0x61, count: 50)
      text[place] = odd
      let count = text.withUnsafeBytes { ByteSearch.plainCount(in: $0, from: 0) }
      #expect(count == (isPlain ? 48 : place / 16 * 16))
    }
  }
}
