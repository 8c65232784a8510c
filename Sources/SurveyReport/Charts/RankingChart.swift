import HTML
import SurveyAnalysis

/// The ranking: per driver its name, share with interval, rank with rank interval, ties, and two mirrored bars,
/// what keeps detractors away to the left and what makes promoters to the right.
struct RankingChart {
  let analysis: DriverAnalysis
  let context: ReportContext

  /// A driver's row: the lines of its name and where it stands.
  private struct Row {
    let driver: RankedDriver
    let lines: [String]
    let note: String?
    let top: Double
    let height: Double
    var middle: Double { top + height / 2 }
  }

  private static let nameWidth = 178.0
  private static let firstRow = 52.0
  private let rankX = 536.0
  private let laneX = 596.0
  private let center = 762.0

  private var rows: [Row] {
    var top = RankingChart.firstRow
    return analysis.drivers.map { driver in
      let lines = TextMetrics.wrap(
        context.labels.question(driver.id), width: RankingChart.nameWidth, size: 13.5, bold: true)
      let note = DriverSide(of: driver).map { $0 == .keepsDetractorsAway ? basic : excitement }
      let height = max(36, Double(lines.count) * 16 + (note == nil ? 0 : 13) + 14)
      defer { top += height }
      return Row(driver: driver, lines: lines, note: note, top: top, height: height)
    }
  }

  private var basic: String { context.language("basic", "basisfactor") }
  private var excitement: String { context.language("excitement", "enthousiasmefactor") }

  private var shareScale: ChartScale {
    let highest = analysis.drivers.map { max($0.importance, $0.interval?.upperBound ?? 0) }.max() ?? 1
    let step = ChartScale.roundStep(max(highest, 0.05), count: 4)
    return ChartScale(domain: 0...(highest / step - 1e-9).rounded(.up) * step, start: 196, end: 446)
  }

  private var sideScale: ChartScale {
    let uppers = analysis.drivers.flatMap { driver in
      [
        driver.promoterImportance, driver.promoterInterval?.upperBound, driver.detractorImportance,
        driver.detractorInterval?.upperBound,
      ].compactMap(\.self)
    }
    return ChartScale(domain: 0...max(uppers.max() ?? 1, 0.01), start: 0, end: 82)
  }

  /// The chart and its table.
  func figure(id: String, title: String) -> Figure {
    let rows = self.rows
    let bottom = rows.last.map { $0.top + $0.height } ?? RankingChart.firstRow
    let drawing = [headers, axis(bottom: bottom)] + rows.map(drawing) + [brackets(rows)]
    return Figure(
      id: id, title: title, description: description, height: bottom + 26, drawing: drawing,
      table: DriverTable(context: context, analysis: analysis).table)
  }

  private var description: String {
    let numbers = context.numbers
    let list = analysis.drivers.map { driver in
      let range = driver.interval.map { " (\(numbers.percentRange($0)))" } ?? ""
      return
        "\(driver.rank). \(context.labels.question(driver.id)) \(numbers.percent(driver.importance))\(range)"
    }
    return list.joined(separator: "; ") + "."
  }

  private var headers: HTMLNode {
    let (terms, language) = (context.terms, context.language)
    let share = language("Share of what separates scores", "Aandeel in wat scores scheidt")
    let ties = language("tied", "gelijk")
    return .fragment([
      Drawing.text(terms.driver, x: 0, y: 30, tone: .muted),
      Drawing.text(share, x: 196, y: 30, tone: .muted),
      Drawing.text(terms.rank, x: rankX, y: 30, tone: .muted, anchor: .middle),
      analysis.ties.isEmpty ? .empty : Drawing.text(ties, x: laneX, y: 30, size: 11, tone: .muted),
      sideHeaders,
    ])
  }

  private var sideHeaders: HTMLNode {
    guard hasSides else { return .empty }
    let terms = context.terms
    let away = TextMetrics.wrap(terms.keepsAway, width: 108, size: 11.5, bold: true, maximumLines: 2)
    let fans = TextMetrics.wrap(terms.makesPromoters, width: 108, size: 11.5, bold: true, maximumLines: 2)
    func lines(_ words: [String], x: Double, tone: Tone, anchor: Drawing.Anchor) -> [HTMLNode] {
      words.enumerated().map { index, word in
        let y = 30 - Double(words.count - 1 - index) * 13
        return Drawing.text(word, x: x, y: y, size: 11.5, tone: tone, anchor: anchor, bold: true)
      }
    }
    return .fragment(
      lines(away, x: center - 8, tone: .detractorText, anchor: .end)
        + lines(fans, x: center + 8, tone: .promoterText, anchor: .start))
  }

  private var hasSides: Bool { analysis.hasSides }

