import SurveyModel

/// The scale that a question states: `Quality (0-10)`, `on a scale from 1 to 5`, `1 = poor, 5 = excellent`.
struct StatedScale: Equatable {
  /// The lowest and the highest answer.
  let range: ClosedRange<Int>
  /// Whether the words beside the ends say that the lowest is the best.
  let isReversed: Bool

  /// The scale that a text states; nil where it states none, or an unusual one.
  init?(in text: String) {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let sentence = NumberedText(FoldedText(text).text)
    for (first, second) in zip(sentence.numbers, sentence.numbers.dropFirst()) {
      if let ends = sentence.ends(first, second), let range = StatedScale.usual(ends[0].value, ends[1].value)
      {
        self.range = range
        isReversed = ScaleGuess.isReversed(ends)
        return
      }
      if let range = StatedScale.usual(first.value, second.value), sentence.isRange(first, second) {
        self.range = range
        isReversed = false
        return
      }
    }
    return nil
  }

  /// A text without a scale in brackets at its end.
  static func removed(from text: String) -> String {
    guard text.last == ")" || text.last == "]", let open = text.lastIndex(where: { "([".contains($0) }),
      open > text.startIndex, StatedScale(in: String(text[open...])) != nil
    else { return text }
    return FoldedText.trimmed(String(text[..<open]))
  }

  private static func usual(_ low: Int, _ high: Int) -> ClosedRange<Int>? {
    (0...1).contains(low) && (4...10).contains(high) ? low...high : nil
  }
}

/// A folded text with the numbers in it.
private struct NumberedText {
  struct Number {
    let value: Int
    let place: Range<Int>
  }

  private let characters: [Character]
  /// The numbers of one or two digits that no letter stands right before.
  let numbers: [Number]

  private static let joints: Set<String> = [
    "-", "–", "—", "to", "tot", "tot en met", "t/m", "bis", "à", "a", "al", "..",
  ]
  private static let names = ["schaal", "scale", "skala", "échelle", "echelle", "escala"]
  private static let conjunctions = [
    " and", " to", " en", " tot", " und", " bis", " et", " à", " y", " a",
  ]
  private static let brackets: Set<Character> = ["(", "["]

  init(_ text: String) {
    characters = Array(text)
    var numbers: [Number] = []
    var place = 0
    while place < characters.count {
      let end = characters[place...].firstIndex { !$0.isASCIIDigit } ?? characters.count
      let follows = place > 0 && characters[place - 1].isLetter
      if end > place, end - place <= 2, !follows, let value = Int(String(characters[place..<end])) {
        numbers.append(Number(value: value, place: place..<end))
      }
      place = max(end, place + 1)
    }
    self.numbers = numbers
  }

  /// Whether two numbers are joined as ends of a range, in brackets or behind the word for a scale.
  func isRange(_ first: Number, _ second: Number) -> Bool {
    let between = FoldedText.trimmed(String(characters[first.place.upperBound..<second.place.lowerBound]))
    guard NumberedText.joints.contains(between) else { return false }
    let before = characters[..<first.place.lowerBound].suffix(32)
    let wordsBefore = before[(before.lastIndex { $0.isASCIIDigit || $0 == ")" } ?? before.startIndex)...]
    let behind = characters[second.place.upperBound...].first { $0 != " " }
    if wordsBefore.contains(where: NumberedText.brackets.contains), behind == ")" || behind == "]" {
      return true
    }
    let near = String(wordsBefore.suffix(24))
    return NumberedText.names.contains { near.contains($0) }
  }

  /// The words beside two numbers, `1 = poor, 5 = excellent`, the lower first; nil where these are not both there.
  func ends(_ first: Number, _ second: Number) -> [Scale.Label]? {
    guard
      let one = words(behind: first.place.upperBound, until: second.place.lowerBound),
      let other = words(behind: second.place.upperBound, until: characters.count)
    else { return nil }
    let labels = [Scale.Label(value: first.value, text: one), Scale.Label(value: second.value, text: other)]
    return labels.sorted { $0.value < $1.value }
  }

  /// The words behind `=` or `:` up to a mark that ends them.
  private func words(behind place: Int, until end: Int) -> String? {
    let rest = characters[place..<end].drop { $0 == " " }
    guard let sign = rest.first, sign == "=" || sign == ":" else { return nil }
    let words = rest.dropFirst().drop { $0 == " " }.prefix { !",;=:()[]/–—".contains($0) && !$0.isASCIIDigit }
    var text = FoldedText.trimmed(String(words))
    if let joint = NumberedText.conjunctions.first(where: text.hasSuffix) { text.removeLast(joint.count) }
    return words.first?.isLetter == true && text.count >= 3 ? text : nil
  }
}
