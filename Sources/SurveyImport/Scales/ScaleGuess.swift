import SurveyModel

/// The scale a column of ratings seems to be on, and the texts in it that seem to stand for no answer.
struct ScaleGuess: Equatable {
  /// The scale.
  private(set) var scale: Scale
  /// Proposals for `missing:`.
  private(set) var missing: [MissingCode] = []
  /// How the scale was recognised.
  let reason: String
  /// What a reader should check.
  private(set) var remarks: [String] = []
  /// The lowest and highest number seen; the same as the scale's where it is in words.
  let seen: ClosedRange<Int>
  /// The list of words the scale was recognised by; nil where the answers are numbers.
  private(set) var wordScale: String?
  /// Whether the counts look like answers on a scale rather than like codes of groups.
  private(set) var isSmooth = true

  /// A guess, or nil where the column does not look like ratings.
  init?(for column: ColumnProfile) {
    guard !column.hasManyValues, column.filled > 0 else { return nil }
    let cells = RatedCells(of: column)
    let rated = cells.numbers.values.reduce(0, +)
    let worded = cells.words.values.reduce(0, +)
    if let scale = Scale.percentages(in: column) {
      self.scale = scale
      reason = "percentages"
      seen = scale.minimum...scale.maximum
      return
    }
    let isOddlyWorded = cells.words.count <= 2 && worded * 20 <= rated
    let guess: ScaleGuess? =
      cells.words.isEmpty || isOddlyWorded
      ? ScaleGuess(cells, hasEmptyCells: column.hasEmptyCells)
      : cells.numbers.isEmpty ? ScaleGuess(words: cells.words) : nil
    guard var guess else { return nil }
    let odd = cells.numbers.isEmpty ? [] : cells.words.keys.sorted()
    guess.add(cells.codes + odd.map { MissingCode(text: $0, reason: .dontKnow) })
    if !odd.isEmpty {
      let list = odd.map { "\"\(DiagnosticText.oneLine($0))\"" }.joined(separator: " and ")
      guess.remarks.append("proposed as missing, since no number: \(list)")
    }
    self = guess
  }

  /// Adds proposals that are not there yet.
  mutating func add(_ codes: [MissingCode]) {
    for code in codes where !missing.contains(where: { FoldedText($0.text) == FoldedText(code.text) }) {
      if case .value(let number) = NumberText.whole(code.text), scale.contains(number) { continue }
      missing.append(code)
    }
    let order: [MissingReason] = [.skipped, .notShown, .dontKnow]
    missing = order.flatMap { reason in
      missing.filter { $0.reason == reason }.sorted { $0.text < $1.text }
    }
  }

  /// Takes over the missing codes and the words of a group of columns.
  mutating func agree(on codes: [MissingCode], words: [Scale.Label]) {
    missing = []
    add(codes)
    guard wordScale != nil else { return }
    var labels: [Scale.Label] = []
    for label in words where !labels.contains(where: { FoldedText($0.text) == FoldedText(label.text) }) {
      labels.append(label)
    }
    labels.sort { ($0.value, $0.text) < ($1.value, $1.text) }
    scale = Scale(
      minimum: scale.minimum, maximum: scale.maximum, labels: labels, isReversed: scale.isReversed)
  }

  /// Whether the answers are yes and no.
  var isYesOrNo: Bool { scale.minimum == 0 && scale.maximum == 1 }

  private init?(_ cells: RatedCells, hasEmptyCells: Bool) {
    guard let numeric = NumericScale(counts: cells.numbers, hasEmptyCells: hasEmptyCells) else { return nil }
    let labels = cells.glued.sorted { ($0.value, $0.text) < ($1.value, $1.text) }
    scale = Scale(
      minimum: numeric.range.lowerBound, maximum: numeric.range.upperBound,
      labels: labels.filter { numeric.range.contains($0.value) },
      isReversed: ScaleGuess.isReversed(labels))
    missing = numeric.missing.flatMap { code -> [MissingCode] in
      let texts = labels.filter { String($0.value) == code.text }.map(\.text)
      return texts.isEmpty ? [code] : texts.map { MissingCode(text: $0, reason: code.reason) }
    }
    remarks = numeric.remarks
    if cells.isCoded {
      remarks.append("codes: check that the highest is the best, else add `reversed: true`")
    }
    seen = numeric.seen
    reason =
      "whole numbers from \(seen.lowerBound) to \(seen.upperBound)"
      + (labels.isEmpty ? "" : ", some with words")
    isSmooth = NumericScale.isSmooth(cells.numbers, on: numeric.range)
  }

  /// Whether words with values of their own run from good to bad.
  private static func isReversed(_ labels: [Scale.Label]) -> Bool {
    let texts = labels.map { RatedCells.words(besideNumberIn: $0.text) }
    guard labels.count > 1, let words = WordScale.match(for: texts) else { return false }
    let values = texts.compactMap { words.value(of: $0) }
    return zip(values, values.dropFirst()).allSatisfy { $0 > $1 }
  }

  private init?(words: [String: Int]) {
    let values = words.keys.sorted()
    guard values.count >= 2, let match = WordScale.match(for: values) else { return nil }
    let labels = values.map { Scale.Label(value: match.value(of: $0) ?? match.lowest, text: $0) }
    let highest = match.lowest + match.levels.count - 1
    scale = Scale(minimum: match.lowest, maximum: highest, labels: labels.sorted { $0.value < $1.value })
    wordScale = match.name
    reason = "words of \(match.name), \(values.count) different ones"
    seen = match.lowest...highest
  }
}

/// The texts of a column by what they seem to be.
struct RatedCells {
  /// Texts that commonly stand for no answer.
  private(set) var codes: [MissingCode] = []
  /// How often each whole number occurs, glued to words or not.
  private(set) var numbers: [Int: Int] = [:]
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
      } else if let number = RatedCells.number(gluedTo: text, hasNegatives: hasNegatives) {
        numbers[number, default: 0] += count
        glued.append(Scale.Label(value: number, text: text))
      } else {
        words[text, default: 0] += count
      }
    }
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

  /// A number from 0 to 10 at the beginning or the end of a text with words: `Not at all likely - 0`.
  ///
  /// A minus right before the number is a sign where other numbers of the column have one: `I hate it!-5`.
  static func number(gluedTo text: String, hasNegatives: Bool = false) -> Int? {
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

extension Scale {
  /// The scale of whole percentages: marked as such in the cells or the header, from 0 to 100, and beyond 10.
  static func percentages(in column: ColumnProfile) -> Scale? {
    let header = FoldedText(column.header).text
    let isNamed = ["%", "percent", "procent", "prozent", "pourcent", "0-100", "0 - 100"].contains {
      header.contains($0)
    }
    if column.percentages * 10 >= column.filled * 9 {
      let values = column.counts.keys.compactMap { Int($0.dropLast().filter { $0 != " " }) }
      let isOnScale =
        values.count * 10 >= column.valueCount * 9 && values.allSatisfy { (0...100).contains($0) }
      return isOnScale ? Scale(minimum: 0, maximum: 100) : nil
    }
    let isWhole = column.numbers * 10 >= column.filled * 9 && column.fractions == 0
    guard isNamed, isWhole, column.smallest >= 0, column.largest > 10, column.largest <= 100 else {
      return nil
    }
    return Scale(minimum: 0, maximum: 100)
  }
}
