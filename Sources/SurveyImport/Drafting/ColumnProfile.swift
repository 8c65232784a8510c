import SurveyModel

/// What the first rows say about a column.
struct ColumnProfile {
  /// The header.
  let header: String
  /// The question, where the header has more than a name.
  let text: String
  /// The words of the header, folded: letters only, parts of a compound apart.
  let words: [String]
  /// The words of the question.
  let textWords: [String]
  /// How many cells are not empty.
  private(set) var filled = 0
  private var length = 0
  /// How often each text occurs, surrounding spaces aside; no longer complete where `hasManyValues`.
  private(set) var counts: [String: Int] = [:]
  /// How many cells are empty.
  private(set) var emptyCells = 0
  /// The value of each text that the file itself gives one, as SPSS does.
  let labels: [String: Int]
  /// The texts that the file itself declares to stand for no answer.
  let declaredMissing: [String: MissingReason]
  /// Whether there are more different texts than are counted.
  private(set) var hasManyValues = false
  /// Cells that are a number, whole or not.
  private(set) var numbers = 0
  /// Numbers with a fraction.
  private(set) var fractions = 0
  /// The sum and the smallest of the numbers.
  private(set) var sum = 0.0
  private(set) var smallest = Double.infinity
  /// The largest of the numbers.
  private(set) var largest = -Double.infinity
  /// Cells that are a date, per order.
  private(set) var dates: [DateOrder: Int] = [:]
  /// The first and last day, per order.
  private(set) var dateSpans: [DateOrder: ClosedRange<Int32>] = [:]
  /// Cells that look like an e-mail address or an IP address.
  private(set) var addresses = 0
  /// Cells that look like a telephone number, and like a bank account number (IBAN).
  private(set) var phones = 0
  private(set) var accounts = 0
  /// Numbers with a percent sign behind them.
  private(set) var percentages = 0
  /// Whether a date has `AM` or `PM` behind it.
  private(set) var hasTwelveHourClock = false

  private static let mostValues = 300
  /// Spreadsheets write a time of day without a date as a day of 1899.
  private static let plausibleYears = 1990...2100

  /// A column of which no cell has been seen.
  init(header: String, text: String? = nil, facts: ColumnFacts = ColumnFacts()) {
    labels = facts.labels
    declaredMissing = facts.missing
    self.header = header
    self.text = text ?? header
    words = ColumnProfile.words(in: header)
    textWords = text.map(ColumnProfile.words) ?? words
  }

  /// Takes a cell.
  mutating func add(_ cell: String, decimalMark: UInt8) {
    let text = FoldedText.trimmed(cell)
    if text.isEmpty {
      emptyCells += 1
      return
    }
    filled += 1
    length += text.utf8.count
    if counts[text] != nil || counts.count < ColumnProfile.mostValues {
      counts[text, default: 0] += 1
    } else {
      hasManyValues = true
    }
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      if let number = NumberText.decimal(bytes, mark: decimalMark) {
        numbers += 1
        sum += number
        smallest = min(smallest, number)
        largest = max(largest, number)
        if number != number.rounded() { fractions += 1 }
      }
      for order in DateOrder.allCases {
        guard let day = DateText(order: order).day(in: bytes) else { continue }
        guard ColumnProfile.plausibleYears.contains(day.components.year) else { continue }
        dates[order, default: 0] += 1
        let known = dateSpans[order] ?? day.daysSince1970...day.daysSince1970
        dateSpans[order] =
          min(known.lowerBound, day.daysSince1970)...max(known.upperBound, day.daysSince1970)
      }
    }
    if text.hasSuffix("AM") || text.hasSuffix("PM") { hasTwelveHourClock = true }
    if text.hasSuffix("%") { percentages += 1 }
    switch PersonalText.kind(of: text) {
    case .address: addresses += 1
    case .phone: phones += 1
    case .account: accounts += 1
    case nil: break
    }
  }

  /// Whether more than a few cells are empty.
  var hasEmptyCells: Bool { emptyCells * 50 > filled }

  /// The value that the file itself gives a text.
  func label(of text: String) -> Int? { labels[text] }

  /// The mean length of the filled cells in bytes; not a number where there are none.
  var meanLength: Double { Double(length) / Double(filled) }

  /// The mean of the numbers; not a number where there are none.
  var mean: Double { sum / Double(numbers) }

  /// How many different texts there are, at least.
  var valueCount: Int { counts.count }

  private static func words(in header: String) -> [String] {
    var words: [String] = []
    var current = ""
    var wasSmall = false
    for character in header {
      let isBoundary = !character.isLetter || (character.isUppercase && wasSmall)
      if isBoundary, !current.isEmpty {
        words.append(current)
        current = ""
      }
      if character.isLetter { current += character.lowercased() }
      wasSmall = character.isLowercase
    }
    return current.isEmpty ? words : words + [current]
  }
}

/// What the first rows of a file say about its columns.
struct FileProfile {
  /// The columns in the order of the file.
  private(set) var columns: [ColumnProfile]
  /// How many rows were looked at.
  private(set) var rows = 0
  /// How the file is laid out.
  let layout: FileLayout

  private var headerCounts: [FoldedText: Int] = [:]

  static let mostRows = 5000

  /// Looks at the first rows, 5,000 unless told otherwise.
  init(
    of file: ResponseFile, format: FileFormat = FileFormat(), atMost mostRows: Int = FileProfile.mostRows
  ) throws(ImportError) {
    layout = try FileLayout(of: file, format: format)
    let facts = file.facts
    let missing = layout.header.missing
    columns = zip(layout.headers, layout.header.texts).enumerated().map { index, header in
      ColumnProfile(
        header: header.0, text: header.1,
        facts: facts.indices.contains(index) ? facts[index] : ColumnFacts(missing: missing))
    }
    for header in layout.headers { headerCounts[FoldedText(header), default: 0] += 1 }
    var scanner = try file.scanner(layout.dialect)
    try layout.skipHeader(&scanner, in: file)
    while rows < mostRows, try scanner.next(in: file) {
      if scanner.isBlank || layout.header.exclusions.contains(where: { $0.applies(to: scanner) }) { continue }
      rows += 1
      for cell in 0..<min(scanner.cellCount, columns.count) {
        columns[cell].add(scanner.text(of: cell), decimalMark: layout.decimalMark)
      }
    }
  }

  /// How many columns have a name, case and spaces aside.
  func countOfHeaders(like header: String) -> Int { headerCounts[FoldedText(header)] ?? 0 }
}
