import SurveyModel

/// The scale a column of ratings seems to be on, and the texts in it that seem to stand for no answer.
struct ScaleGuess: Equatable {
  /// The scale.
  let scale: Scale
  /// Proposals for `missing:`.
  private(set) var missing: [MissingCode] = []
  /// How the scale was recognised.
  let reason: String
  /// The lowest and highest number seen; the same as the scale's where it is in words.
  let seen: ClosedRange<Int>

  /// A guess, or nil where the column does not look like ratings.
  init?(for column: ColumnProfile) {
    guard !column.hasManyValues, column.filled > 0 else { return nil }
    var codes: [MissingCode] = []
    var numbers: [Int: Int] = [:]
    var glued: [Scale.Label] = []
    var words: [String: Int] = [:]
    for (text, count) in column.counts {
      if let reason = DraftVocabulary.missingReason(of: text) {
        codes.append(MissingCode(text: text, reason: reason))
      } else if case .value(let number) = NumberText.whole(FoldedText(text).text) {
        numbers[number, default: 0] += count
      } else if let number = ScaleGuess.number(gluedTo: text) {
        numbers[number, default: 0] += count
        glued.append(Scale.Label(value: number, text: text))
      } else {
        words[text, default: 0] += count
      }
    }
    let rated = numbers.values.reduce(0, +) + words.values.reduce(0, +)
    let isNumeric = words.values.reduce(0, +) * 20 <= rated
    let guess =
      isNumeric && words.isEmpty
      ? ScaleGuess(numbers: numbers, glued: glued) : numbers.isEmpty ? ScaleGuess(words: words) : nil
    guard var guess else { return nil }
    guess.missing = (guess.missing + codes).sorted {
      ($0.reason.rawValue, $0.text) < ($1.reason.rawValue, $1.text)
    }
    self = guess
  }

  /// A number from 0 to 10 at the beginning or the end of a text with words: `Not at all likely - 0`.
  static func number(gluedTo text: String) -> Int? {
    let isWordy = text.contains(where: \.isLetter) && text.count <= 60
    let head = text.prefix(while: \.isASCIIDigit)
    let tail = Substring(text.reversed().prefix(while: \.isASCIIDigit).reversed().map { $0 })
    let digits = !head.isEmpty ? head : tail
    guard isWordy, head.isEmpty != tail.isEmpty, let number = Int(digits), number <= 10 else { return nil }
    let boundary = head.isEmpty ? text.dropLast(tail.count).last : text.dropFirst(head.count).first
    return boundary?.isLetter == true ? nil : number
  }

  private init?(numbers: [Int: Int], glued: [Scale.Label]) {
    var values = numbers.keys.sorted()
    let sentinels = values.filter {
      DraftVocabulary.isSentinel($0) && ($0 > 10 || $0 < -5 || values.min() == -1)
    }
    values.removeAll(where: sentinels.contains)
    var codes = sentinels.map { MissingCode(text: String($0), reason: .skipped) }
    if values.last == 11, values.contains(10), let first = values.first, first >= 0 {
      values.removeLast()
      codes.append(MissingCode(text: "11", reason: .skipped))
    }
    guard let low = values.first, let high = values.last, low < high, low >= -5, high <= 10 else {
      return nil
    }
    guard let range = ScaleGuess.range(low, high) else { return nil }
    let labels = glued.sorted { ($0.value, $0.text) < ($1.value, $1.text) }
    scale = Scale(minimum: range.lowerBound, maximum: range.upperBound, labels: labels)
    missing = codes
    reason = "whole numbers from \(low) to \(high)"
    seen = low...high
  }

  /// The usual scale that holds the values seen; nil where there are too few to tell.
  private static func range(_ low: Int, _ high: Int) -> ClosedRange<Int>? {
    if low < 0 { return high <= 5 ? -5...5 : nil }
    switch high {
    case 8...10: return low == 0 ? 0...10 : 1...10
    case 6...7: return low == 0 ? 0...high : 1...7
    case 4...5: return low == 0 ? 0...5 : 1...5
    default: return nil
    }
  }

  private init?(words: [String: Int]) {
    let values = words.keys.sorted()
    let match = WordScale.known.first { scale in values.allSatisfy { scale.value(of: $0) != nil } }
    guard values.count >= 2, let match else { return nil }
    let labels = values.map { Scale.Label(value: match.value(of: $0) ?? 1, text: $0) }
    scale = Scale(minimum: 1, maximum: match.levels.count, labels: labels.sorted { $0.value < $1.value })
    reason = "words of \(match.name), \(values.count) different ones"
    seen = 1...match.levels.count
  }
}
