import HTML
import SurveyAnalysis

/// What stands beside the points of a map: names where they all fit, else ranks with the names below.
struct MapLabels {
  /// A label, where it has room.
  private struct Label {
    let lines: [String]
    let box: Box
    let point: (x: Double, y: Double)
  }

  private static let size = 12.5
  private static let lineHeight = 15.0
  /// Beyond this many drivers names are not tried.
  private static let mostNames = 14

  /// Whether the points carry ranks in place of names.
  let isNumbered: Bool
  private let labels: [Label]
  private let points: [PriorityMap.Point]
  private let context: ReportContext

  /// Labels that collide with nothing.
  init(chart: MapChart) {
    points = chart.map.points
    context = chart.context
    let names = MapLabels.names(chart)
    isNumbered = names == nil
    labels = names ?? MapLabels.placed(points.map { [String($0.driver.rank)] }, chart).compactMap(\.self)
  }

  /// The rectangles taken by labels.
  var boxes: [Box] { labels.map(\.box) }

  /// The names, or nil where one would be cut, have no room, or stand too far from its point.
  private static func names(_ chart: MapChart) -> [Label]? {
    guard chart.map.points.count <= mostNames else { return nil }
    let lines = chart.map.points.map { point in
      TextMetrics.wrap(
        chart.context.labels.question(point.driver.id), width: 150, size: size, bold: true, maximumLines: 3)
    }
    guard !lines.contains(where: { $0.count > 2 }) else { return nil }
    let labels = placed(lines, chart).compactMap(\.self)
    let areNear = labels.allSatisfy { $0.box.distance(to: $0.point) < 45 }
    return labels.count == lines.count && areNear ? labels : nil
  }

  private static func placed(_ lines: [[String]], _ chart: MapChart) -> [Label?] {
    let points = chart.map.points.map(chart.position)
    let sizes = lines.map { lines in
      let width = lines.map { TextMetrics.width($0, size: size, bold: true) }.max() ?? 0
      return (width: width + 4, height: Double(lines.count) * lineHeight + 2)
    }
    let placement = LabelPlacement(
      frame: MapChart.frame, obstacles: chart.fieldNameBoxes,
      nuisances: chart.map.points.flatMap(chart.whiskerBoxes))
    let boxes = placement.places(for: sizes, at: points)
    return zip(lines, zip(boxes, points)).map { lines, place in
      place.0.map { Label(lines: lines, box: $0, point: place.1) }
    }
  }

  /// Thin lines from points to labels that do not stand beside them.
  var leaders: HTMLNode {
    .fragment(
      labels.filter { $0.box.distance(to: $0.point) > 12 }.map { label in
        Drawing.line(from: label.point, to: label.box.nearest(to: label.point), tone: .axis, width: 0.8)
      })
  }

  /// The labels.
  var names: HTMLNode {
    .fragment(
      labels.flatMap { label in
        label.lines.enumerated().map { index, line in
          let isLeft = label.box.x + label.box.width <= label.point.x
          return Drawing.haloText(
            line, x: isLeft ? label.box.x + label.box.width - 2 : label.box.x + 2,
            y: label.box.y + 12.5 + Double(index) * MapLabels.lineHeight, size: MapLabels.size,
            anchor: isLeft ? .end : .start)
        }
      })
  }

  /// The names beside their ranks in two columns, and the height they take; nothing where the points carry names.
  func legend(top: Double) -> (node: HTMLNode, height: Double) {
    guard isNumbered else { return (.empty, 0) }
    let half = (points.count + 1) / 2
    var nodes: [HTMLNode] = []
    var deepest = top
    for (column, part) in [points.prefix(half), points.dropFirst(half)].enumerated() {
      let left = column == 0 ? 0.0 : Figure.width / 2 + 8
      var y = top + 12
      for point in part {
        let lines = TextMetrics.wrap(
          context.labels.question(point.driver.id), width: Figure.width / 2 - 44, size: 12.5)
        nodes.append(
          Drawing.text(String(point.driver.rank), x: left + 22, y: y, size: 12.5, anchor: .end, bold: true))
        for (index, line) in lines.enumerated() {
          nodes.append(Drawing.text(line, x: left + 30, y: y + Double(index) * 15, size: 12.5))
        }
        y += Double(lines.count) * 15 + 5
      }
      deepest = max(deepest, y)
    }
    return (.fragment(nodes), deepest - top + 8)
  }
}
