import SurveyModel

/// The scale that a question states: `Quality (0-10)`, `on a scale from 1 to 5`, `1 = poor, 5 = excellent`.
struct StatedScale: Equatable {
  /// The lowest and the highest answer.
  let range: ClosedRange<Int>
  /// Whether the words beside the ends say that the lowest is the best.
  let isReversed: Bool

  /// The scale that a text states; nil where it states none, or an unusual one.
  init?(in text: String) {
    guard text.contains(where: \.isASCIIDigit) else { return nil }
    let text = FoldedText(text).text
    if let ends = StatedScale.wordedEnds(of: text),
      let range = StatedScale.usual(ends[0].value, ends[1].value)
    {
      self.range = range
      isReversed = ScaleGuess.isReversed(ends)
      return
    }
    guard let range = StatedScale.range(in: text) else { return nil }
    self.range = range
    isReversed = false
  }

  /// A text without a scale in brackets at its end.
  static func removed(from text: String) -> String {
    guard text.last == ")" || text.last == "]", let open = text.lastIndex(where: { "([".contains($0) }),
      open > text.startIndex, StatedScale(in: String(text[open...])) != nil
    else { return text }
    return FoldedText.trimmed(String(text[..<open]))
  }

  // Regular expressions are made anew for each use: they are not to be shared between threads.
  private static var bracketed: Regex<(Substring, low: Substring, high: Substring)> {
    /[(\[](?:\D{0,30}\s)?(?<low>\d)\s*(?:-|–|—|to|tot|tot en met|t\/m|bis|à|a|al|\.\.)\s*(?<high>\d{1,2})\s*[)\]]/
  }
  private static var named: Regex<(Substring, low: Substring, high: Substring)> {
    /(?:schaal|scale|skala|échelle|echelle|escala)\D{0,16}\b(?<low>\d)\s*(?:-|–|—|to|tot|tot en met|t\/m|bis|à|a|al|\.\.)\s*(?<high>\d{1,2})(?!\d)/
  }
  private static var worded:
    Regex<(Substring, first: Substring, one: Substring, second: Substring, other: Substring)>
  {
    /(?<first>\d{1,2})\s*[=:]\s*(?<one>\p{L}[^,;=:()\d]{2,40}?)\s*[,;\/–—-]*\s*(?:(?:and|to|en|tot|und|bis|et|à|y|a)\s+)?(?<second>\d{1,2})\s*[=:]\s*(?<other>\p{L}[^,;=:()\d]{2,40})/
  }

  private static let names = ["schaal", "scale", "skala", "échelle", "echelle", "escala"]

  private static func range(in text: String) -> ClosedRange<Int>? {
    if text.contains(where: { "([".contains($0) }), let match = text.firstMatch(of: bracketed),
      let found = usual(match.low, match.high)
    {
      return found
    }
    guard names.contains(where: text.contains), let match = text.firstMatch(of: named) else { return nil }
    return usual(match.low, match.high)
  }

  private static func wordedEnds(of text: String) -> [Scale.Label]? {
    guard text.contains("=") || text.contains(":"), let match = text.firstMatch(of: worded),
      let first = Int(match.first), let second = Int(match.second)
    else { return nil }
    let labels = [
      Scale.Label(value: first, text: FoldedText.trimmed(String(match.one))),
      Scale.Label(value: second, text: FoldedText.trimmed(String(match.other))),
    ]
    return labels.sorted { $0.value < $1.value }
  }

  private static func usual(_ low: Substring, _ high: Substring) -> ClosedRange<Int>? {
    guard let low = Int(low), let high = Int(high) else { return nil }
    return usual(low, high)
  }

  private static func usual(_ low: Int, _ high: Int) -> ClosedRange<Int>? {
    (0...1).contains(low) && (4...10).contains(high) ? low...high : nil
  }
}
