import SurveyModel

extension RoleGuesses {
  /// Gives columns on the same scale the same missing codes and words, as they stand in one code book.
  mutating func shareCodeBook() {
    let rated = scales.indices.filter { scales[$0] != nil }
    let groups = Dictionary(grouping: rated) { index -> String in
      guard let guess = scales[index] else { return "" }
      return "\(guess.scale.minimum) \(guess.scale.maximum) \(guess.wordScale ?? "")"
    }
    for group in groups.values {
      shareWords(beside: group)
      let guesses = group.compactMap { scales[$0] }
      let codes = RoleGuesses.agreed(on: guesses.flatMap(\.missing))
      for index in group { scales[index]?.agree(on: codes, words: guesses.flatMap(\.scale.labels)) }
    }
  }

  /// Gives columns whose numbers have words beside them each other's, as far as no number has two.
  private mutating func shareWords(beside group: [Int]) {
    var books: [(columns: [Int], words: [Int: FoldedText], labels: [Scale.Label])] = []
    for index in group.sorted() {
      guard let guess = scales[index], guess.wordScale == nil, !guess.scale.labels.isEmpty else { continue }
      let words = guess.scale.labels.map { ($0.value, FoldedText($0.text)) }
      let fitting = books.indices.first { book in
        words.allSatisfy { value, text in books[book].words[value].map { $0 == text } ?? true }
      }
      let book = fitting ?? books.count
      if fitting == nil { books.append(([], [:], [])) }
      books[book].columns.append(index)
      for (label, word) in zip(guess.scale.labels, words) where books[book].words[word.0] == nil {
        books[book].words[word.0] = word.1
        books[book].labels.append(label)
      }
    }
    for book in books {
      for index in book.columns { scales[index]?.use(book.labels) }
    }
  }

  /// Gives the rows of a grid the widest scale among them, and so ten-point columns beside each other: an end that nobody
  /// chose of one question is on the scale all the same.
  mutating func shareRanges() {
    for grid in Dictionary(grouping: openNumbers, by: { names.grids[$0] }) where grid.key != nil {
      widen(grid.value)
    }
    var run: [Int] = []
    for index in openNumbers.filter(isTenPoint) {
      if let last = run.last, last + 1 != index {
        widen(run)
        run = []
      }
      run.append(index)
    }
    widen(run)
  }

  /// Columns of numbers that are nothing yet, describe no respondent, and do not state their scale.
  private var openNumbers: [Int] {
    scales.indices.filter { index in
      guard let guess = scales[index], choices[index] == nil else { return false }
      return guess.wordScale == nil && !guess.isStated
        && (0...1).contains(guess.scale.minimum) && (4...10).contains(guess.scale.maximum)
        && !DraftVocabulary.names(profile.columns[index], DraftVocabulary.demographic)
    }
  }

  private mutating func widen(_ battery: [Int]) {
    let ranges = battery.compactMap { scales[$0].map { $0.scale.minimum...$0.scale.maximum } }
    guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return }
    let decimals = battery.compactMap { scales[$0]?.scale.decimals }.max() ?? 0
    for (index, range) in zip(battery, ranges)
    where range != low...high || scales[index]?.scale.decimals != decimals {
      scales[index]?.widen(to: low...high, decimals: decimals)
    }
  }

  /// Takes whole numbers up to 100, and numbers with decimals, for ratings only where a column beside them has such numbers
  /// too, as sliders do.
  mutating func keepAdjacentSliders() {
    let sliders = scales.indices.filter { index in
      scales[index]?.isSlider == true
        && !DraftVocabulary.names(profile.columns[index], DraftVocabulary.demographic)
    }
    for index in scales.indices where scales[index]?.isSlider == true {
      let hasNeighbour =
        sliders.contains(index) && (sliders.contains(index - 1) || sliders.contains(index + 1))
      if !hasNeighbour { scales[index] = nil }
    }
  }

  /// Each code once, with the reason most columns have for it.
  private static func agreed(on codes: [MissingCode]) -> [MissingCode] {
    var votes: [String: [MissingReason: Int]] = [:]
    for code in codes { votes[code.text, default: [:]][code.reason, default: 0] += 1 }
    return votes.keys.sorted().compactMap { text in
      let winner = votes[text, default: [:]].max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
      return winner.map { MissingCode(text: text, reason: $0.key) }
    }
  }

  /// Columns numbered 1 to k in which whole numbers from 1 to k occur with the mean of ranks, (k + 1)/2.
  func rankings() -> Set<Int> {
    var batteries: [String: [Int]] = [:]
    for index in profile.columns.indices {
      let header = profile.columns[index].header
      let digits = header.reversed().prefix(while: \.isASCIIDigit).count
      if digits > 0 { batteries[String(header.dropLast(digits)), default: []].append(index) }
    }
    let ranked = batteries.values.filter { battery in
      let size = battery.count
      let columns = battery.map { profile.columns[$0] }
      let numbers = columns.reduce(0) { $0 + $1.numbers }
      let sum = columns.reduce(0) { $0 + $1.sum }
      let isRange = columns.allSatisfy { $0.smallest == 1 && $0.largest <= Double(size) }
      let mean = Double(size + 1) / 2
      return size >= 4 && isRange && numbers > 20 * size
        && columns.contains { $0.largest == Double(size) } && abs(sum / Double(numbers) - mean) < 0.001 * mean
    }
    return Set(ranked.joined())
  }

  /// The scale and mean of a column, as evidence for who has to choose.
  func evidence(_ header: String) -> String {
    guard let index = profile.columns.firstIndex(where: { $0.header == header }), let guess = scales[index]
    else {
      return ""
    }
    let column = profile.columns[index]
    let range = "\(guess.seen.lowerBound) to \(guess.seen.upperBound)"
    let text = column.text == column.header ? "" : "\(DiagnosticText.oneLine(column.text)): "
    return " (\(text)\(guess.scale.labels.isEmpty ? range : guess.reason), \(column.filled) answers)"
  }

  /// The headers of columns of ratings, those named like the whole first.
  var outcomeCandidates: [String] {
    let rated = scales.indices.filter { index in
      guard let guess = scales[index], !guess.isYesOrNo else { return false }
      return guess.seen.upperBound == guess.scale.maximum && (guess.isSmooth || guess.scale.maximum >= 7)
    }
    let named = rated.filter { DraftVocabulary.names(profile.columns[$0], DraftVocabulary.overall) }
    return (named + rated.filter { !named.contains($0) }).map { profile.columns[$0].header }
  }
}
