import SurveyModel

/// One reading of a table with a row per answer: its questions, and whether each respondent's rows stand together.
struct AnswerScan {
  /// A question, by what identifies it.
  struct Question: Sendable, Equatable {
    let name: String
    let wording: String
    /// Where it first occurs.
    let line: Int
    let column: Int
  }

  /// The questions in the order in which they first occur.
  private(set) var questions: [Question] = []
  /// How many answers there are.
  private(set) var rows = 0
  /// How often a row is of another respondent than the row before.
  private(set) var runs = 0
  /// Whether a respondent may occur again behind rows of another.
  private(set) var isScattered = false
  /// Columns that differ between the rows of one respondent.
  private(set) var varying: Set<Int> = []

  private let columns: AnswerColumns
  private let width: Int
  private var numbers: [String: Int] = [:]
  private var seen: Set<Int> = []
  private var last: [String] = []
  private var isSorted = true

  /// More questions than this are open text rather than questions.
  static let mostQuestions = 5000
  /// So many respondents are remembered; beyond that only a file sorted by respondent is known to be in order.
  private static let mostRemembered = 1 << 20

  /// A reading of which nothing has been read.
  init(_ columns: AnswerColumns, width: Int) {
    self.columns = columns
    self.width = width
  }

  /// Whether there are too many questions for a table.
  var isHopeless: Bool { questions.count > AnswerScan.mostQuestions }

  /// Takes the scanner's record.
  mutating func add(_ scanner: borrowing DelimitedScanner, in file: ResponseFile) {
    guard !scanner.isBlank, scanner.cellCount >= width else { return }
    rows += 1
    let texts = (0..<width).map { scanner.text(of: $0) }
    let respondent = texts[columns.respondent]
    if rows == 1 || respondent != last[columns.respondent] {
      begin(respondent)
      last = texts
    } else {
      for index in texts.indices where texts[index] != last[index] { varying.insert(index) }
    }
    let name = FoldedText.trimmed(texts[columns.question])
    guard numbers[name] == nil, !isHopeless else { return }
    numbers[name] = questions.count
    let place = scanner.location(of: columns.question, in: file)
    questions.append(
      Question(
        name: name, wording: columns.wording.map { texts[$0] } ?? name, line: place.line ?? 0,
        column: place.column ?? 0))
  }

  private mutating func begin(_ respondent: String) {
    runs += 1
    if rows > 1, AnswerScan.isBefore(respondent, last[columns.respondent]) { isSorted = false }
    if seen.count < AnswerScan.mostRemembered {
      if !seen.insert(AnswerScan.hash(respondent)).inserted { isScattered = true }
    } else if !isSorted {
      isScattered = true
    }
  }

  /// A number for a text, the same in every run (FNV-1a by Fowler, Noll and Vo).
  static func hash(_ text: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ hash >> 32) >> 1)
  }

  /// Numbers by value, else by their bytes.
  private static func isBefore(_ first: String, _ second: String) -> Bool {
    if let one = Int(first), let other = Int(second) { return one < other }
    return first < second
  }
}
