/// Writes the rows of a table, in the order of their numbers, as pages of a database file.
///
/// The pages are those of SQLite's file format: leaves with the rows, chains of pages with what is too long for a
/// leaf, and above the leaves pages that lead to them. One leaf is in memory, and a number per leaf.
///
/// Source: Database File Format, 1.6 B-tree Pages, https://www.sqlite.org/fileformat2.html#b_tree_pages
struct TablePages: ~Copyable {
  /// A page, and the number of the last row in it or below it.
  private struct Child {
    let page: Int
    let lastRow: Int
  }

  /// SQLite uses the page with this byte for its locks.
  private static let lockByte = 1 << 30
  /// The bytes of a page's number.
  private static let pointer = 4

  private let file: PageFile
  /// The first page of the table, which SQLite made.
  private let root: Int
  /// The first page that may be written.
  private var free: Int
  private var leaf: TreePage
  private var leaves: [Child] = []
  private var cell: ByteBuffer
  private var lastRow = 0

  /// The pages of a table that is still empty.
  init(in file: PageFile, root: Int, free: Int) {
    (self.file, self.root, self.free) = (file, root, free)
    leaf = TreePage(.leaf, size: file.pageSize)
    cell = ByteBuffer(capacity: file.pageSize)
  }

  /// Appends a row with a number larger than those before.
  mutating func append(_ record: UnsafeBufferPointer<UInt8>, row: Int) throws {
    precondition(row > lastRow, "Rows come in the order of their numbers.")
    let local = localLength(of: record.count)
    cell.removeAll()
    cell.append(variable: record.count)
    cell.append(variable: row)
    cell.append(contentsOf: UnsafeBufferPointer(rebasing: record[..<local]))
    if local < record.count {
      let first = try writeChain(UnsafeBufferPointer(rebasing: record[local...]))
      cell.append(first, bytes: TablePages.pointer)
    }
    if !leaf.hasRoom(for: cell.count) { try writeLeaf(to: takePage()) }
    leaf.add(cell.content)
    lastRow = row
  }

  /// Writes what has not been written; returns how many pages the file has.
  mutating func finish() throws -> Int {
    guard !leaves.isEmpty else {
      try writeLeaf(to: root)
      return free - 1
    }
    try writeLeaf(to: takePage())
    // A cell holds a page's number and a row's, and has a place in the page of two bytes.
    let length = TablePages.pointer + ByteBuffer.longestNumber + 2
    let most = (file.pageSize - TreePage.Kind.interior.headerLength) / length
    var level = leaves
    while level.count > most { level = try writeLevel(above: level, most: most) }
    try writeInterior(above: level[...], to: root)
    return free - 1
  }

  /// How much of a row stands in a leaf: all of it, or what leaves the last page of its chain best filled.
  private func localLength(of length: Int) -> Int {
    let most = file.pageSize - 35
    guard length > most else { return length }
    let least = (file.pageSize - 12) * 32 / 255 - 23
    let best = least + (length - least) % (file.pageSize - TablePages.pointer)
    return best <= most ? best : least
  }

  private mutating func takePage() -> Int {
    if free == TablePages.lockByte / file.pageSize + 1 { free += 1 }
    defer { free += 1 }
    return free
  }

  private mutating func writeLeaf(to page: Int) throws {
    try file.write(leaf.content(), page: page)
    leaves.append(Child(page: page, lastRow: lastRow))
    leaf.removeAll()
  }

  /// Writes a chain of pages, each with the number of the next one in front; returns the first.
  private mutating func writeChain(_ bytes: UnsafeBufferPointer<UInt8>) throws -> Int {
    let first = takePage()
    var (page, rest) = (first, bytes[...])
    var content = ByteBuffer(capacity: file.pageSize)
    while !rest.isEmpty {
      let part = rest.prefix(file.pageSize - TablePages.pointer)
      rest = rest.dropFirst(part.count)
      let next = rest.isEmpty ? 0 : takePage()
      content.removeAll()
      content.append(next, bytes: TablePages.pointer)
      content.append(contentsOf: UnsafeBufferPointer(rebasing: part))
      content.appendZeros(to: file.pageSize)
      try file.write(content.content, page: page)
      page = next
    }
    return first
  }

  /// Writes the pages that lead to others, each to about as many.
  private mutating func writeLevel(above children: [Child], most: Int) throws -> [Child] {
    let count = (children.count + most - 1) / most
    var level: [Child] = []
    for number in 0..<count {
      let range = children.count * number / count..<children.count * (number + 1) / count
      let page = takePage()
      try writeInterior(above: children[range], to: page)
      level.append(Child(page: page, lastRow: children[range.upperBound - 1].lastRow))
    }
    return level
  }

  private mutating func writeInterior(above children: ArraySlice<Child>, to page: Int) throws {
    guard let last = children.last else { return }
    var interior = TreePage(.interior, size: file.pageSize)
    for child in children.dropLast() {
      cell.removeAll()
      cell.append(child.page, bytes: TablePages.pointer)
      cell.append(variable: child.lastRow)
      interior.add(cell.content)
    }
    try file.write(interior.content(last: last.page), page: page)
  }
}
