import SurveyModel

/// The rows of a sheet, written as delimited text while they are read.
final class SheetRows: XMLHandler {
  private var content: SheetContent

  /// A reader of cells that may refer to strings and styles.
  init(_ strings: SharedStrings, _ styles: WorkbookStyles, countsFrom1904: Bool) {
    content = SheetContent(strings, styles, countsFrom1904: countsFrom1904)
  }

  /// The rows that have been read.
  var rows: DelimitedText { content.rows }

  func start(_ name: XMLName, _ attributes: XMLAttributes) { content.start(name, attributes) }
  func end(_ name: XMLName) { content.end(name) }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { content.text(bytes) }
}

/// What a sheet holds, and where in it the reader is: one value, so that its parts are not guarded one by one.
private struct SheetContent {
  private(set) var rows = DelimitedText()

  private enum Kind { case number, shared, text, truth }

  private let strings: SharedStrings
  private let styles: WorkbookStyles
  private let firstDay: Int
  private var kind = Kind.number
  private var isDate = false
  private var column = -1
  private var value: [UInt8] = []
  private var isValue = false
  private var isPhonetic = false

  private static let mostRows = 1_048_576
  private static let mostColumns = 16_384

  init(_ strings: SharedStrings, _ styles: WorkbookStyles, countsFrom1904: Bool) {
    self.strings = strings
    self.styles = styles
    firstDay = countsFrom1904 ? -24_107 : -25_569
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "c" {
      startCell(attributes)
    } else if name == "v" || name == "t" {
      isValue = !isPhonetic
    } else if name == "rPh" {
      isPhonetic = true
    } else if name == "row" {
      startRow(attributes)
    }
  }

  mutating func end(_ name: XMLName) {
    if name == "v" || name == "t" {
      isValue = false
    } else if name == "c" {
      endCell()
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "row" {
      rows.endRow()
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isValue { value += bytes }
  }

  private mutating func startRow(_ attributes: XMLAttributes) {
    column = -1
    guard let number = attributes.bytes(of: "r").flatMap(SheetContent.number) else { return }
    while rows.rows + 1 < min(number, SheetContent.mostRows) { rows.endRow() }
  }

  private mutating func startCell(_ attributes: XMLAttributes) {
    column = attributes.bytes(of: "r").flatMap(SheetContent.column) ?? column + 1
    value.removeAll(keepingCapacity: true)
    kind = SheetContent.kind(attributes.bytes(of: "t"))
    let style = kind == .number ? attributes.bytes(of: "s").flatMap(SheetContent.number) ?? 0 : -1
    isDate = styles.isDate.indices.contains(style) && styles.isDate[style]
  }

  /// What a cell's type says: a number where it says nothing.
  private static func kind(_ type: UnsafeBufferPointer<UInt8>?) -> Kind {
    guard let type else { return .number }
    guard type.count == 1 else { return .text }
    return switch type[0] {
    case UInt8(ascii: "s"): .shared
    case UInt8(ascii: "b"): .truth
    case UInt8(ascii: "n"): .number
    default: .text
    }
  }

  private mutating func endCell() {
    guard !value.isEmpty, column >= 0, column < SheetContent.mostColumns else { return }
    rows.skip(to: column)
    switch kind {
    case .shared:
      let number = value.withUnsafeBufferPointer(SheetContent.number) ?? -1
      strings.with(number) { rows.add($0) }
    case .truth: rows.add(value == [0x31] ? "TRUE" : "FALSE")
    case .number where isDate: rows.add(date() ?? String(decoding: value, as: UTF8.self))
    case .number, .text: value.withUnsafeBufferPointer { rows.add($0) }
    }
  }

  /// The number of days as a date, with the time of day where there is one; nil where it is no number.
  private func date() -> String? {
    guard let serial = Double(String(decoding: value, as: UTF8.self)), serial >= 0, serial < 3_000_000 else {
      return nil
    }
    let seconds = Int((serial * 86_400).rounded())
    let (days, rest) = (seconds / 86_400, seconds % 86_400)
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map(SheetContent.twoDigits).joined(separator: ":")
    if days == 0 { return clock }
    let day = CalendarDate(daysSince1970: Int32(days + firstDay)).components
    let parts = [String(day.year), SheetContent.twoDigits(day.month), SheetContent.twoDigits(day.day)]
    return parts.joined(separator: "-") + (rest == 0 ? "" : " " + clock)
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var number = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39, number < 100_000_000 else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return bytes.isEmpty ? nil : number
  }

  /// The number of a column from a reference such as `AB12`, counted from 0.
  private static func column(_ reference: UnsafeBufferPointer<UInt8>) -> Int? {
    var number = 0
    for byte in reference {
      guard byte >= 0x41, byte <= 0x5A, number < mostColumns else { break }
      number = number * 26 + Int(byte - 0x40)
    }
    return number > 0 ? number - 1 : nil
  }
}
