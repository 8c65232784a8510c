import SurveyModel

extension ScaleGuess {
  /// Numbers of which some have one or two decimals, such as half marks: 7.5 on 1–10.
  ///
  /// Unless the question states the scale, other numbers look the same, so it counts as a slider.
  init?(decimalsIn cells: RatedCells, of column: ColumnProfile, stated: StatedScale?) {
    guard (1...2).contains(cells.decimals), let lowest = cells.fractions.keys.min(),
      let highest = cells.fractions.keys.max()
    else { return nil }
    let counts = ScaleGuess.wholeCounts(of: cells)
    let numeric = NumericScale(counts: counts, hasEmptyCells: false, stated: stated?.range)
    guard let range = numeric?.range ?? ScaleGuess.slider(in: counts), lowest >= Double(range.lowerBound),
      highest <= Double(range.upperBound)
    else { return nil }
    let isStated = range == stated?.range || (range == 0...100 && Scale.namesPercentages(column))
    guard isStated || range == 0...100 || ScaleGuess.areMarks(cells) else { return nil }
    let answers = cells.numbers.keys.filter(range.contains)
    let low = min(Int(lowest), answers.min() ?? .max)
    let high = max(Int(highest), answers.max() ?? .min, low + 1)
    self.init(
      scale: Scale(
        minimum: range.lowerBound, maximum: range.upperBound,
        isReversed: isStated && stated?.isReversed == true, decimals: cells.decimals),
      missing: numeric?.missing ?? [],
      reason: "numbers from \(low) to \(high) with decimals"
        + (isStated ? ", on the scale that the question states" : ""),
      remarks: numeric?.remarks ?? [], seen: low...high, isSlider: !isStated, isStated: isStated)
  }

  /// Whether the numbers are halves and quarters, or whole ones three times of ten: marks, and not what was measured.
  private static func areMarks(_ cells: RatedCells) -> Bool {
    let whole = cells.numbers.values.reduce(0, +)
    let all = whole + cells.fractions.values.reduce(0, +)
    return whole * 10 >= all * 3 || cells.fractions.keys.allSatisfy { $0 * 4 == ($0 * 4).rounded() }
  }

  /// How often each whole number occurs, numbers with a fraction taken for the nearest one; below 1 for 0.
  private static func wholeCounts(of cells: RatedCells) -> [Int: Int] {
    cells.fractions.reduce(into: cells.numbers) { counts, entry in
      counts[Int(entry.key < 1 ? entry.key.rounded(.down) : entry.key.rounded()), default: 0] += entry.value
    }
  }

  /// 0–100 where many numbers from near 0 to 90 or more were given.
  private static func slider(in counts: [Int: Int]) -> ClosedRange<Int>? {
    guard let low = counts.keys.min(), let high = counts.keys.max(), counts.count >= 12 else { return nil }
    return (0...30).contains(low) && (90...100).contains(high) ? 0...100 : nil
  }
}
