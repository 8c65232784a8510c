/// The first part of a large file as UTF-8, enough to tell how it is written and what its columns are.
struct FileBeginning: Sendable, Equatable {
  /// How many bytes are looked at of a file of which the beginning suffices.
  static let size = 1 << 22

  /// The bytes, which end behind a record where the text has lines.
  let bytes: [UInt8]

  /// The beginning of a text.
  init(of text: consuming TextStream, isJSON: Bool) throws(SystemFailure) {
    let sample = try FileSample(of: text, limit: FileBeginning.size)
    bytes = isJSON || sample.isWholeFile ? sample.bytes : FileBeginning.cut(sample.bytes)
  }

  /// The text up to the last line end with an even number of quotes before it, which is outside quoted cells.
  private static func cut(_ bytes: [UInt8]) -> [UInt8] {
    var (isQuoted, end, lastLine) = (false, 0, 0)
    for (place, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else { continue }
      lastLine = place + 1
      if !isQuoted { end = lastLine }
    }
    let kept = 2 * end > bytes.count ? end : lastLine
    return kept > 0 ? Array(bytes[..<kept]) : bytes
  }
}
