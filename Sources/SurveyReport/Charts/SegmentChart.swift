import HTML
import SurveyAnalysis

/// The groups of one segment question, the total first and set apart: the three groups as a bar, the score with its
/// interval, the base, and whether the group differs from all others.
struct SegmentChart {
  let groups: [SegmentScore]
  let total: ScoreAnalysis
  let context: ReportContext

  /// A row: the total or a group.
  private struct Row {
    let name: String
    let lines: [String]
    let score: NetPromoterScore?
    let base: Base
    let withheld: Withholding?
    let againstRest: ScoreDifference?
    let isTotal: Bool
    var top = 0.0
    var height: Double { max(30, Double(lines.count) * 15 + 12) }
    var middle: Double { top + height / 2 }
  }

  private static let firstRow = 34.0
  private static let gapBelowTotal = 10.0
  private let bars = ChartScale(domain: 0...1, start: 176, end: 446)

  private var rows: [Row] {
    let totalName = context.terms.total
    var rows = [
      Row(
        name: totalName, lines: [totalName], score: total.total, base: total.base, withheld: nil,
        againstRest: nil, isTotal: true)
    ]
    rows += groups.map { group in
      let name = context.labels.value(group.value, of: group.segment)
      let marked = context.marked(name, group.base, isShown: group.score != nil)
      return Row(
        name: name, lines: TextMetrics.wrap(marked, width: 164, size: 13), score: group.score,
        base: group.base, withheld: group.withheld,
        againstRest: group.againstRest, isTotal: false)
    }
    var top = SegmentChart.firstRow
    for index in rows.indices {
      rows[index].top = top
      top += rows[index].height + (index == 0 ? SegmentChart.gapBelowTotal : 0)
    }
    return rows
  }

  private var scores: ChartScale {
    let all = [total.total].compactMap(\.self) + groups.compactMap(\.score)
    let bounds = all.flatMap { [$0.interval.lowerBound, $0.interval.upperBound] }
    let domain = ChartScale.padded(bounds, within: -100...100, ticks: 8)
    return ChartScale(domain: domain, start: 560, end: 726)
  }

  /// The chart and its table.
  func figure(id: String, title: String) -> Figure {
    let rows = self.rows
    let bottom = (rows.last.map { $0.top + $0.height } ?? SegmentChart.firstRow) + 4
    let isWeighted = total.base.effectiveSize < Double(total.base.size) - 0.5
    let table = ScoreTable(context: context, confidence: total.confidence, isWeighted: isWeighted)
    return Figure(
      id: id, title: title, description: description(rows), height: bottom + 22,
      drawing: [headers, axis(bottom: bottom)] + rows.map(drawing),
      table: table.table(of: groups, total: total))
  }

  private func description(_ rows: [Row]) -> String {
    let list = rows.map { row in
      let score = row.score.map {
        "\(context.numbers.signed($0.value)) (\(context.numbers.signed($0.interval)))"
      }
      return
        "\(row.name) \(score ?? context.terms.absence(row.withheld)), n = \(context.size(of: row.base))"
    }
    return list.joined(separator: "; ") + "."
  }

  private var headers: HTMLNode {
    let terms = context.terms
    func head(_ text: String, _ x: Double, _ anchor: Drawing.Anchor) -> HTMLNode {
      Drawing.text(text, x: x, y: 16, size: 11.5, tone: .muted, anchor: anchor)
    }
    return .fragment([
      head(terms.detractors, bars.start, .start),
      head(terms.passives, (bars.start + bars.end) / 2, .middle),
      head(terms.promoters, bars.end, .end), head(terms.score, 500, .end),
      head(terms.interval(total.confidence), (scores.start + scores.end) / 2, .middle), head("n", 790, .end),
      head(context.language("vs. rest", "t.o.v. rest"), Figure.width, .end),
    ])
  }

  private func axis(bottom: Double) -> HTMLNode {
    let ticks = scores.ticks(about: 4).map { tick -> HTMLNode in
      let x = scores.position(tick)
      return .fragment([
        Drawing.line(from: (x, 24), to: (x, bottom)),
        Drawing.text(
          context.numbers.signed(tick), x: x, y: bottom + 15, size: 10.5, tone: .muted, anchor: .middle),
      ])
    }
    guard let whole = total.total else { return .fragment(ticks) }
    let x = scores.position(whole.value)
    return .fragment(ticks + [Drawing.line(from: (x, 24), to: (x, bottom), tone: .accent, dash: "2 3")])
  }

