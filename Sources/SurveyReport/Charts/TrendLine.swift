import HTML
import SurveyAnalysis

/// A score over time in a given frame: band, line, points; never drawn across a gap.
struct TrendLine {
  let periods: [PeriodScore]
  /// Where each period stands among all periods shown, counted from 0.
  let places: [Int]
  let x: ChartScale
  let y: ChartScale
  /// Whether points are drawn small, as in small multiples.
  let isSmall: Bool

  /// A line over periods that stand side by side unless other places are given.
  init(periods: [PeriodScore], places: [Int]? = nil, x: ChartScale, y: ChartScale, isSmall: Bool) {
    self.periods = periods
    self.places = places ?? Array(periods.indices)
    self.x = x
    self.y = y
    self.isSmall = isSmall
  }

  /// Stretches of neighbouring periods with a score, as indices; a stretch ends where a period is missing.
  var runs: [[Int]] {
    var runs: [[Int]] = []
    for (index, period) in periods.enumerated() where period.score != nil {
      let isNeighbour = runs.last?.last.map { $0 == index - 1 && places[$0] == places[index] - 1 } ?? false
      if isNeighbour && !period.followsGap {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs
  }

  /// The band of the intervals, or a whisker where a period stands alone.
  var band: HTMLNode {
    .fragment(runs.map(band))
  }

  /// The line through the scores, broken at gaps.
  func line(tone: Tone = .accent, width: Double = 2.2) -> HTMLNode {
    .fragment(
      runs.filter { $0.count > 1 }.map { run in
        Drawing.polyline(run.compactMap(point), tone: tone, width: width)
      })
  }

  /// The points: hollow on a low base, triangles where the change is more than chance.
  var points: HTMLNode {
    .fragment(periods.indices.map(mark))
  }

  /// The verdict on the change that led to a period.
  func verdict(at index: Int) -> ChangeSentences.Verdict {
    periods[index].change.map(ChangeSentences.verdict) ?? .none
  }

  /// Where a period's score lies.
  func point(_ index: Int) -> (x: Double, y: Double)? {
    periods[index].score.map { (x.position(Double(places[index])), y.clamped($0.value)) }
  }

  private func band(of run: [Int]) -> HTMLNode {
    let intervals = run.compactMap { index in
      periods[index].score.map { (index: index, interval: $0.interval) }
    }
    if let only = intervals.first, intervals.count == 1 {
      let place = x.position(Double(places[only.index]))
      return Drawing.line(
        from: (place, y.clamped(only.interval.lowerBound)), to: (place, y.clamped(only.interval.upperBound)),
        tone: .band, width: isSmall ? 5 : 10)
    }
    let upper = intervals.map {
      (x: x.position(Double(places[$0.index])), y: y.clamped($0.interval.upperBound))
    }
    let lower = intervals.map {
      (x: x.position(Double(places[$0.index])), y: y.clamped($0.interval.lowerBound))
    }
    return Drawing.area(upper + lower.reversed(), tone: .band)
  }

  private func mark(_ index: Int) -> HTMLNode {
    guard let point = point(index) else { return .empty }
    let radius = isSmall ? 2.6 : 4
    switch verdict(at: index) {
    case .rise:
      return Drawing.triangle(x: point.x, y: point.y, up: true, radius: radius + 2.2, tone: .promoterText)
    case .fall:
      return Drawing.triangle(x: point.x, y: point.y, up: false, radius: radius + 2.2, tone: .detractorText)
    case .none, .withheld:
      return Drawing.dot(x: point.x, y: point.y, radius: radius, hollow: periods[index].base.isLow)
    }
  }
}
