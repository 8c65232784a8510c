import SurveyModel

/// The texts of a column by what they seem to be.
struct RatedCells {
  /// Texts that commonly stand for no answer.
  private(set) var codes: [MissingCode] = []
  /// How often each whole number occurs, glued to words or not.
  private(set) var numbers: [Int: Int] = [:]
  /// How often each number with a fraction occurs.
  private(set) var fractions: [Double: Int] = [:]
  /// The most digits behind the mark of such a number, zeros at the end aside.
  private(set) var decimals = 0
  /// Numbers with words before or behind them.
  private(set) var glued: [Scale.Label] = []
  /// Whether the texts are codes such as `A1`, of which only the survey knows which end is the good one.
  let isCoded: Bool
  /// How often each other text occurs.
  private(set) var words: [String: Int] = [:]

  /// Sorts the texts of a column.
  init(of column: ColumnProfile) {
    let hasNegatives = column.counts.keys.contains { text in
      if case .value(let number) = NumberText.whole(text) { return (-5 ..< -1).contains(number) }
      return false
    }
    let lettered = column.counts.keys.compactMap(RatedCells.surveyCode).count
    isCoded = lettered >= 3 && lettered * 4 >= column.valueCount * 3
    for (text, count) in column.counts {
      if let reason = column.declaredMissing[text] ?? DraftVocabulary.missingReason(of: text) {
        codes.append(MissingCode(text: text, reason: reason))
      } else if let label = column.label(of: text) {
        numbers[label, default: 0] += count
        glued.append(Scale.Label(value: label, text: text))
      } else if isCoded, let number = RatedCells.surveyCode(text) {
        numbers[number, default: 0] += count
        glued.append(Scale.Label(value: number, text: text))
      } else if case .value(let number) = NumberText.whole(FoldedText(text).text) {
        numbers[number, default: 0] += count
      } else if case .fractional = NumberText.whole(FoldedText(text).text) {
        addFraction(text, count)
      } else if let number = RatedCells.number(gluedTo: text, hasNegatives: hasNegatives) {
        numbers[number, default: 0] += count
        glued.append(Scale.Label(value: number, text: text))
      } else {
        words[text, default: 0] += count
      }
    }
    // What the file's own code book has and nobody chose.
    for (text, value) in column.labels where column.counts[text] == nil && !numbers.isEmpty {
      glued.append(Scale.Label(value: value, text: text))
    }
  }

  /// Takes a number with a fraction; beyond the scales there are, and with a percent sign, it is a text.
  private mutating func addFraction(_ text: String, _ count: Int) {
    let parts = text.split { $0 == "." || $0 == "," }
    guard parts.count == 2, let value = Double("\(parts[0]).\(parts[1])"), value.magnitude < 1000 else {
      words[text, default: 0] += count
      return
    }
    fractions[value, default: 0] += count
    decimals = max(decimals, parts[1].reversed().drop { $0 == "0" }.count)
  }

  /// The words of a text without the number at its beginning or end and the marks around that.
  static func words(besideNumberIn text: String) -> String {
    let isWord: (Character) -> Bool = { $0.isLetter || $0 == "'" || $0 == "\u{2019}" }
    guard let first = text.firstIndex(where: isWord), let last = text.lastIndex(where: isWord) else {
      return text
    }
    return String(text[first...last])
  }

  /// The number of a code of LimeSurvey, `A1` or `AO01`.
  private static func surveyCode(_ text: String) -> Int? {
    let digits = text.drop { $0 == "A" || $0 == "O" }
    let letters = text.prefix(text.count - digits.count)
    guard letters == "A" || letters == "AO", digits.allSatisfy(\.isASCIIDigit), digits.count <= 2 else {
      return nil
    }
    return Int(digits)
  }

  /// The 8 of `8/10`, `8 / 10`, `8 van 10`, `8 out of 10`; nil for any other text.
  private static func numerator(of text: String) -> Int? {
    guard text.count <= 20, text.first?.isASCIIDigit == true, text.last?.isASCIIDigit == true,
      let parts = text.wholeMatch(of: /(\d{1,2})\s*(?:\/|out of|of|van de|van|von|sur|de)\s*(5|7|10)/),
      let part = Int(parts.1), let whole = Int(parts.2), part <= whole
    else { return nil }
    return part
  }

  /// A number from 0 to 10 at the beginning or the end of a text with words: `Not at all likely - 0`.
  ///
  /// A minus right before the number is a sign where other numbers of the column have one: `I hate it!-5`.
  static func number(gluedTo text: String, hasNegatives: Bool = false) -> Int? {
    if let part = numerator(of: text) { return part }
    let isWordy = text.contains(where: \.isLetter) && text.count <= 60
    let head = text.prefix(while: \.isASCIIDigit)
    let tail = Substring(text.reversed().prefix(while: \.isASCIIDigit).reversed().map { $0 })
    let digits = !head.isEmpty ? head : tail
    guard isWordy, head.isEmpty != tail.isEmpty, let number = Int(digits), number <= 10 else { return nil }
    let boundary = head.isEmpty ? text.dropLast(tail.count).last : text.dropFirst(head.count).first
    if boundary?.isLetter == true { return nil }
    let isNegative = hasNegatives && head.isEmpty && (boundary == "-" || boundary == "\u{2212}")
    return isNegative ? -number : number
  }
}
