/// Bytes that are appended one by one or together; room is made for many of them at once.
struct ByteBuffer: ~Copyable {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    bytes = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { bytes.deallocate() }

  /// What has been appended, valid until the next change.
  var content: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: bytes, count: count) }

  mutating func removeAll() { count = 0 }

  mutating func removeLast(_ further: Int) {
    precondition(further <= count, "There are not that many bytes.")
    count -= further
  }

  /// Makes room for further bytes.
  mutating func reserve(_ further: Int) {
    guard count + further > capacity else { return }
    capacity = 2 * (count + further)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
  }

  /// Appends a byte for which there is room; with no length, the next one takes its place.
  @inline(__always)
  mutating func append(_ byte: UInt8, length: Int = 1) {
    precondition(count < capacity, "There is no room.")
    bytes[count] = byte
    count += length
  }

  /// Appends the lowest bytes of a number, for which there is room, the most significant first.
  mutating func append(_ number: Int, bytes: Int) {
    for place in (0..<bytes).reversed() { append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }

  /// The most bytes that a number of variable length takes.
  static let longestNumber = 8

  /// How many bytes a number of variable length takes: one per seven bits.
  static func length(ofVariable number: Int) -> Int {
    max(1, (Int.bitWidth - number.leadingZeroBitCount + 6) / 7)
  }

  /// Appends a number for which there is room, seven bits per byte, the most significant first.
  ///
  /// - Precondition: it lies between 0 and 2^56; those beyond have another form.
  @inline(__always)
  mutating func append(variable number: Int) {
    if number >= 0, number < 1 << 7 { append(UInt8(number)) } else { append(long: number) }
  }

  private mutating func append(long number: Int) {
    precondition(number >= 0 && number < 1 << 56, "The number has another form.")
    var shift = 7 * (ByteBuffer.length(ofVariable: number) - 1)
    while shift > 0 {
      append(UInt8(truncatingIfNeeded: number >> shift) | 0x80)
      shift -= 7
    }
    append(UInt8(truncatingIfNeeded: number) & 0x7F)
  }

  /// Appends zeros up to a length.
  mutating func appendZeros(to length: Int) {
    reserve(length - count)
    while count < length { append(0) }
  }

  /// Appends other bytes and makes room for them.
  mutating func append(contentsOf other: UnsafeBufferPointer<UInt8>) {
    guard let start = other.baseAddress else { return }
    reserve(other.count)
    (bytes + count).update(from: start, count: other.count)
    count += other.count
  }
}
