/// A page of a table's tree while it is filled: a leaf with rows, or a page that leads to others.
///
/// Cells are laid down from the page's end, and their places listed from its beginning.
///
/// Source: Database File Format, 1.6 B-tree Pages, https://www.sqlite.org/fileformat2.html#b_tree_pages
struct TreePage: ~Copyable {
  enum Kind: UInt8 {
    case interior = 5
    case leaf = 13

    var headerLength: Int { self == .leaf ? 8 : 12 }
  }

  private let kind: Kind
  private let size: Int
  private let bytes: UnsafeMutablePointer<UInt8>
  private var cells = 0
  /// Where the cell that was added last begins.
  private var start: Int

  init(_ kind: Kind, size: Int) {
    (self.kind, self.size, start) = (kind, size, size)
    bytes = .allocate(capacity: size)
    bytes.initialize(repeating: 0, count: size)
  }

  deinit { bytes.deallocate() }

  /// Where the place of the next cell is listed.
  private var end: Int { kind.headerLength + 2 * cells }

  /// Whether a cell of a length fits.
  func hasRoom(for length: Int) -> Bool { end + 2 + length <= start }

  /// Adds a cell, for which there must be room.
  mutating func add(_ cell: UnsafeBufferPointer<UInt8>) {
    precondition(hasRoom(for: cell.count), "The page is full.")
    guard let first = cell.baseAddress else { return }
    start -= cell.count
    (bytes + start).update(from: first, count: cell.count)
    put(start, length: 2, at: end)
    cells += 1
  }

  /// The page as it stands in a file.
  ///
  /// - Parameter last: Of a page that leads to others, the page behind all its cells.
  mutating func content(last: Int = 0) -> UnsafeBufferPointer<UInt8> {
    bytes[0] = kind.rawValue
    put(cells, length: 2, at: 3)
    // The largest size of a page, 65,536, is written as 0.
    put(start, length: 2, at: 5)
    if kind == .interior { put(last, length: 4, at: 8) }
    return UnsafeBufferPointer(start: bytes, count: size)
  }

  mutating func removeAll() { (cells, start) = (0, size) }

  private func put(_ number: Int, length: Int, at place: Int) {
    for index in 0..<length {
      bytes[place + index] = UInt8(truncatingIfNeeded: number >> (8 * (length - 1 - index)))
    }
  }
}
