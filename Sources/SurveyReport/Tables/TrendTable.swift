import SurveyAnalysis

/// Scores over time as a table for readers.
struct TrendTable {
  let context: ReportContext
  let confidence: Double

  private var numbers: NumberFormat { context.numbers }

  var columns: [ResultTable.Column] {
    let terms = context.terms
    return [
      ResultTable.Column(terms.period), ResultTable.Column(terms.score, .trailing),
      ResultTable.Column(terms.interval(confidence)), ResultTable.Column("n", .trailing),
      ResultTable.Column(terms.change, .trailing), ResultTable.Column(terms.interval(confidence)),
      ResultTable.Column("p"),
      ResultTable.Column(context.language("smallest visible", "kleinst zichtbaar"), .trailing),
    ]
  }

  /// The periods of one group, or of all respondents.
  func table(of periods: [PeriodScore]) -> ResultTable {
    ResultTable(columns: columns, rows: rows(of: periods))
  }

  /// A row per period.
  func rows(of periods: [PeriodScore], indent: String = "") -> [[ResultTable.Cell]] {
    periods.map { row($0, indent: indent) }
  }

  /// A heading above periods.
  func heading(_ text: String) -> [ResultTable.Cell] {
    [.text(text)] + Array(repeating: .empty, count: columns.count - 1)
  }

  private func row(_ period: PeriodScore, indent: String) -> [ResultTable.Cell] {
    let name = ResultTable.Cell.text(
      indent + context.marked(period.period, period.base, isShown: period.score != nil))
    let size = ResultTable.Cell.number(context.size(of: period.base))
    guard let score = period.score else {
      let reason =
        period.withheld == nil ? context.terms.absence(nil) : context.language("withheld", "niet getoond")
      return [name, .empty, .text(reason), size, .empty, .empty, .empty, .empty]
    }
    return [
      name, .number(numbers.signed(score.value)), .number(numbers.signed(score.interval)), size,
    ] + change(period.change)
  }

  private func change(_ change: ScoreDifference?) -> [ResultTable.Cell] {
    guard let change else { return [.empty, .empty, .empty, .empty] }
    let mark = ChangeSentences.verdict(on: change).mark
    let value = (mark.isEmpty ? "" : "\(mark) ") + numbers.signed(change.value)
    let pValue: ResultTable.Cell = change.isLowBase ? .empty : .number(numbers.pValue(change.adjustedPValue))
    return [
      .number(value), .number(numbers.signed(apartFromZero: change.interval)), pValue,
      .number(numbers.decimal(change.smallestDetectable, 0)),
    ]
  }
}
