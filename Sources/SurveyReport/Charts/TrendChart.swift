import HTML
import SurveyAnalysis

/// The score of all respondents over time, with its band.
struct TrendChart {
  let trend: TrendAnalysis
  let context: ReportContext

  private let top = 20.0
  private let bottom = 232.0
  private var count: Int { trend.periods.count }

  private var x: ChartScale {
    ChartScale(
      domain: 0...Double(max(1, count - 1)), start: count == 1 ? 380 : 70, end: count == 1 ? 380 : 760)
  }

  private var y: ChartScale {
    ChartScale(domain: TrendChart.domain(of: [trend.periods]), start: bottom, end: top)
  }

  private var line: TrendLine { TrendLine(periods: trend.periods, x: x, y: y, isSmall: false) }

  /// A domain that holds the intervals of all the given trends.
  static func domain(of trends: [[PeriodScore]]) -> ClosedRange<Double> {
    let intervals = trends.flatMap { $0 }.compactMap { $0.score?.interval }
    return ChartScale.padded(
      intervals.flatMap { [$0.lowerBound, $0.upperBound] }, within: -100...100, ticks: 8)
  }

  /// The chart and its table.
  func figure(id: String, title: String) -> Figure {
    Figure(
      id: id, title: title, description: description, height: bottom + 48,
      drawing: [line.band, grid, line.line(), line.points, valueLabels, lastLabel, periodLabels],
      table: TrendTable(context: context, confidence: trend.confidence).table(of: trend.periods))
  }

  private var description: String {
    let list = trend.periods.map { period in
      let score = period.score.map { context.numbers.signed($0.value) }
      return "\(period.period) \(score ?? context.language("withheld", "niet getoond"))"
    }
    return list.joined(separator: "; ") + "."
  }

  private var grid: HTMLNode {
    .fragment(
      y.ticks(about: 4).map { tick in
        let place = y.position(tick)
        return .fragment([
          Drawing.line(from: (46, place), to: (790, place), tone: tick == 0 ? .axis : .rule),
          Drawing.text(
            context.numbers.signed(tick), x: 38, y: place + 4, size: 11, tone: .muted, anchor: .end),
        ])
      })
  }

  /// Values above the points, as far as they fit; the last one has a label of its own.
  private var valueLabels: HTMLNode {
    guard count > 1, (x.end - x.start) / Double(count - 1) >= 34 else { return .empty }
    return .fragment(
      trend.periods.dropLast().enumerated().map { index, period in
        guard let score = period.score else { return .empty }
        return Drawing.text(
          context.numbers.signed(score.value), x: x.position(Double(index)), y: y.clamped(score.value) - 11,
          size: 12, tone: period.base.isLow ? .muted : .ink, anchor: .middle)
      })
  }

  private var lastLabel: HTMLNode {
    guard let last = trend.periods.last, let score = last.score else { return .empty }
    let (left, middle) = (x.position(Double(count - 1)) + 14, y.clamped(score.value))
    let number = Drawing.text(
      context.numbers.signed(score.value), x: left, y: middle + 6, size: 19, bold: true)
    guard let change = last.change else { return number }
    let verdict = line.verdict(at: count - 1)
    let mark = verdict.mark.isEmpty ? "" : "\(verdict.mark) "
    let tone: Tone = verdict == .rise ? .promoterText : verdict == .fall ? .detractorText : .muted
    let words = Drawing.text(
      mark + context.numbers.signed(change.value), x: left, y: middle + 23, size: 12, tone: tone,
      bold: verdict == .rise || verdict == .fall)
    return .fragment([number, words])
  }

  /// Names below the axis; every second, third, … where they are too wide to stand side by side.
  private var periodLabels: HTMLNode {
    let widest = trend.periods.map { TextMetrics.width($0.period, size: 11.5) }.max() ?? 0
    let distance = count > 1 ? (x.end - x.start) / Double(count - 1) : 690
    let step = max(1, Int(((min(widest, 150) + 10) / distance).rounded(.up)))
    return .fragment(
      trend.periods.enumerated().map { index, period in
        guard (count - 1 - index) % step == 0 else { return .empty }
        let lines = TextMetrics.wrap(
          period.period, width: max(60, distance * Double(step) - 8), size: 11.5, maximumLines: 2)
        let place = x.position(Double(index))
        return .fragment(
          lines.enumerated().map { line, text in
            Drawing.text(
              text, x: place, y: bottom + 20 + Double(line) * 14, size: 11.5, tone: .muted, anchor: .middle)
          })
      })
  }
}
