/// A column that holds the groups of the score in words: promoters, passives and detractors.
struct ScoreGroups {
  /// How many answers there are from 0 to 6, of 7 and 8, and of 9 and 10.
  private let counts: [Int]

  /// The words of each group, folded.
  private static let words: [Set<String>] = [
    [
      "detractor", "detractors", "criticaster", "criticasters", "detraktor", "detraktoren", "kritiker",
      "détracteur", "détracteurs", "detracteur", "detractores", "criticus",
    ],
    [
      "passive", "passives", "neutral", "neutrals", "passief", "passieven", "passiv", "indifferent",
      "indifferente", "passif", "passifs", "pasivo", "pasivos", "neutro", "neutraal",
    ],
    [
      "promoter", "promoters", "promotor", "promotors", "promotoren", "promoteur", "promoteurs",
      "promotores",
    ],
  ]

  /// The groups in a column; nil where it holds anything else, or fewer than two of them.
  init?(in column: ColumnProfile) {
    guard !column.hasManyValues, (2...3).contains(column.valueCount) else { return nil }
    var counts = [0, 0, 0]
    for (text, count) in column.counts {
      let folded = FoldedText(text).text
      guard let group = ScoreGroups.words.firstIndex(where: { $0.contains(folded) }) else { return nil }
      counts[group] += count
    }
    self.counts = counts
  }

  /// Whether the numbers of a column fall into the groups as often as these occur.
  func areMade(of column: ColumnProfile) -> Bool {
    guard !column.hasManyValues else { return false }
    var found = [0, 0, 0]
    for (text, count) in column.counts {
      guard case .value(let number) = NumberText.whole(text), (0...10).contains(number) else { continue }
      found[number > 8 ? 2 : number > 6 ? 1 : 0] += count
    }
    return found == counts && counts.reduce(0, +) >= 20
  }
}
