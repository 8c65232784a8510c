import CZlib
import Glibc

/// A failed call of the operating system, by its number.
struct SystemFailure: Error, Equatable {
  /// The value of `errno`.
  let number: Int32
}

/// The bytes of a file or of memory, from the beginning to the end.
struct ByteSource: ~Copyable {
  private let descriptor: Int32
  /// The file as zlib unpacks it; nil for others.
  private var packed: gzFile?
  private let memory: [UInt8]
  /// The rows of a file that is no delimited text; nil for others.
  private let table: TableText?
  /// Rows that were written and not handed out yet, up to `offset` handed out.
  private var written: [UInt8] = []
  private let largestRead: Int
  private var offset = 0

  /// The bytes of a file.
  init(path: String) throws(SystemFailure) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    memory = []
    table = nil
    largestRead = .max
    guard descriptor >= 0 else { throw SystemFailure(number: errno) }
  }

  /// The bytes of a file compressed with gzip, unpacked.
  init(gzip path: String) throws(SystemFailure) {
    descriptor = -1
    memory = []
    table = nil
    largestRead = .max
    packed = gzopen(path, "rb")
    guard packed != nil else { throw SystemFailure(number: errno) }
    gzbuffer(packed, 1 << 17)
  }

  /// Bytes of memory, handed out in pieces of at most `largestRead` bytes.
  init(_ bytes: [UInt8], largestRead: Int = .max) {
    descriptor = -1
    memory = bytes
    table = nil
    self.largestRead = largestRead
  }

  /// The rows of a table, written while they are read.
  init(_ table: TableText) {
    descriptor = -1
    memory = []
    self.table = table
    largestRead = .max
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if packed != nil { gzclose_r(packed) }
  }

  /// Fills the beginning of a buffer and returns how many bytes that were; 0 at the end only.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    if packed != nil { return try unpack(into: buffer) }
    if let table { return try write(table, into: buffer) }
    guard descriptor >= 0 else { return copy(into: buffer) }
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 {
        offset += count
        return count
      }
      guard errno == EINTR else { throw SystemFailure(number: errno) }
    }
  }

  /// How many bytes have been read.
  var position: Int { table?.bytesRead ?? offset }

  private mutating func write(
    _ table: TableText, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemFailure) -> Int {
    if offset == written.count {
      written.removeAll(keepingCapacity: true)
      offset = 0
      while written.count < buffer.count, try table.writeRow(to: &written) {}
    }
    let count = min(buffer.count, written.count - offset)
    buffer.copyBytes(from: written[offset..<(offset + count)])
    offset += count
    return count
  }

  /// A file that ends too early or holds other bytes than were packed is damaged.
  private mutating func unpack(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
    let count = gzread(packed, buffer.baseAddress, UInt32(min(buffer.count, 1 << 30)))
    var code: Int32 = 0
    _ = gzerror(packed, &code)
    guard count >= 0, code == Z_OK || code == Z_STREAM_END else { throw SystemFailure(number: EBADMSG) }
    offset += Int(count)
    return Int(count)
  }

  private mutating func copy(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, memory.count - offset, largestRead)
    buffer.copyBytes(from: memory[offset..<(offset + count)])
    offset += count
    return count
  }
}
