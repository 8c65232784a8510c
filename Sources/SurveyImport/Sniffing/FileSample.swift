/// The first part of a file as UTF-8, for finding out how it is written.
struct FileSample {
  /// The bytes.
  private(set) var bytes: [UInt8] = []
  /// Whether the file ends with the sample.
  private(set) var isWholeFile = false

  /// The first bytes of a text, at most `limit`.
  init(of text: consuming TextStream, limit: Int = 1 << 18) throws(SystemFailure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: limit, alignment: 16)
    defer { buffer.deallocate() }
    var filled = 0
    while limit - filled >= TextStream.leastRoom {
      let count = try text.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 {
        isWholeFile = true
        break
      }
      filled += count
    }
    bytes = Array(buffer[..<filled])
  }

  /// The sample as records.
  func scanner(_ dialect: Dialect) -> DelimitedScanner {
    DelimitedScanner(TextStream(ByteSource(bytes), encoding: .utf8), dialect: dialect)
  }
}
