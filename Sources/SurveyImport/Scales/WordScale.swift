import SurveyModel

/// A list of answers in words that surveys commonly offer, the worst first.
struct WordScale {
  /// What the words are about, for the reason.
  let name: String
  /// The value of the first level.
  let lowest: Int
  /// The words of each level, folded.
  let levels: [[String]]

  /// The lists that are known.
  static let known = WordScaleLists.all.map { WordScale(name: $0.name, lowest: $0.lowest, levels: $0.levels) }

  /// The value of a word, or nil.
  func value(of word: String) -> Int? {
    let folded = FoldedText(word).text
    return levels.firstIndex { $0.contains(folded) }.map { $0 + lowest }
  }

  /// The list that a scale's words are from: it gives all of them the values that the scale does, and has as many levels.
  ///
  /// Nil where the scale has fewer than two words, or some of another kind.
  static func holding(_ scale: Scale) -> WordScale? {
    guard Set(scale.labels.map(\.value)).count > 1 else { return nil }
    return known.first { list in
      list.lowest == scale.minimum && list.levels.count == scale.length + 1
        && scale.labels.allSatisfy { list.value(of: $0.text) == $0.value }
    }
  }

  /// The list that holds all the texts of a column, best one in which none of them mean the same.
  ///
  /// Of several the one with the fewest levels that nobody chose.
  static func match(for texts: [String]) -> WordScale? {
    let different = Set(texts.map { FoldedText($0).text }).count
    let fitting = known.filter { scale in texts.allSatisfy { scale.value(of: $0) != nil } }
    let apart = fitting.filter { scale in Set(texts.compactMap(scale.value)).count == different }
    var best: WordScale?
    for scale in apart.isEmpty ? fitting : apart where scale.levels.count < best?.levels.count ?? .max {
      best = scale
    }
    return best
  }
}
