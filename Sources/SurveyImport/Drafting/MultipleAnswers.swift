/// The options in a column whose cells hold several answers at once, joined with a mark: `Price; Service`.
///
/// Options may hold the mark themselves (`Opening hours, weekend`): pieces that always follow each other are one.
struct MultipleAnswers {
  /// The mark between two answers.
  let separator: String
  /// The options that tell respondents apart, chosen by 3 to 97 percent, the commonest first.
  let options: [String]
  /// How many options there are.
  let optionCount: Int

  private static let mostOptions = 40

  /// Finds the options, or nil where the cells hold one answer or open text.
  init?(in column: ColumnProfile) {
    guard column.filled >= 10, column.numbers * 10 < column.filled else { return nil }
    let found = [";", ",", "|", " / "].lazy.compactMap { MultipleAnswers(in: column, joinedWith: $0) }.first
    guard let found else { return nil }
    self = found
  }

  private init?(in column: ColumnProfile, joinedWith mark: String) {
    var cells: [(pieces: [String], count: Int)] = []
    for (text, count) in column.counts {
      let pieces = text.split(separator: mark).map { FoldedText.trimmed(String($0)) }
      cells.append((pieces.filter { !$0.isEmpty }, count))
    }
    let total = cells.reduce(0) { $0 + $1.count }
    let several = cells.reduce(0) { $0 + ($1.pieces.count > 1 ? $1.count : 0) }
    guard several * 10 >= total else { return nil }
    let merged = MultipleAnswers.merged(cells, mark: mark)
    var counts: [String: Int] = [:]
    for cell in merged {
      for piece in Set(cell.pieces) { counts[piece, default: 0] += cell.count }
    }
    let least = max(3, total / 50)
    let common = counts.filter { $0.value >= least }
    let pieces = merged.reduce(0) { $0 + $1.pieces.count * $1.count }
    let known = merged.reduce(0) { sum, cell in
      sum + cell.pieces.filter { common[$0] != nil }.count * cell.count
    }
    let joined = merged.contains { $0.pieces.count > 1 }
    guard common.count >= 2, common.count <= MultipleAnswers.mostOptions, known * 20 >= pieces * 17, joined
    else { return nil }
    let sorted = common.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    separator = mark
    optionCount = sorted.count
    options = sorted.filter { $0.value * 100 >= total * 3 && $0.value * 100 <= total * 97 }.map(\.key)
    guard !options.isEmpty else { return nil }
  }

  /// The cells with pieces joined again that occur only one behind the other.
  private static func merged(
    _ cells: [(pieces: [String], count: Int)], mark: String
  ) -> [(pieces: [String], count: Int)] {
    var singles: [String: Int] = [:]
    var pairs: [[String]: Int] = [:]
    for cell in cells {
      for piece in cell.pieces { singles[piece, default: 0] += cell.count }
      for pair in zip(cell.pieces, cell.pieces.dropFirst()) {
        pairs[[pair.0, pair.1], default: 0] += cell.count
      }
    }
    return cells.map { cell in
      var pieces: [String] = []
      var last: String?
      for piece in cell.pieces {
        if let previous = last, let count = pairs[[previous, piece]], count == singles[previous],
          count == singles[piece], count > 2
        {
          pieces[pieces.count - 1] += mark == " / " ? " / \(piece)" : "\(mark) \(piece)"
        } else {
          pieces.append(piece)
        }
        last = piece
      }
      return (pieces, cell.count)
    }
  }
}