  private func axis(bottom: Double) -> HTMLNode {
    let scale = shareScale
    let ticks = scale.ticks(about: 4).map { tick -> HTMLNode in
      let x = scale.position(tick)
      return .fragment([
        Drawing.line(from: (x, 40), to: (x, bottom)),
        Drawing.text(
          context.numbers.percent(tick), x: x, y: bottom + 17, size: 11, tone: .muted, anchor: .middle),
      ])
    }
    let spine = Drawing.line(from: (center, 40), to: (center, bottom), tone: .axis)
    return .fragment(ticks + (hasSides ? [spine] : []))
  }

  private func drawing(_ row: Row) -> HTMLNode {
    .g([], [name(row), share(row), rank(row)] + (hasSides ? [away(row), fans(row)] : []))
  }

  private func name(_ row: Row) -> HTMLNode {
    let noteHeight = row.note == nil ? 0.0 : 13.0
    let block = Double(row.lines.count) * 16 + noteHeight
    let first = row.middle - block / 2 + 12.5
    let lines = row.lines.enumerated().map { index, line in
      Drawing.text(line, x: 0, y: first + Double(index) * 16, size: 13.5, bold: true)
    }
    let note = row.note.map {
      Drawing.text($0, x: 0, y: first + Double(row.lines.count) * 16 - 2, size: 11, tone: .muted)
    }
    return .fragment(lines + [note ?? .empty])
  }

  private func share(_ row: Row) -> HTMLNode {
    let (scale, y) = (shareScale, row.middle)
    let end = scale.position(row.driver.importance)
    let last = max(end, row.driver.interval.map { scale.position($0.upperBound) } ?? end)
    let whisker = row.driver.interval.map {
      Drawing.whisker(from: scale.position($0.lowerBound), to: scale.position($0.upperBound), y: y)
    }
    return .fragment([
      Drawing.bar(x: scale.start, y: y - 8, width: end - scale.start, height: 16, tone: .bar),
      whisker ?? .empty, Drawing.dot(x: end, y: y),
      Drawing.text(context.numbers.percent(row.driver.importance), x: last + 9, y: y + 4.5, size: 12.5),
    ])
  }

  private func rank(_ row: Row) -> HTMLNode {
    let range = row.driver.rankInterval.map { interval in
      let text =
        interval.count == 1 ? "(\(interval.lowerBound))" : "(\(interval.lowerBound)–\(interval.upperBound))"
      return Drawing.text(text, x: rankX + 5, y: row.middle + 4.5, size: 11.5, tone: .muted)
    }
    let place = Drawing.text(
      String(row.driver.rank), x: rankX, y: row.middle + 5, size: 14.5, anchor: .end, bold: true)
    return .fragment([place, range ?? .empty])
  }

  private func brackets(_ rows: [Row]) -> HTMLNode {
    let lanes = TieLanes(analysis.ties)
    let spacing = min(9, 44 / Double(max(1, lanes.laneCount)))
    return .fragment(
      lanes.brackets.compactMap { bracket -> HTMLNode? in
        guard bracket.ranks.lowerBound >= 1, bracket.ranks.upperBound <= rows.count else { return nil }
        let (top, bottom) = (
          rows[bracket.ranks.lowerBound - 1].middle, rows[bracket.ranks.upperBound - 1].middle
        )
        let x = laneX + Double(bracket.lane) * spacing + 4
        return Drawing.polyline(
          [(x - 4, top - 7), (x, top - 7), (x, bottom + 7), (x - 4, bottom + 7)], tone: .axis, width: 1.2)
      })
  }

  private func away(_ row: Row) -> HTMLNode {
    side(
      row, share: row.driver.detractorImportance, interval: row.driver.detractorInterval, tone: .detractor,
      direction: -1)
  }

  private func fans(_ row: Row) -> HTMLNode {
    side(
      row, share: row.driver.promoterImportance, interval: row.driver.promoterInterval, tone: .promoter,
      direction: 1)
  }

  private func side(
    _ row: Row, share: Double?, interval: ClosedRange<Double>?, tone: Tone, direction: Double
  ) -> HTMLNode {
    guard let share else { return .empty }
    let (start, y) = (center + direction * 2, row.middle)
    let length = sideScale.position(share)
    let bar = Drawing.bar(
      x: direction > 0 ? start : start - length, y: y - 7, width: length, height: 14, tone: tone)
    let whisker = interval.map {
      Drawing.whisker(
        from: start + direction * sideScale.position($0.lowerBound),
        to: start + direction * sideScale.position($0.upperBound), y: y, width: 1, cap: 2.5)
    }
    let end = max(length, interval.map { sideScale.position($0.upperBound) } ?? 0)
    let label = Drawing.text(
      String(Int((share * 100).rounded())), x: start + direction * (end + 6), y: y + 4.5, size: 12,
      anchor: direction > 0 ? .start : .end)
    return .fragment([bar, whisker ?? .empty, label])
  }
}
