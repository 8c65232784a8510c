/// Some columns of a row, as SQLite's file format writes them: a type per column, and the values beside them.
///
/// Source: Database File Format, 2.1 Record Format, https://www.sqlite.org/fileformat2.html#record_format
struct RecordPart: ~Copyable {
  private enum SerialType {
    static let null: UInt8 = 0
    static let int8: UInt8 = 1
    /// Whole numbers of more than a byte.
    static let long: [(code: UInt8, bytes: Int)] = [(2, 2), (3, 3), (4, 4), (5, 6)]
    static let longest: (code: UInt8, bytes: Int) = (6, 8)
    static let double: UInt8 = 7
    /// 0, and one more for 1; neither has a value.
    static let zero: UInt8 = 8
    /// The empty text, and two more per byte.
    static let emptyText = 13
  }

  private(set) var types: ByteBuffer
  private(set) var values: ByteBuffer
  private let columns: Int

  /// A part with room for a number of columns.
  init(columns: Int) {
    self.columns = columns
    types = ByteBuffer(capacity: columns * ByteBuffer.longestNumber)
    values = ByteBuffer(capacity: columns * MemoryLayout<Int64>.size + 1)
  }

  mutating func removeAll() {
    types.removeAll()
    values.removeAll()
  }

  @inline(__always)
  mutating func appendNull() { types.append(SerialType.null) }

  /// Appends a number that mostly lies between -128 and 127.
  @inline(__always)
  mutating func append(_ number: Int) {
    guard let byte = Int8(exactly: number) else { return append(long: number) }
    // Not a branch: answers of 0 and 1 come and go at random.
    let isConstant = UInt8(bitPattern: byte) < 2
    types.append(isConstant ? SerialType.zero + UInt8(bitPattern: byte) : SerialType.int8)
    values.append(UInt8(bitPattern: byte), length: isConstant ? 0 : 1)
  }

  private mutating func append(long number: Int) {
    let sign = number < 0 ? ~number : number
    let bits = Int.bitWidth - sign.leadingZeroBitCount + 1
    let type = SerialType.long.first { bits <= 8 * $0.bytes } ?? SerialType.longest
    types.append(type.code)
    values.append(number, bytes: type.bytes)
  }

  /// Appends a number with a fraction; one without takes less as a whole number, up to 2^47, as SQLite has it.
  mutating func append(_ number: Double) {
    if abs(number) <= 0x1p47, let whole = Int(exactly: number), whole < 1 << 47 { return append(whole) }
    types.append(SerialType.double)
    values.append(Int(bitPattern: UInt(number.bitPattern)), bytes: 8)
  }

  /// Appends a text, NULL for one without bytes.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard !text.isEmpty else { return appendNull() }
    types.append(variable: SerialType.emptyText + 2 * text.count)
    values.append(contentsOf: text)
    // The numbers after the text find the room they had before.
    values.reserve(columns * MemoryLayout<Int64>.size + 1)
  }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }
}

extension ByteBuffer {
  /// Appends a row out of two parts: the length of the types, the types, the values.
  mutating func append(recordOf first: borrowing RecordPart, _ second: borrowing RecordPart) {
    let types = first.types.count + second.types.count
    var length = types + 1
    // The length counts its own bytes as well.
    while length < types + ByteBuffer.length(ofVariable: length) { length += 1 }
    reserve(ByteBuffer.longestNumber)
    append(variable: length)
    append(contentsOf: first.types.content)
    append(contentsOf: second.types.content)
    append(contentsOf: first.values.content)
    append(contentsOf: second.values.content)
  }
}
