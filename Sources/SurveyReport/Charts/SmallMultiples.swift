import HTML
import SurveyAnalysis

/// The trends of the groups of one segment question, each in a small chart, all on one scale.
struct SmallMultiples {
  let groups: [SegmentTrend]
  let trend: TrendAnalysis
  let context: ReportContext

  private var columns: Int { groups.count > 12 || groups.count == 4 ? 4 : 3 }
  private let gap = 24.0
  private let plotHeight = 78.0
  private var cellWidth: Double {
    (Figure.width - 34 - gap * Double(columns - 1)) / Double(columns)
  }
  private var cellHeight: Double { plotHeight + 58 }
  private var domain: ClosedRange<Double> { TrendChart.domain(of: groups.map(\.periods) + [trend.periods]) }

  /// The chart and its table.
  func figure(id: String, title: String) -> Figure {
    let rowCount = (groups.count + columns - 1) / columns
    return Figure(
      id: id, title: title, description: description, height: Double(rowCount) * cellHeight + 4,
      drawing: groups.enumerated().map { cell($1, at: $0) }, table: table)
  }

  private var table: ResultTable {
    let table = TrendTable(context: context, confidence: trend.confidence)
    let rows = groups.flatMap { [table.heading(name(of: $0))] + table.rows(of: $0.periods) }
    return ResultTable(columns: table.columns, rows: rows)
  }

  private var description: String {
    let list = groups.map { group in
      let scores = group.periods.map { $0.score.map { context.numbers.signed($0.value) } ?? "–" }
      return "\(name(of: group)): \(scores.joined(separator: ", "))"
    }
    return list.joined(separator: "; ") + "."
  }

  private func name(of group: SegmentTrend) -> String {
    context.labels.value(group.value, of: group.segment)
  }

  private func cell(_ group: SegmentTrend, at index: Int) -> HTMLNode {
    let left = 34 + Double(index % columns) * (cellWidth + gap)
    let top = Double(index / columns) * cellHeight
    let y = ChartScale(domain: domain, start: top + 34 + plotHeight, end: top + 34)
    let names = trend.periods.map(\.period)
    let x = ChartScale(
      domain: 0...Double(max(1, names.count - 1)), start: left + 6, end: left + cellWidth - 44)
    let places = group.periods.map { period in names.firstIndex(of: period.period) ?? 0 }
    let line = TrendLine(periods: group.periods, places: places, x: x, y: y, isSmall: true)
    let whole = TrendLine(periods: trend.periods, x: x, y: y, isSmall: true)
    return .g(
      [],
      [
        heading(group, left: left, top: top), line.band, grid(y, left: left, labels: index % columns == 0),
        whole.line(tone: .axis, width: 1.1), line.line(width: 1.8), line.points,
        last(line), ends(names, left: left, bottom: y.start),
      ])
  }

  private func heading(_ group: SegmentTrend, left: Double, top: Double) -> HTMLNode {
    let lines = TextMetrics.wrap(
      name(of: group), width: cellWidth, size: 12.5, bold: true, maximumLines: 1)
    return Drawing.text(lines.first ?? "", x: left, y: top + 16, size: 12.5, bold: true)
  }

  private func grid(_ y: ChartScale, left: Double, labels: Bool) -> HTMLNode {
    .fragment(
      y.ticks(about: 3).map { tick in
        let place = y.position(tick)
        let label = Drawing.text(
          context.numbers.signed(tick), x: 28, y: place + 3.5, size: 10.5, tone: .muted, anchor: .end)
        return .fragment([
          Drawing.line(from: (left, place), to: (left + cellWidth - 38, place)), labels ? label : .empty,
        ])
      })
  }

  private func last(_ line: TrendLine) -> HTMLNode {
    let index = line.periods.lastIndex { $0.score != nil }
    guard let index, let point = line.point(index), let score = line.periods[index].score else {
      return absence(line)
    }
    return Drawing.text(
      context.numbers.signed(score.value), x: point.x + 8, y: point.y + 4.5, size: 12.5,
      tone: line.periods[index].base.isLow ? .muted : .ink, bold: true)
  }

  /// Why a group has no score in any period.
  private func absence(_ line: TrendLine) -> HTMLNode {
    let withheld = line.periods.contains { $0.withheld != nil }
    let words = withheld ? context.language("not shown", "niet getoond") : context.terms.absence(nil)
    return Drawing.text(words, x: line.x.start, y: line.y.end + 12, size: 11.5, tone: .muted)
  }

  private func ends(_ names: [String], left: Double, bottom: Double) -> HTMLNode {
    guard let first = names.first, let final = names.last, names.count > 1 else { return .empty }
    return .fragment([
      Drawing.text(first, x: left, y: bottom + 15, size: 10.5, tone: .muted),
      Drawing.text(final, x: left + cellWidth - 38, y: bottom + 15, size: 10.5, tone: .muted, anchor: .end),
    ])
  }
}
