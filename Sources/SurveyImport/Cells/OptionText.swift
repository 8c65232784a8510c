/// One answer among those that a cell holds at once.
struct OptionText {
  private let option: [Character]

  private static let ends: Set<Character> = [",", ";", "|", "/"]

  /// An answer as it stands in cells, without regard to case and spaces.
  init(_ option: String) {
    self.option = Array(FoldedText(option).text)
  }

  /// Whether the answer stands in a cell, from its beginning or a mark to a mark or its end.
  func isChosen(in cell: FoldedText) -> Bool {
    let text = Array(cell.text)
    guard !option.isEmpty, text.count >= option.count else { return false }
    for start in 0...(text.count - option.count) where text[start] == option[0] {
      let end = start + option.count
      guard text[start..<end].elementsEqual(option) else { continue }
      let before = text[..<start].last { $0 != " " }
      let after = text[end...].first { $0 != " " }
      if isEnd(before), isEnd(after) { return true }
    }
    return false
  }

  private func isEnd(_ letter: Character?) -> Bool { letter.map(OptionText.ends.contains) ?? true }
}
