/// Where a cell lies in the scanner's buffer.
struct CellBounds {
  /// The offset of the first byte, after the opening quote where there is one.
  let start: Int32
  /// The offset behind the last byte, before the closing quote where there is one.
  let end: Int32
  /// Whether the cell stands in quotes.
  let isQuoted: Bool
  /// Whether two quotes in it stand for one.
  let hasDoubledQuotes: Bool

  /// A cell without quotes.
  @inline(__always)
  init(plain start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    isQuoted = false
    hasDoubledQuotes = false
  }

  /// A cell between two quotes.
  init(quoted start: Int, _ end: Int, hasDoubledQuotes: Bool) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
    isQuoted = true
    self.hasDoubledQuotes = hasDoubledQuotes
  }
}

/// One attempt to find the cells of a record in a buffer.
struct RecordScan {
  /// How an attempt ended.
  enum Outcome {
    /// The record was found.
    case complete
    /// There is no further record.
    case end
    /// The buffer ends within the record, perhaps within a quoted cell that opened at `quote`.
    case incomplete(quote: Int?)
    /// The text ends within a quoted cell that opened at `quote`, taken as the last one of the record.
    case unclosed(quote: Int)
    /// The record has more cells than there is room for.
    case full
  }

  let base: UnsafePointer<UInt8>
  let end: Int
  let isAtEnd: Bool
  let dialect: Dialect
  let cells: UnsafeMutablePointer<CellBounds>
  let cellCapacity: Int

  /// How many cells were found.
  private(set) var count = 0
  /// Line breaks within the record, the one that ends it included.
  private(set) var lineBreaks = 0
  /// Where the next record begins.
  private(set) var next = 0
  /// The first cell with a quote where none should be.
  private(set) var strayQuote: Int?

  /// An attempt on the bytes before `end`.
  init(
    base: UnsafePointer<UInt8>, end: Int, isAtEnd: Bool, dialect: Dialect,
    cells: UnsafeMutablePointer<CellBounds>, cellCapacity: Int
  ) {
    self.base = base
    self.end = end
    self.isAtEnd = isAtEnd
    self.dialect = dialect
    self.cells = cells
    self.cellCapacity = cellCapacity
  }

  /// Looks for the cells of the record that begins at `start`.
  mutating func run(from start: Int) -> Outcome {
    if start == end { return isAtEnd ? .end : .incomplete(quote: nil) }
    let (base, end, delimiter, cells) = (base, end, dialect.delimiter, cells)
    var place = start
    var found = 0
    while found < cellCapacity {
      if place < end, base[place] == Dialect.quote, dialect.hasQuotes {
        let cell = quotedCell(from: place)
        guard let bounds = cell.bounds else {
          guard isAtEnd else { return .incomplete(quote: place) }
          cells[found] = CellBounds(quoted: place + 1, end, hasDoubledQuotes: true)
          (count, next, lineBreaks) = (found + 1, end, lineBreaks + cell.lineBreaks)
          return .unclosed(quote: place)
        }
        cells[found] = bounds
        lineBreaks += cell.lineBreaks
        if cell.isStray, strayQuote == nil { strayQuote = found }
        place = cell.end
      } else {
        let cellStart = place
        while place < end {
          let byte = base[place]
          if byte == delimiter || byte == Dialect.lineFeed || byte == Dialect.carriageReturn { break }
          place += 1
        }
        cells[found] = CellBounds(plain: cellStart, place)
      }
      found += 1
      if place == end, !isAtEnd { return .incomplete(quote: nil) }
      if place == end || base[place] != delimiter { return finish(at: place, cells: found) }
      place += 1
    }
    return .full
  }

  /// Reads over the line break behind the last cell.
  private mutating func finish(at place: Int, cells found: Int) -> Outcome {
    next = place
    if place < end, base[place] == Dialect.carriageReturn {
      if place + 1 == end, !isAtEnd { return .incomplete(quote: nil) }
      next += place + 1 < end && base[place + 1] == Dialect.lineFeed ? 2 : 1
    } else if place < end {
      next += 1
    }
    count = found
    lineBreaks += 1
    return .complete
  }

  private struct QuotedCell {
    var bounds: CellBounds?
    var end = 0
    var lineBreaks = 0
    var isStray = false
  }

  /// The cell whose quote opens at a place; without bounds where the buffer ends first.
  private func quotedCell(from open: Int) -> QuotedCell {
    var cell = QuotedCell()
    var place = open + 1
    var hasDoubledQuotes = false
    let marks = (Dialect.quote, Dialect.lineFeed, Dialect.carriageReturn)
    while true {
      place = ByteSearch.first(of: marks, in: base, from: place, to: end)
      guard place < end else { return cell }
      let byte = base[place]
      let hasFollower = place + 1 < end
      if byte == Dialect.quote {
        if !hasFollower, !isAtEnd { return cell }
        if hasFollower, base[place + 1] == Dialect.quote {
          hasDoubledQuotes = true
          place += 2
          continue
        }
        if hasFollower, !isTerminator(base[place + 1]) {
          return literalCell(from: open, onwardsFrom: place, cell)
        }
        cell.bounds = CellBounds(quoted: open + 1, place, hasDoubledQuotes: hasDoubledQuotes)
        cell.end = place + 1
        return cell
      }
      let isLoneReturn = byte == Dialect.carriageReturn && hasFollower && base[place + 1] != Dialect.lineFeed
      if byte == Dialect.lineFeed || isLoneReturn { cell.lineBreaks += 1 }
      place += 1
    }
  }

  /// The rest of a cell that began with a quote and went on behind the closing one: all of it is literal.
  private func literalCell(from open: Int, onwardsFrom quote: Int, _ started: QuotedCell) -> QuotedCell {
    var cell = started
    var place = quote + 1
    while place < end, !isTerminator(base[place]) { place += 1 }
    if place == end, !isAtEnd { return cell }
    cell.bounds = CellBounds(plain: open, place)
    cell.end = place
    cell.isStray = true
    return cell
  }

  private func isTerminator(_ byte: UInt8) -> Bool {
    byte == dialect.delimiter || byte == Dialect.lineFeed || byte == Dialect.carriageReturn
  }
}
