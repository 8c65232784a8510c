/// Rows of a file that is no text, written out as comma-delimited text in memory, one line each.
///
/// So they take the same way as those of a text file. Line breaks within a cell become spaces, in order that the
/// number of the line is that of the row.
struct DelimitedText {
  private(set) var bytes: [UInt8] = []
  private var lineEnds: [(end: Int, cells: Int)] = []
  private var cells = 0
  private var widest = 0
  /// How many cells are not empty.
  private(set) var filledCells = 0

  /// How many rows there are, the one being written left out.
  var rows: Int { lineEnds.count }

  /// Ends the row.
  mutating func endRow() {
    lineEnds.append((bytes.count, cells))
    widest = max(widest, cells)
    cells = 0
  }

  /// Writes empty cells until the row has as many as given.
  mutating func skip(to count: Int) {
    while cells < count { beginCell() }
  }

  /// Writes a cell.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    beginCell()
    if text.isEmpty { return }
    filledCells += 1
    DelimitedText.write(text, to: &bytes)
  }

  /// Writes the content of a cell, in quotes where it needs them.
  static func write(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard let first = text.first else { return }
    let isPlain = text.allSatisfy { $0 > Dialect.comma } && first != 0x20
    if isPlain { return bytes.append(contentsOf: text) }
    let needsQuotes = text.contains { $0 == Dialect.comma || $0 == Dialect.quote } || first == 0x20
    if needsQuotes { bytes.append(Dialect.quote) }
    for byte in text {
      if byte == Dialect.quote { bytes.append(byte) }
      bytes.append(byte == Dialect.lineFeed || byte == Dialect.carriageReturn || byte == 0 ? 0x20 : byte)
    }
    if needsQuotes { bytes.append(Dialect.quote) }
  }

  /// Writes a cell.
  mutating func add(_ text: String) {
    var copy = text
    copy.withUTF8 { add($0) }
  }

  private mutating func beginCell() {
    if cells > 0 { bytes.append(Dialect.comma) }
    cells += 1
  }

  /// The text, every row filled up with empty cells to the width of the widest; nil beyond a size.
  consuming func padded(atMost limit: Int) -> [UInt8]? {
    let padding = lineEnds.reduce(0) { $0 + ($1.cells == 0 ? 0 : widest - $1.cells) }
    guard bytes.count + padding + lineEnds.count <= limit else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + padding + lineEnds.count)
    var start = 0
    for line in lineEnds {
      result += bytes[start..<line.end]
      if line.cells > 0 {
        result.append(contentsOf: repeatElement(Dialect.comma, count: widest - line.cells))
      }
      result.append(Dialect.lineFeed)
      start = line.end
    }
    return result
  }
}
