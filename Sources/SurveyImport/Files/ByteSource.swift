import Glibc

/// A failed call of the operating system, by its number.
struct SystemFailure: Error, Equatable {
  /// The value of `errno`.
  let number: Int32
}

/// The bytes of a file or of memory, from the beginning to the end.
struct ByteSource: ~Copyable {
  private let descriptor: Int32
  private let memory: [UInt8]
  private let largestRead: Int
  private var offset = 0

  /// The bytes of a file.
  init(path: String) throws(SystemFailure) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    memory = []
    largestRead = .max
    guard descriptor >= 0 else { throw SystemFailure(number: errno) }
  }

  /// Bytes of memory, handed out in pieces of at most `largestRead` bytes.
  init(_ bytes: [UInt8], largestRead: Int = .max) {
    descriptor = -1
    memory = bytes
    self.largestRead = largestRead
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Fills the beginning of a buffer and returns how many bytes that were; 0 at the end only.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemFailure) -> Int {
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
  var position: Int { offset }

  private mutating func copy(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, memory.count - offset, largestRead)
    buffer.copyBytes(from: memory[offset..<(offset + count)])
    offset += count
    return count
  }
}
