/// The sheets that a workbook names, and which day it counts from.
final class WorkbookIndex: XMLHandler {
  /// A sheet by its name and the id of its part.
  struct Sheet {
    let name: String
    let id: String
    let isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Whether day 0 is the first of January 1904, as older versions for the Macintosh have it.
  private(set) var countsFrom1904 = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "workbookPr" {
      countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    } else if name == "sheet", let id = attributes["id"] {
      let state = attributes["state"] ?? "visible"
      sheets.append(Sheet(name: attributes["name"] ?? "", id: id, isHidden: state != "visible"))
    }
  }
}

/// The parts of a workbook by id.
final class WorkbookRelations: XMLHandler {
  private(set) var targets: [String: String] = [:]

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"] else { return }
    targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
}

/// The texts that cells refer to by number, one behind the other.
final class SharedStrings: XMLHandler {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isText = false
  /// Within the reading aid of Japanese words, which is no part of the text.
  private var isPhonetic = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "t" { isText = !isPhonetic } else if name == "rPh" { isPhonetic = true }
  }

  func end(_ name: XMLName) {
    if name == "t" {
      isText = false
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "si" {
      ends.append(bytes.count)
    }
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if isText { bytes += piece }
  }

  /// Calls a function with the bytes of a text; with none where the number is out of range.
  func with(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard ends.indices.contains(number) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let start = number == 0 ? 0 : ends[number - 1]
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[number]])) }
  }
}

/// Which styles of cells show a number as a date.
final class WorkbookStyles: XMLHandler {
  /// Whether a style shows a date, by the style's number.
  private(set) var isDate: [Bool] = []
  private var dateFormats: Set<Int> = Set([14...22, 27...36, 45...47, 50...58].joined())
  private var isInCellFormats = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "numFmt", let id = attributes["numFmtId"].flatMap({ Int($0) }) {
      if WorkbookStyles.showsDate(attributes["formatCode"] ?? "") { dateFormats.insert(id) }
    } else if name == "cellXfs" {
      isInCellFormats = true
    } else if name == "xf", isInCellFormats {
      isDate.append(dateFormats.contains(attributes["numFmtId"].flatMap { Int($0) } ?? 0))
    }
  }

  func end(_ name: XMLName) {
    if name == "cellXfs" { isInCellFormats = false }
  }

  /// Whether a format has a year, month, day, hour or second outside quotes, brackets and escapes.
  static func showsDate(_ format: String) -> Bool {
    var (isQuoted, isBracketed, isEscaped) = (false, false, false)
    for character in format.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "[" || character == "]" {
        isBracketed = character == "["
      } else if !isQuoted, !isBracketed, "ymdhs".contains(character), format.lowercased() != "general" {
        return true
      }
    }
    return false
  }
}
