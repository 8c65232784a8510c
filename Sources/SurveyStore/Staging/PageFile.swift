internal import GRDB
internal import Glibc

/// A file of pages, counted from 1, that has lost its name: it is gone as soon as nobody has it open.
final class PageFile {
  /// Where a database's header says what has changed.
  private enum Header {
    /// How many changes there were, and then how many pages there are.
    static let changeCount = 24
    /// After which change the number of pages was written.
    static let validFor = 92
  }

  let pageSize: Int
  private let descriptor: Int32

  /// A new file beside another, which is handed to `use` while it has a name.
  init(beside path: String, pageSize: Int, _ use: (_ path: String) throws -> Void) throws {
    var name = Array("\(path)-XXXXXX".utf8CString)
    self.pageSize = pageSize
    descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw PageFile.failure(.SQLITE_CANTOPEN) }
    defer { unlink(name) }
    try name.withUnsafeBufferPointer {
      guard let start = $0.baseAddress else { return }
      try use(String(cString: start))
    }
  }

  deinit { close(descriptor) }

  /// Writes a page.
  func write(_ content: UnsafeBufferPointer<UInt8>, page: Int) throws {
    precondition(content.count == pageSize, "A page has one size.")
    try write(content, at: (page - 1) * pageSize)
  }

  private func write(_ content: UnsafeBufferPointer<UInt8>, at offset: Int) throws {
    var written = 0
    while written < content.count {
      let rest = UnsafeBufferPointer(rebasing: content[written...])
      let count = pwrite(descriptor, rest.baseAddress, rest.count, off_t(offset + written))
      guard count > 0 else { throw PageFile.failure(.SQLITE_IOERR_WRITE) }
      written += count
    }
  }

  /// Tells SQLite, in the file's header, that the file has changed and how many pages it has.
  ///
  /// Source: Database File Format, 1.3 The Database Header, https://www.sqlite.org/fileformat2.html#the_database_header
  func announce(pages: Int) throws {
    var count: UInt32 = 0
    _ = pread(descriptor, &count, 4, Header.changeCount)
    var changes = ByteBuffer(capacity: 8)
    changes.append(Int(UInt32(bigEndian: count)) + 1, bytes: 4)
    changes.append(pages, bytes: 4)
    try write(changes.content, at: Header.changeCount)
    try write(UnsafeBufferPointer(rebasing: changes.content[..<4]), at: Header.validFor)
  }

  /// What the system refused, in SQLite's terms.
  private static func failure(_ code: ResultCode) -> DatabaseError {
    let isFull = errno == ENOSPC || errno == EDQUOT
    return DatabaseError(
      resultCode: isFull ? .SQLITE_FULL : code, message: String(cString: strerror(errno)))
  }
}
