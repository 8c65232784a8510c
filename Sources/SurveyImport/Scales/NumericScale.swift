import SurveyModel

/// The scale that whole numbers seem to be on, with numbers beside it that seem to stand for no answer.
///
/// Nothing is taken for missing without a remark that says which number, how often, and why.
struct NumericScale {
  /// The scale.
  private(set) var range: ClosedRange<Int>
  /// Proposals for `missing:`.
  private(set) var missing: [MissingCode] = []
  /// What a reader should check, as pieces of a sentence.
  private(set) var remarks: [String] = []
  /// The lowest and highest number that counts as an answer.
  let seen: ClosedRange<Int>

  private let counts: [Int: Int]
  private let hasEmptyCells: Bool

  /// Fewer answers than this do not show whether an end of a scale is never used.
  private static let enough = 100

  /// A guess, or nil where the numbers are on no usual scale.
  ///
  /// - Parameters:
  ///   - counts: How often each number occurs.
  ///   - hasEmptyCells: Whether some respondents left the cell empty.
  ///   - stated: The scale that the question states, which holds unless the answers speak against it.
  init?(counts: [Int: Int], hasEmptyCells: Bool, stated: ClosedRange<Int>? = nil) {
    self.counts = counts
    self.hasEmptyCells = hasEmptyCells
    if let stated, let seen = NumericScale.seen(on: stated, counts) {
      (range, self.seen) = (stated, seen)
      propose(counts.keys.filter { !stated.contains($0) }.sorted())
      remarkOnZero(total: counts.values.reduce(0, +))
      return
    }
    let strays = NumericScale.strays(counts)
    var values = counts.keys.sorted()
    let isMinusOneAlone = values.first == -1 || values.filter { $0 < 0 && $0 > -6 } == [-1]
    let sentinels = values.filter { number in
      DraftVocabulary.isSentinel(number) && (number > 10 || number < -5 || (number == -1 && isMinusOneAlone))
    }
    values.removeAll(where: sentinels.contains)
    values.removeAll(where: strays.contains)
    if values.last == 11, values.contains(10), values[0] >= 0 { values.removeLast() }
    let codes = NumericScale.codesAbove(values, counts)
    values.removeAll(where: codes.contains)
    guard let low = values.first, let high = values.last, low < high, low >= -5, high <= 10 else {
      return nil
    }
    let total = values.reduce(0) { $0 + (counts[$1] ?? 0) }
    guard let range = NumericScale.range(low, high, counts, isEnough: total >= NumericScale.enough) else {
      return nil
    }
    self.range = range
    let answers = values.filter(range.contains)
    guard let lowest = answers.first, let highest = answers.last, lowest < highest else { return nil }
    seen = lowest...highest
    propose(counts.keys.filter { !range.contains($0) && !strays.contains($0) }.sorted())
    remark(on: strays)
    remarkOnZero(total: total)
  }

  /// The lowest and highest answer on a scale; nil where others are more than codes above it or below zero.
  private static func seen(on range: ClosedRange<Int>, _ counts: [Int: Int]) -> ClosedRange<Int>? {
    let answers = counts.keys.filter(range.contains)
    let others = counts.keys.filter { !range.contains($0) }
    guard let low = answers.min(), let high = answers.max(), low < high,
      others.allSatisfy({ $0 < 0 || $0 > range.upperBound })
    else { return nil }
    let beside = others.reduce(0) { $0 + (counts[$1] ?? 0) }
    return beside * 3 <= counts.values.reduce(0, +) ? low...high : nil
  }

  /// Numbers far from any scale that hardly anybody gave and that are no usual codes: slips such as 55 for 5.
  ///
  /// 12 and 13 may go on where 10 ends, as the codes of groups do.
  private static func strays(_ counts: [Int: Int]) -> [Int] {
    let total = counts.values.reduce(0, +)
    let far = counts.keys.filter { ($0 > 19 || $0 < -5) && !DraftVocabulary.isSentinel($0) }.sorted()
    let given = far.reduce(0) { $0 + (counts[$1] ?? 0) }
    return total >= enough && given * 200 <= total ? far : []
  }

  private mutating func remark(on strays: [Int]) {
    guard !strays.isEmpty else { return }
    let list = strays.map(String.init).joined(separator: ", ")
    remarks.append("not on \(range.lowerBound)-\(range.upperBound), a slip?: \(list)")
  }

