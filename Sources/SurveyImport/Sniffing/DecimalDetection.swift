/// Finds the decimal mark of a file: the mark in most cells of the first records that are a number with one.
struct DecimalDetection {
  /// `.` or `,`.
  let mark: UInt8
  /// How many cells have a decimal point.
  private(set) var points = 0
  /// How many cells have a decimal comma.
  private(set) var commas = 0

  /// Looks at a sample.
  ///
  /// Without any such cell the mark is a comma where the delimiter is `;`, and a point else.
  init(of sample: FileSample, dialect: Dialect) {
    var scanner = sample.scanner(dialect)
    var records = 0
    while records < 1000, (try? scanner.next()) == true {
      records += 1
      for cell in 0..<scanner.cellCount {
        switch DecimalDetection.mark(in: scanner.bytes(of: cell)) {
        case UInt8(ascii: "."): points += 1
        case UInt8(ascii: ","): commas += 1
        default: break
        }
      }
    }
    let isComma = points == commas ? dialect.delimiter == Dialect.semicolon : commas > points
    mark = UInt8(ascii: isComma ? "," : ".")
  }

  /// The mark in a cell of digits, one mark and digits; nil for any other cell.
  private static func mark(in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
    guard bytes.count >= 3, bytes.count <= 24 else { return nil }
    var mark: UInt8?
    for (index, byte) in bytes.enumerated() {
      if byte >= 0x30, byte <= 0x39 { continue }
      if byte == UInt8(ascii: "-"), index == 0 { continue }
      let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
      guard isMark, mark == nil, index > 0, index < bytes.count - 1 else { return nil }
      mark = byte
    }
    return mark
  }
}
