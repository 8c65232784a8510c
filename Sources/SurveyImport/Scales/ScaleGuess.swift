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
  /// Whether it is nothing but whole numbers up to 100, or numbers with decimals, as sliders give them and much else.
  private(set) var isSlider = false
  /// Whether the scale is the one that the question states.
  private(set) var isStated = false
  /// Whether the counts look like answers on a scale rather than like codes of groups.
  private(set) var isSmooth = true
  /// Whether three of ten answers are 7 or more, as they are to a recommendation question, and are not where children,
  /// visits or illnesses are counted.
  private(set) var isOftenHigh = true

  /// A guess, or nil where the column does not look like ratings.
  init?(for column: ColumnProfile) {
    guard !column.hasManyValues, column.filled > 0 else { return nil }
    let cells = RatedCells(of: column)
    if let scale = Scale.percentages(in: column) {
      self.scale = scale
      reason = "percentages"
      seen = scale.minimum...scale.maximum
      return
    }
    guard var guess = ScaleGuess.guess(of: cells, in: column) else { return nil }
    let odd = cells.numbers.isEmpty ? [] : cells.words.keys.sorted()
    guess.add(cells.codes + odd.map { MissingCode(text: $0, reason: .dontKnow) })
    if !odd.isEmpty {
      let list = odd.map { "\"\(DiagnosticText.oneLine($0))\"" }.joined(separator: " and ")
      guess.remarks.append("proposed as missing, since no number: \(list)")
    }
    self = guess
  }

  /// By numbers, decimals among them or not, or by words; nil where the cells are neither.
  private static func guess(of cells: RatedCells, in column: ColumnProfile) -> ScaleGuess? {
    let rated = cells.numbers.values.reduce(0, +) + cells.fractions.values.reduce(0, +)
    let worded = cells.words.values.reduce(0, +)
    let areNumbers = cells.words.isEmpty || (cells.words.count <= 2 && worded * 20 <= rated)
    guard areNumbers else { return cells.numbers.isEmpty ? ScaleGuess(words: cells.words) : nil }
    let stated = StatedScale(in: column.text)
    if !cells.fractions.isEmpty { return ScaleGuess(decimalsIn: cells, of: column, stated: stated) }
    return ScaleGuess(cells, hasEmptyCells: column.hasEmptyCells, stated: stated)
      ?? ScaleGuess(sliderIn: cells)
  }

  /// A guess at a scale of numbers.
  init(
    scale: Scale, missing: [MissingCode], reason: String, remarks: [String], seen: ClosedRange<Int>,
    isSlider: Bool, isStated: Bool
  ) {
    (self.scale, self.missing, self.reason) = (scale, missing, reason)
    (self.remarks, self.seen, self.isSlider, self.isStated) = (remarks, seen, isSlider, isStated)
  }

  /// Adds proposals that are not there yet.
  mutating func add(_ codes: [MissingCode]) {
    for code in codes where !missing.contains(where: { FoldedText($0.text) == FoldedText(code.text) }) {
      if case .value(let number) = scale.number(in: code.text), scale.contains(number) { continue }
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

  /// Puts the words of its code book beside the numbers.
  mutating func use(_ labels: [Scale.Label]) {
    let labels = labels.sorted { ($0.value, $0.text) < ($1.value, $1.text) }
    scale = Scale(
      minimum: scale.minimum, maximum: scale.maximum, labels: labels,
      isReversed: ScaleGuess.isReversed(labels))
  }

  /// Whether the answers are yes and no.
  var isYesOrNo: Bool { scale.minimum == 0 && scale.maximum == 1 }

  private init?(_ cells: RatedCells, hasEmptyCells: Bool, stated: StatedScale?) {
    guard
      let numeric = NumericScale(
        counts: cells.numbers, hasEmptyCells: hasEmptyCells, stated: stated?.range)
    else { return nil }
    isStated = numeric.range == stated?.range
    let hasReversedText = isStated && stated?.isReversed == true
    let labels = cells.glued.sorted { ($0.value, $0.text) < ($1.value, $1.text) }
    scale = Scale(
      minimum: numeric.range.lowerBound, maximum: numeric.range.upperBound,
      labels: labels.filter { numeric.range.contains($0.value) },
      isReversed: ScaleGuess.isReversed(labels) || hasReversedText)
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
      + (isStated ? ", on the scale that the question states" : "")
    if hasReversedText { remarks.append("\(scale.minimum) is the best by the question's words") }
    isSmooth = NumericScale.isSmooth(cells.numbers, on: numeric.range)
    let answers = cells.numbers.filter { numeric.range.contains($0.key) }
    let high = answers.filter { $0.key >= 7 }.values.reduce(0, +)
    isOftenHigh = high * 10 >= answers.values.reduce(0, +) * 3
  }

  /// Many whole numbers from near 0 to 90 or more, with at most codes for no answer beside them.
  private init?(sliderIn cells: RatedCells) {
    let answers = cells.numbers.keys.filter { (0...100).contains($0) }
    let codes = cells.numbers.keys.filter { !(0...100).contains($0) }.sorted()
    guard let low = answers.min(), let high = answers.max(), answers.count >= 12, low <= 30, high >= 90,
      codes.allSatisfy(DraftVocabulary.isSentinel), cells.words.isEmpty
    else { return nil }
    scale = Scale(minimum: 0, maximum: 100)
    missing = codes.map { MissingCode(text: String($0), reason: .skipped) }
    reason = "whole numbers from \(low) to \(high), as sliders give them"
    if !codes.isEmpty {
      remarks.append(
        "proposed as missing, since not on 0-100: " + codes.map(String.init).joined(separator: ", "))
    }
    seen = 0...100
    isSlider = true
  }

  /// Takes a wider scale, that of other columns of a battery.
  mutating func widen(to range: ClosedRange<Int>, decimals: Int) {
    let isWider = range != scale.minimum...scale.maximum
    scale = Scale(
      minimum: range.lowerBound, maximum: range.upperBound, labels: scale.labels,
      isReversed: scale.isReversed, decimals: scale.labels.isEmpty ? decimals : 0)
    guard isWider else { return }
    missing.removeAll { code in
      if case .value(let number) = NumberText.whole(code.text) { return range.contains(number) }
      return false
    }
    remarks.append("\(range.lowerBound)-\(range.upperBound) as in the columns beside it")
  }

  /// Whether words with values of their own run from good to bad.
  static func isReversed(_ labels: [Scale.Label]) -> Bool {
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

extension Scale {
  /// Whether a header says that the answers are percentages, or run to 100.
  static func namesPercentages(_ column: ColumnProfile) -> Bool {
    let header = FoldedText(column.header).text
    return ["%", "percent", "procent", "prozent", "pourcent", "0-100", "0 - 100"].contains {
      header.contains($0)
    }
  }

  /// The scale of whole percentages: marked as such in the cells or the header, from 0 to 100, and beyond 10.
  static func percentages(in column: ColumnProfile) -> Scale? {
    if column.percentages * 10 >= column.filled * 9 {
      let values = column.counts.keys.compactMap { Int($0.dropLast().filter { $0 != " " }) }
      let isOnScale =
        values.count * 10 >= column.valueCount * 9 && values.allSatisfy { (0...100).contains($0) }
      return isOnScale ? Scale(minimum: 0, maximum: 100) : nil
    }
    let isWhole = column.numbers * 10 >= column.filled * 9 && column.fractions == 0
    guard namesPercentages(column), isWhole, column.smallest >= 0, column.largest > 10, column.largest <= 100
    else {
      return nil
    }
    return Scale(minimum: 0, maximum: 100)
  }
}
