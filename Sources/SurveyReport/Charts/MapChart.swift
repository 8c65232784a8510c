import HTML
import SurveyAnalysis
import SurveyModel

/// The importance–performance map, with intervals both ways.
///
/// Points carry their names where all names find a place near their points, else their ranks, with the names below.
struct MapChart {
  let map: PriorityMap
  let context: ReportContext
  let confidence: Double

  static let frame = Box(x: 58, y: 12, width: 812, height: 400)

  private var x: ChartScale {
    let bounds = map.points.flatMap {
      [$0.performanceInterval.lowerBound, $0.performanceInterval.upperBound]
    }
    let limits = map.scale.map { Double($0.minimum)...Double($0.maximum) } ?? 0...1
    let frame = MapChart.frame
    return ChartScale(
      domain: ChartScale.padded(bounds, within: limits, ticks: 6), start: frame.x, end: frame.x + frame.width)
  }

  private var y: ChartScale {
    let highest = map.points.map { max($0.driver.importance, $0.driver.interval?.upperBound ?? 0) }.max() ?? 1
    let frame = MapChart.frame
    // Headroom for the names of the fields.
    return ChartScale(
      domain: 0...max(highest * 1.08, 0.02), start: frame.y + frame.height, end: frame.y)
  }

  /// The chart and its table.
  func figure(id: String, title: String) -> Figure {
    let labels = MapLabels(chart: self)
    let bottom = MapChart.frame.y + MapChart.frame.height
    let legend = labels.legend(top: bottom + 62)
    return Figure(
      id: id, title: title, description: description, height: bottom + 46 + legend.height,
      drawing: [fields, axes, crosshair] + map.points.map(whiskers) + [labels.leaders]
        + map.points.map(dot) + [labels.names, legend.node],
      table: table)
  }

  /// Where a driver lies.
  func position(of point: PriorityMap.Point) -> (x: Double, y: Double) {
    (x.clamped(point.performance), y.clamped(point.driver.importance))
  }

  /// The lines of a driver's intervals as thin rectangles.
  func whiskerBoxes(of point: PriorityMap.Point) -> [Box] {
    let center = position(of: point)
    let (left, right) = horizontal(point)
    let across = Box(x: left, y: center.y - 1, width: right - left, height: 2)
    guard let (top, bottom) = vertical(point) else { return [across] }
    return [across, Box(x: center.x - 1, y: top, width: 2, height: bottom - top)]
  }

  /// The rectangles of the fields' names.
  var fieldNameBoxes: [Box] {
    fieldNames.map { name in
      let width = TextMetrics.width(name.text, size: 12.5, bold: true)
      let x = name.anchor == .end ? name.x - width : name.x
      return Box(x: x - 3, y: name.y - 13, width: width + 6, height: 18)
    }
  }

  private func horizontal(_ point: PriorityMap.Point) -> (Double, Double) {
    (x.clamped(point.performanceInterval.lowerBound), x.clamped(point.performanceInterval.upperBound))
  }

  private func vertical(_ point: PriorityMap.Point) -> (Double, Double)? {
    point.driver.interval.map { (y.clamped($0.upperBound), y.clamped($0.lowerBound)) }
  }

  private struct FieldName {
    let text: String
    let x: Double
    let y: Double
    let anchor: Drawing.Anchor
    let tone: Tone
  }

  private var fieldNames: [FieldName] {
    let frame = MapChart.frame
    let (left, right) = (frame.x + 10, frame.x + frame.width - 10)
    let (top, bottom) = (frame.y + 19, frame.y + frame.height - 10)
    func name(
      _ quadrant: PriorityMap.Quadrant, _ x: Double, _ y: Double, _ anchor: Drawing.Anchor, _ tone: Tone
    ) -> FieldName {
      FieldName(
        text: PriorityMap.name(of: quadrant, in: context.language), x: x, y: y, anchor: anchor, tone: tone)
    }
    return [
      name(.fixFirst, left, top, .start, .detractorText),
      name(.keepAndExtend, right, top, .end, .promoterText),
      name(.monitor, left, bottom, .start, .muted), name(.maintain, right, bottom, .end, .muted),
    ]
  }

  private var fields: HTMLNode {
    let frame = MapChart.frame
    let (middle, line) = (x.clamped(map.meanPerformance), y.clamped(map.meanImportance))
    return .fragment([
      Drawing.bar(
        x: frame.x, y: frame.y, width: middle - frame.x, height: line - frame.y, tone: .fixTint, radius: 0),
      Drawing.bar(
        x: middle, y: frame.y, width: frame.x + frame.width - middle, height: line - frame.y, tone: .keepTint,
        radius: 0),
      .fragment(
        fieldNames.map { name in
          Drawing.text(
            name.text, x: name.x, y: name.y, size: 12.5, tone: name.tone, anchor: name.anchor, bold: true)
        }),
    ])
  }

