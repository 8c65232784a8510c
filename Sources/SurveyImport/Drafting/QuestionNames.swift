/// The questions of an export as a report names them: without markup and number, and the rows of a grid by what sets
/// them apart.
struct QuestionNames {
  /// A name per question; no name stands for two of them unless their texts are the same.
  let names: [String]
  /// Whether a question is a row of a grid and is named as such.
  let isItem: [Bool]
  /// The question of the grid that each is a row of; nil outside grids.
  let grids: [FoldedText?]

  /// Names for the questions of a file, in its order.
  init(of texts: [String]) {
    let plain = texts.map(QuestionNames.plain)
    let splits = plain.map(QuestionNames.splits)
    var sizes: [FoldedText: Int] = [:]
    for parts in splits.joined() { sizes[FoldedText(parts.stem), default: 0] += 1 }
    let rows = splits.map { parts in
      parts.first {
        ($0.isMarked || sizes[FoldedText($0.stem), default: 0] > 1) && !QuestionNames.isCode($0.item)
      }
    }
    grids = rows.map { $0.map { FoldedText($0.stem) } }
    let items = rows.map { $0?.item }
    var uses: [FoldedText: Int] = [:]
    for (item, text) in zip(items, plain) { uses[FoldedText(item ?? text), default: 0] += 1 }
    isItem = items.map { $0.map { uses[FoldedText($0)] == 1 } ?? false }
    names = zip(zip(items, isItem), plain).map { $0.1 ? $0.0 ?? $1 : $1 }
  }

  /// Tags that do not part words.
  private static let inline: Set<String> = ["a", "b", "em", "font", "i", "span", "strong", "sub", "sup", "u"]
  private static let entities = [
    ("&nbsp;", " "), ("&quot;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
  ]

  /// A text on one line, without tags, entities, marks of bold type and a number in front.
  static func plain(_ text: String) -> String {
    var plain = text
    if plain.contains("<") {
      for tag in plain.matches(of: /<\/?([A-Za-z][A-Za-z0-9]*)[^<>]*>/).reversed() {
        plain.replaceSubrange(tag.range, with: inline.contains(tag.1.lowercased()) ? "" : " ")
      }
    }
    if plain.contains("&") {
      for (entity, mark) in entities { plain = plain.replacing(entity, with: mark) }
    }
    if plain.contains("*") { plain = plain.replacing(/\*([^*]+)\*/) { $0.1 } }
    plain = plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if plain.first?.isASCIIDigit == true || plain.first == "Q",
      let number = plain.prefixMatch(of: /(Q?\d{1,3}[.)]|Q\d{1,3}:)\s+(?=\p{L}|¿)/)
    {
      plain.removeSubrange(number.range)
    }
    if plain.hasSuffix(" - Selected Choice") { plain = String(plain.dropLast(18)) }
    return StatedScale.removed(from: plain)
  }

  /// A question and a row of it, as a text may have them.
  private typealias Split = (stem: String, item: String, isMarked: Bool)

  /// What may be the question of a grid and its row: `Question [row]`; `Question - row`, `Question: row`, `row:Question` and
  /// `question.row` where others are of the same question.
  private static func splits(_ text: String) -> [Split] {
    if text.hasSuffix("]"), let open = text.lastIndex(of: "[") {
      let item = FoldedText.trimmed(String(text[text.index(after: open)...].dropLast()))
      return item.isEmpty ? [] : [(String(text[..<open]), item, true)]
    }
    if let dash = text.ranges(of: " - ").last, dash.upperBound < text.endIndex {
      return [(String(text[..<dash.lowerBound]), String(text[dash.upperBound...]), false)]
    }
    if !text.contains(" "), let dot = text.lastIndex(of: ".") { return parts(of: text, at: dot) }
    guard let last = text.lastIndex(of: ":"), let first = text.firstIndex(of: ":") else { return [] }
    return parts(of: text, at: last) + parts(of: text, at: first).map { ($0.item, $0.stem, false) }
  }

  /// What stands before and behind a mark, if both do.
  private static func parts(of text: String, at mark: String.Index) -> [Split] {
    let (before, after) = (String(text[..<mark]), FoldedText.trimmed(String(text[mark...].dropFirst())))
    return before.isEmpty || after.isEmpty ? [] : [(before, after, false)]
  }

  /// Whether the row of a grid is a code such as `SQ001`, which says nothing by itself.
  static func isCode(_ item: String) -> Bool { item.wholeMatch(of: /[A-Za-z]{0,4}_?\d+/) != nil }
}