  private func drawing(_ row: Row) -> HTMLNode {
    let size = Drawing.text(
      context.size(of: row.base), x: 790, y: row.middle + 4.5, size: 12.5, tone: .muted, anchor: .end)
    guard let score = row.score else {
      let words = context.terms.absence(row.withheld)
      let note = Drawing.text(words, x: bars.start, y: row.middle + 4.5, size: 12, tone: .muted)
      return .g([], [name(row), note, size])
    }
    return .g([], [name(row), groupBar(row, score), figures(row, score), size, verdict(row)])
  }

  private func name(_ row: Row) -> HTMLNode {
    let first = row.middle - Double(row.lines.count) * 7.5 + 12
    return .fragment(
      row.lines.enumerated().map { index, line in
        Drawing.text(
          line, x: 0, y: first + Double(index) * 15, size: 13, tone: row.base.isLow ? .muted : .ink,
          bold: row.isTotal)
      })
  }

  private func groupBar(_ row: Row, _ score: NetPromoterScore) -> HTMLNode {
    let shares = [score.detractors, score.passives, score.promoters]
    let points = NumberFormat.wholePercentages(shares)
    let low = row.base.isLow
    let fills: [Tone] =
      low ? [.detractorFaded, .passiveFaded, .promoterFaded] : [.detractor, .passive, .promoter]
    let texts: [Tone] = low ? [.ink, .ink, .ink] : [.onDetractor, .onPassive, .onPromoter]
    var start = 0.0
    var nodes: [HTMLNode] = []
    for index in shares.indices {
      let (x, end) = (bars.position(start), bars.position(start + shares[index]))
      start += shares[index]
      guard end - x > 0.01 else { continue }
      nodes.append(
        Drawing.bar(x: x, y: row.middle - 11, width: max(0.5, end - x - 1.5), height: 22, tone: fills[index]))
      guard end - x >= 22 else { continue }
      nodes.append(
        Drawing.text(
          String(points[index]), x: (x + end) / 2 - 0.75, y: row.middle + 4.5, size: 12, tone: texts[index],
          anchor: .middle))
    }
    return .fragment(nodes)
  }

  private func figures(_ row: Row, _ score: NetPromoterScore) -> HTMLNode {
    let (scale, y) = (scores, row.middle)
    let half = (score.interval.upperBound - score.interval.lowerBound) / 2
    let tone: Tone = row.base.isLow ? .muted : .ink
    return .fragment([
      Drawing.text(
        context.numbers.signed(score.value), x: 500, y: y + 5.5, size: 16, tone: tone, anchor: .end,
        bold: true),
      Drawing.text("±\(context.numbers.decimal(half, 0))", x: 505, y: y + 5, size: 12, tone: .muted),
      Drawing.whisker(
        from: scale.clamped(score.interval.lowerBound), to: scale.clamped(score.interval.upperBound), y: y,
        tone: row.base.isLow ? .axis : .ink, width: 1.2, cap: 3),
      Drawing.dot(
        x: scale.clamped(score.value), y: y, tone: row.isTotal ? .accent : tone, hollow: row.base.isLow),
    ])
  }

  private func verdict(_ row: Row) -> HTMLNode {
    guard let difference = row.againstRest else { return .empty }
    let verdict = ChangeSentences.verdict(on: difference)
    let text = context.numbers.signed(difference.value)
    let y = row.middle + 4.5
    switch verdict {
    case .withheld: return .empty
    case .none:
      return Drawing.text(text, x: Figure.width, y: y, size: 12, tone: .muted, anchor: .end)
    case .rise, .fall:
      let tone: Tone = verdict == .rise ? .promoterText : .detractorText
      return .fragment([
        Drawing.triangle(x: 832, y: row.middle, up: verdict == .rise, tone: tone),
        Drawing.text(text, x: Figure.width, y: y, size: 13, tone: tone, anchor: .end, bold: true),
      ])
    }
  }
}
