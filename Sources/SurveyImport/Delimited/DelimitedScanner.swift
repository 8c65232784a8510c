/// Reads delimited text (RFC 4180 and what exporters make of it) record after record, in constant memory.
///
/// The cells of a record are ranges of one buffer, valid until the next record is read. When the buffer ends
/// within a record, the rest of it moves to the front, more bytes follow it, and the record is scanned anew.
/// A quote that does not close its cell (`"a"b`) makes the cell literal, quotes included, up to the next delimiter.
struct DelimitedScanner: ~Copyable {
  private var stream: TextStream
  private let dialect: Dialect
  private let recordLimit: Int
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var filled = 0
  private var position = 0
  private var isStreamAtEnd = false
  private var cells: UnsafeMutablePointer<CellBounds>
  private var cellCapacity = 64
  private var recordStart = 0
  private var lineBreaks = 0

  /// How many cells the current record has.
  private(set) var cellCount = 0
  /// The line on which the current record begins, counted from 1.
  private(set) var line = 0
  /// The first cell of the current record in which a quote stands where it should not, or nil.
  private(set) var strayQuote: Int?
  /// Whether the text ends within a quoted cell of the current record, as where the end of a file was lost.
  private(set) var isCut = false

  /// A scanner at the beginning of a text.
  init(
    _ stream: consuming TextStream, dialect: Dialect, bufferSize: Int = 1 << 18, recordLimit: Int = 1 << 23
  ) {
    self.stream = stream
    self.dialect = dialect
    self.recordLimit = recordLimit
    capacity = max(bufferSize, 2 * TextStream.leastRoom)
    buffer = .allocate(capacity: capacity)
    cells = .allocate(capacity: cellCapacity)
  }

  deinit {
    buffer.deallocate()
    cells.deallocate()
  }

  /// How many bytes of the source have been read.
  var bytesRead: Int { stream.position }

  /// Moves to the next record; false at the end of the text.
  mutating func next() throws(ScanFailure) -> Bool {
    line += line == 0 ? 1 : lineBreaks
    lineBreaks = 0
    while true {
      recordStart = position
      var scan = RecordScan(
        base: buffer, end: filled, isAtEnd: isStreamAtEnd, dialect: dialect, cells: cells,
        cellCapacity: cellCapacity)
      switch scan.run(from: position) {
      case .complete:
        take(scan)
        return true
      case .end:
        cellCount = 0
        return false
      case .full: growCells()
      case .incomplete(let quote): try refill(openQuote: quote)
      case .unclosed(let quote):
        guard !holdsRecords(from: quote) else { throw unclosed(quote) }
        take(scan)
        isCut = true
        return true
      }
    }
  }

  private mutating func take(_ scan: RecordScan) {
    cellCount = scan.count
    lineBreaks = scan.lineBreaks
    strayQuote = scan.strayQuote
    position = scan.next
  }

  /// The bytes of a cell, without its outer quotes and with inner quotes still doubled.
  @inline(__always)
  func bytes(of cell: Int) -> UnsafeBufferPointer<UInt8> {
    let bounds = cells[cell]
    return UnsafeBufferPointer(start: buffer + Int(bounds.start), count: Int(bounds.end - bounds.start))
  }

  /// The text of a cell.
  func text(of cell: Int) -> String {
    let raw = bytes(of: cell)
    guard cells[cell].hasDoubledQuotes else { return String(decoding: raw, as: UTF8.self) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(raw.count)
    var index = 0
    while index < raw.count {
      unescaped.append(raw[index])
      index += raw[index] == Dialect.quote ? 2 : 1
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  /// The texts of all cells of the record.
  func texts() -> [String] {
    (0..<cellCount).map { text(of: $0) }
  }

  /// The line and the byte of that line on which a cell begins, its opening quote included.
  func place(of cell: Int) -> (line: Int, column: Int) {
    place(ofByte: beginning(of: cell))
  }

  /// Where all cells begin, found in one pass.
  func placesOfCells() -> [(line: Int, column: Int)] {
    var reached = LinePlace(line: line, start: recordStart, offset: recordStart)
    return (0..<cellCount).map { cell in
      advance(&reached, to: beginning(of: cell))
      return (reached.line, reached.column)
    }
  }

  private func beginning(of cell: Int) -> Int {
    let start = Int(cells[cell].start)
    return cells[cell].isQuoted ? start - 1 : start
  }

  /// Whether a cell stands in quotes.
  func isQuoted(_ cell: Int) -> Bool { cells[cell].isQuoted }

  /// Whether all cells from one on are empty.
  func isEmpty(from first: Int) -> Bool {
    (first..<cellCount).allSatisfy { cells[$0].start == cells[$0].end }
  }

  /// Whether the record holds nothing but spaces.
  var isBlank: Bool {
    (0..<cellCount).allSatisfy { cell in bytes(of: cell).allSatisfy { $0 == 0x20 || $0 == Dialect.tab } }
  }

  private func place(ofByte offset: Int) -> (line: Int, column: Int) {
    var reached = LinePlace(line: line, start: recordStart, offset: recordStart)
    advance(&reached, to: offset)
    return (reached.line, reached.column)
  }

  /// A byte of the record, and the line it is on.
  private struct LinePlace {
    var line: Int
    /// Where the line begins.
    var start: Int
    var offset: Int

    /// Counted from 1.
    var column: Int { offset - start + 1 }
  }

  private func advance(_ place: inout LinePlace, to offset: Int) {
    for index in place.offset..<offset {
      let isBreak =
        buffer[index] == Dialect.lineFeed
        || (buffer[index] == Dialect.carriageReturn && buffer[index + 1] != Dialect.lineFeed)
      if isBreak {
        place.line += 1
        place.start = index + 1
      }
    }
    place.offset = offset
  }

  /// Whether the text behind an open quote looks like further records.
  ///
  /// A line of it then has as many delimiters as the record before; otherwise it is a cell whose end is missing.
  private func holdsRecords(from quote: Int) -> Bool {
    guard cellCount > 1 else { return true }
    let lines = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(start: buffer, count: filled)[quote...])
      .split(whereSeparator: { $0 == Dialect.lineFeed || $0 == Dialect.carriageReturn })
    return lines.dropFirst().contains { line in line.count { $0 == dialect.delimiter } >= cellCount - 1 }
  }

  private func unclosed(_ quote: Int) -> ScanFailure {
    let place = place(ofByte: quote)
    return .unclosedQuote(line: place.line, column: place.column)
  }

  /// Makes room behind the beginning of the current record and reads on.
  private mutating func refill(openQuote: Int?) throws(ScanFailure) {
    let kept = filled - position
    if position > 0 {
      buffer.update(from: buffer + position, count: kept)
    } else if capacity - filled < TextStream.leastRoom {
      guard capacity < recordLimit else {
        guard let openQuote else { throw .recordTooLong(line: line) }
        throw unclosed(openQuote)
      }
      grow()
    }
    filled = kept
    position = 0
    let room = UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled)
    guard room.count >= TextStream.leastRoom else { return }
    do throws(SystemFailure) {
      let count = try stream.read(into: room)
      filled += count
      isStreamAtEnd = count == 0
    } catch {
      throw .system(error)
    }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    larger.update(from: buffer, count: filled)
    buffer.deallocate()
    buffer = larger
    capacity *= 2
  }

  private mutating func growCells() {
    let larger = UnsafeMutablePointer<CellBounds>.allocate(capacity: cellCapacity * 2)
    larger.update(from: cells, count: cellCapacity)
    cells.deallocate()
    cells = larger
    cellCapacity *= 2
  }
}
