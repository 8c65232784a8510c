import SurveyAnalysis

/// Scores as a table for readers.
struct ScoreTable {
  let context: ReportContext
  let confidence: Double
  /// Whether an effective base is told beside the base.
  let isWeighted: Bool

  private var numbers: NumberFormat { context.numbers }
  private var terms: Terms { context.terms }

  var columns: [ResultTable.Column] {
    let shares = [terms.detractors, terms.passives, terms.promoters]
    let effective = isWeighted ? [ResultTable.Column(context.language("eff. n", "eff. n"), .trailing)] : []
    return [
      ResultTable.Column(terms.group), ResultTable.Column(terms.score, .trailing),
      ResultTable.Column(terms.interval(confidence)),
    ] + shares.map { ResultTable.Column($0, .trailing) } + [ResultTable.Column("n", .trailing)] + effective
      + [ResultTable.Column(context.language("against the rest", "tegenover de rest"))]
  }

  /// A heading above groups.
  func heading(_ text: String) -> [ResultTable.Cell] {
    [.text(text)] + Array(repeating: .empty, count: columns.count - 1)
  }

  /// One group's figures, or only "<5" where they are withheld.
  func row(
    _ name: String, score: NetPromoterScore?, base: Base, withheld: Withholding? = .fewAnswers,
    againstRest: ScoreDifference? = nil
  ) -> [ResultTable.Cell] {
    let size = ResultTable.Cell.number(context.size(of: base))
    let filler = isWeighted ? [ResultTable.Cell.empty] : []
    guard let score else {
      let reason = withheld == nil ? terms.absence(nil) : context.language("withheld", "niet getoond")
      return [.text(name), .empty, .text(reason), .empty, .empty, .empty, size] + filler + [.empty]
    }
    let shares = NumberFormat.wholePercentages([score.detractors, score.passives, score.promoters])
    let effective = numbers.integer(Int(base.effectiveSize.rounded()))
    return [
      .text(context.marked(name, base, isShown: true)), .number(numbers.signed(score.value)),
      .number(numbers.signed(score.interval)),
    ] + shares.map { .number(numbers.percent(points: $0)) } + [size]
      + (isWeighted ? [.number(effective)] : [])
      + [verdict(againstRest)]
  }

  /// The groups of one segment question below the total.
  func table(of groups: [SegmentScore], total: ScoreAnalysis) -> ResultTable {
    let top = row(terms.total, score: total.total, base: total.base)
    return ResultTable(columns: columns, rows: [top] + groups.map(row))
  }

  /// The figures of a group under its label.
  func row(_ group: SegmentScore) -> [ResultTable.Cell] {
    row(
      context.labels.value(group.value, of: group.segment), score: group.score, base: group.base,
      withheld: group.withheld,
      againstRest: group.againstRest)
  }

  private func verdict(_ difference: ScoreDifference?) -> ResultTable.Cell {
    guard let difference, !difference.isLowBase else { return .empty }
    let mark = ChangeSentences.verdict(on: difference).mark
    let size = "\(numbers.signed(difference.value)), \(numbers.pValue(difference.adjustedPValue))"
    return .number(mark.isEmpty ? "  \(size)" : "\(mark) \(size)")
  }
}