  /// 8 and 9 above a scale that ends at 5 or 7, where nobody said 10.
  private static func codesAbove(_ values: [Int], _ counts: [Int: Int]) -> [Int] {
    let codes = values.filter { $0 == 8 || $0 == 9 }
    guard !codes.isEmpty, !values.contains(10), let top = values.last(where: { $0 < 8 }) else { return [] }
    let total = values.reduce(0) { $0 + (counts[$1] ?? 0) }
    let coded = codes.reduce(0) { $0 + (counts[$1] ?? 0) }
    if total < enough { return [] }
    if top == 4 || top == 5 { return codes }
    let isSmall = coded * 20 < total * 3 && coded * 2 < (counts[top] ?? 0)
    return top == 7 && isSmall ? codes : []
  }

  /// The usual scale that holds most of the values seen; nil where there are too few to tell.
  private static func range(
    _ low: Int, _ high: Int, _ counts: [Int: Int], isEnough: Bool
  ) -> ClosedRange<Int>? {
    if low < 0 {
      if high > 5 { return nil }
      return isEnough && low == -high && (2...3).contains(high) ? low...high : -5...5
    }
    let isZeroRare = (counts[0] ?? 0) * 5 < counts.values.reduce(0, +)
    switch high {
    case 8...10: return low == 0 ? 0...10 : 1...10
    case 7: return low == 0 && !isEnough ? 0...7 : 1...7
    case 6 where low == 0: return isEnough ? 1...5 : 0...6
    case 6: return isEnough ? (stands(6, above: 5, counts) ? 1...5 : 1...6) : 1...7
    case 4...5: return low == 0 && !(isEnough && isZeroRare) ? 0...5 : 1...5
    default: return nil
    }
  }

  /// Whether a number was given more often than the one before it, which was given less than the one before that.
  private static func stands(_ number: Int, above last: Int, _ counts: [Int: Int]) -> Bool {
    let (own, before) = (counts[number] ?? 0, counts[last] ?? 0)
    return own > before && before < (counts[last - 1] ?? 0)
  }

  private mutating func propose(_ codes: [Int]) {
    for code in codes {
      missing.append(MissingCode(text: String(code), reason: reason(of: code)))
    }
    guard !codes.isEmpty else { return }
    let list = codes.map { code in
      let count = counts[code] ?? 0
      return "\(code) (\(count == 1 ? "once" : "\(count) times"))"
    }
    remarks.append(
      "proposed as missing, since not on \(range.lowerBound)-\(range.upperBound): "
        + list.joined(separator: ", "))
  }

  /// What a number outside the scale most often means; only the survey tool's code book knows.
  private func reason(of code: Int) -> MissingReason {
    let total = counts.values.reduce(0, +)
    if code < 0 { return (counts[code] ?? 0) * 5 >= total ? .notShown : .skipped }
    if code == 0 { return counts[range.upperBound + 1] == nil ? .dontKnow : .skipped }
    if code == range.upperBound + 1, range.upperBound < 10 { return .dontKnow }
    if code == 11 { return .skipped }
    if code == 8 || code % 10 == 8 { return .dontKnow }
    return hasEmptyCells && code != 9 ? .dontKnow : .skipped
  }

  /// A zero far more frequent than its neighbours on 0–10 is often "not applicable".
  private mutating func remarkOnZero(total: Int) {
    guard range == 0...10, total >= NumericScale.enough, let zeros = counts[0] else { return }
    let next = max(counts[1] ?? 0, counts[2] ?? 0, 1)
    if zeros > 4 * next {
      remarks.append(
        "0 stands out (\(zeros) times, 1 and 2 at most \(next) times): if it means no answer, list it"
          + " under `missing:`")
    }
  }

  /// Whether the counts rise to one peak and fall again, small differences aside, as answers to a rating do.
  ///
  /// Codes of groups rise and fall several times. Fewer than 100 answers show nothing.
  static func isSmooth(_ counts: [Int: Int], on range: ClosedRange<Int>) -> Bool {
    let heights = range.map { counts[$0] ?? 0 }
    let total = heights.reduce(0, +)
    guard total >= enough, let peak = heights.indices.max(by: { heights[$0] < heights[$1] }) else {
      return true
    }
    let slack = max(2, total / 50)
    let rises = zip(heights[..<peak], heights[..<peak].dropFirst()).allSatisfy { $0 <= $1 + slack }
    let falls = zip(heights[peak...], heights[peak...].dropFirst()).allSatisfy { $0 + slack >= $1 }
    return rises && falls
  }
}