  private var axes: HTMLNode {
    let frame = MapChart.frame
    let bottom = frame.y + frame.height
    let across = x.ticks(about: 6).map { tick in
      Drawing.text(
        performance(tick), x: x.position(tick), y: bottom + 18, size: 11, tone: .muted, anchor: .middle)
    }
    let up = y.ticks(about: 5).map { tick in
      Drawing.text(
        context.numbers.percent(tick), x: frame.x - 8, y: y.position(tick) + 4, size: 11, tone: .muted,
        anchor: .end)
    }
    return .fragment(
      across + up + [
        Drawing.line(from: (frame.x, bottom), to: (frame.x + frame.width, bottom), tone: .axis),
        Drawing.line(from: (frame.x, frame.y), to: (frame.x, bottom), tone: .axis),
        Drawing.text(
          axisTitle, x: frame.x + frame.width / 2, y: bottom + 38, tone: .muted, anchor: .middle),
        .g(
          [
            HTMLAttribute(
              "transform", "translate(12 \(Coordinate.text(frame.y + frame.height / 2))) rotate(-90)")
          ],
          [Drawing.text(context.terms.importance, x: 0, y: 0, tone: .muted, anchor: .middle)]),
      ])
  }

  private var axisTitle: String {
    guard let scale = map.scale else {
      return context.language(
        "Performance: mean rating as a share of each driver's own scale",
        "Prestatie: gemiddelde beoordeling als deel van de eigen schaal van elke driver")
    }
    return context.language(
      "Performance: mean rating (\(scale.minimum)–\(scale.maximum))",
      "Prestatie: gemiddelde beoordeling (\(scale.minimum)–\(scale.maximum))")
  }

  /// A value of the performance axis.
  private func performance(_ value: Double) -> String {
    guard map.scale != nil else { return context.numbers.percent(value) }
    return context.numbers.decimal(value, value == value.rounded() ? 0 : 1)
  }

  private var crosshair: HTMLNode {
    let frame = MapChart.frame
    let (middle, line) = (x.clamped(map.meanPerformance), y.clamped(map.meanImportance))
    return .fragment([
      Drawing.line(from: (middle, frame.y), to: (middle, frame.y + frame.height), tone: .axis, dash: "4 3"),
      Drawing.line(from: (frame.x, line), to: (frame.x + frame.width, line), tone: .axis, dash: "4 3"),
    ])
  }

  private func whiskers(_ point: PriorityMap.Point) -> HTMLNode {
    let center = position(of: point)
    let (left, right) = horizontal(point)
    let across = Drawing.line(from: (left, center.y), to: (right, center.y), tone: .whisker, width: 1.2)
    guard let (top, bottom) = vertical(point) else { return across }
    return .fragment([
      across, Drawing.line(from: (center.x, top), to: (center.x, bottom), tone: .whisker, width: 1.2),
    ])
  }

  private func dot(_ point: PriorityMap.Point) -> HTMLNode {
    let center = position(of: point)
    return Drawing.dot(x: center.x, y: center.y, radius: 4.5)
  }

  private var description: String {
    let list = map.points.map { point in
      let name = PriorityMap.name(of: map.quadrant(of: point), in: context.language)
      return "\(context.labels.question(point.driver.id)): \(name)"
    }
    return list.joined(separator: "; ") + "."
  }

  private var table: ResultTable {
    let terms = context.terms
    let nearLine = context.language("near a line", "dicht bij een lijn")
    let columns = [
      ResultTable.Column(terms.rank, .trailing), ResultTable.Column(terms.driver),
      ResultTable.Column(terms.performance, .trailing), ResultTable.Column(terms.importance, .trailing),
      ResultTable.Column(context.language("Field", "Vak")), ResultTable.Column(""),
    ]
    let rows = map.points.map { point -> [ResultTable.Cell] in
      let rating =
        map.scale == nil
        ? context.numbers.percent(point.performance) : context.numbers.decimal(point.performance, 1)
      return [
        .number(String(point.driver.rank)), .text(context.labels.question(point.driver.id)), .number(rating),
        .number(context.numbers.percent(point.driver.importance)),
        .text(PriorityMap.name(of: map.quadrant(of: point), in: context.language)),
        map.isClear(point) ? .empty : .text(nearLine),
      ]
    }
    return ResultTable(columns: columns, rows: rows)
  }
}
