import SurveyModel

/// A variable of an SPSS file: how its values are written as texts.
///
/// A value with a label is written as the label. Where the labels hold numbers, these count, not the codes: the
/// code 1 may mean 0.
struct StatisticsVariable {
  /// Its name, the header of the column.
  let name: String
  /// What the file says about it.
  private(set) var facts: ColumnFacts
  /// Whether the values are seconds since 14 October 1582.
  let isDate: Bool
  /// The name of its set of labels; empty where it has none.
  let labelSet: String
  /// Values that stand for no answer, as ranges.
  private let missing: [ClosedRange<Double>]
  private var texts: [Int: String] = [:]
  /// The texts of small codes once they occurred, as nearly all answers are such.
  private var small = [[UInt8]](repeating: [], count: 128)
  /// What must be added to a code to give the number in its label; 0 where they agree.
  private(set) var shift = 0

  /// A variable of which no label is known.
  init(name: String, text: String, format: String, labelSet: String, missing: [ClosedRange<Double>]) {
    self.name = name
    self.labelSet = labelSet
    self.missing = missing
    facts = ColumnFacts(text: text)
    let kind = format.prefix { $0.isLetter }.uppercased()
    isDate = ["DATE", "ADATE", "EDATE", "SDATE", "JDATE", "DATETIME", "YMDHMS", "MOYR", "QYR", "WKYR"]
      .contains(kind)
  }

  /// Takes the labels of its codes.
  mutating func take(_ labels: [(code: Int, text: String)]) {
    let answers = labels.filter { !isMissing(Double($0.code)) }
    let numbers = answers.compactMap { label -> (code: Int, number: Int)? in
      StatisticsVariable.number(in: label.text).map { (label.code, $0) }
    }
    let shifts = Set(numbers.map { $0.number - $0.code })
    if numbers.count >= 2, shifts.count == 1, let only = shifts.first { shift = only }
    for label in labels where !label.text.isEmpty {
      texts[label.code] = label.text
      if isMissing(Double(label.code)) {
        facts.missing[label.text] = DraftVocabulary.missingReason(of: label.text) ?? .skipped
      } else if case .text = NumberText.whole(FoldedText(label.text).text) {
        facts.labels[label.text] = label.code + shift
      }
    }
  }

  private static func number(in text: String) -> Int? {
    if case .value(let number) = NumberText.whole(FoldedText(text).text) { return number }
    return RatedCells.number(gluedTo: text)
  }

  private func isMissing(_ value: Double) -> Bool { missing.contains { $0.contains(value) } }

  /// A value that is a whole number below 128.
  static func smallCode(_ value: Double) -> Int? {
    guard value >= 0, value < 128 else { return nil }
    let code = Int(value)
    return Double(code) == value ? code : nil
  }

  /// The bytes of the text of such a value.
  mutating func bytes(ofSmall code: Int) -> [UInt8] {
    if small[code].isEmpty { small[code] = Array(text(of: Double(code)).utf8) }
    return small[code]
  }

  /// The text of a number.
  mutating func text(of value: Double) -> String {
    if isDate { return StatisticsVariable.date(value) }
    guard value == value.rounded(), abs(value) < 1e15 else {
      if isMissing(value) { facts.missing["\(value)"] = .skipped }
      return "\(value)"
    }
    let code = Int(value)
    if let text = texts[code] { return text }
    if isMissing(value) {
      facts.missing[String(code)] = .skipped
      return String(code)
    }
    return String(code + shift)
  }

  private static func date(_ seconds: Double) -> String {
    let days = (seconds / 86_400).rounded(.down) - 141_428
    guard abs(days) < 1e6 else { return "\(seconds)" }
    let day = CalendarDate(daysSince1970: Int32(days)).components
    let parts = [day.month, day.day].map { $0 < 10 ? "0\($0)" : String($0) }
    return "\(day.year)-\(parts[0])-\(parts[1])"
  }
}
