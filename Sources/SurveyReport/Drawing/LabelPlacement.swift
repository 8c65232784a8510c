/// A rectangle in a drawing.
struct Box: Equatable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  /// Whether two rectangles share more than an edge.
  func overlaps(_ other: Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
  }

  /// Whether another rectangle lies inside this one.
  func contains(_ other: Box) -> Bool {
    other.x >= x && other.y >= y && other.x + other.width <= x + width && other.y + other.height <= y + height
  }

  /// The point of the rectangle that is nearest to a point.
  func nearest(to point: (x: Double, y: Double)) -> (x: Double, y: Double) {
    (min(max(point.x, x), x + width), min(max(point.y, y), y + height))
  }

  /// How far a point lies outside the rectangle.
  func distance(to point: (x: Double, y: Double)) -> Double {
    let near = nearest(to: point)
    return ((near.x - point.x) * (near.x - point.x) + (near.y - point.y) * (near.y - point.y)).squareRoot()
  }
}

/// Finds places for the labels of points, so that no label lies on another label, on a point or outside the frame.
///
/// Labels are placed in order. Each takes the cheapest free place on rings around its point; a place costs its
/// distance, and more where it covers a whisker. Where no place on the rings is free, the whole frame is searched
/// for the nearest one. A label for which the frame has no room at all is left out.
struct LabelPlacement {
  /// Where labels may stand.
  let frame: Box
  /// What labels must not cover, besides the points and each other.
  let obstacles: [Box]
  /// What labels should rather not cover.
  let nuisances: [Box]
  /// The room kept free around a point.
  var pointRadius = 6.0

  private static let rings = [8.0, 13, 20, 28, 38, 50, 64, 80, 100, 124]
  private static let directions: [(x: Double, y: Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8),
  ]

  /// A place per label, in the order given; nil where there is no room.
  func places(for sizes: [(width: Double, height: Double)], at points: [(x: Double, y: Double)]) -> [Box?] {
    precondition(sizes.count == points.count, "Every label needs a point.")
    let marks = points.map { point in
      Box(x: point.x - pointRadius, y: point.y - pointRadius, width: 2 * pointRadius, height: 2 * pointRadius)
    }
    var taken = obstacles + marks
    return zip(sizes, points).map { size, point in
      let place = best(size, at: point, taken: taken) ?? anywhere(size, near: point, taken: taken)
      if let place { taken.append(place) }
      return place
    }
  }

  private func best(
    _ size: (width: Double, height: Double), at point: (x: Double, y: Double), taken: [Box]
  ) -> Box? {
    var best: (box: Box, cost: Double)?
    for ring in LabelPlacement.rings {
      if let best, best.cost <= ring { break }
      for (order, direction) in LabelPlacement.directions.enumerated() {
        let box = candidate(size, at: point, direction: direction, distance: ring)
        guard frame.contains(box), !taken.contains(where: box.overlaps) else { continue }
        let covered = nuisances.filter(box.overlaps).count
        let cost = ring + Double(covered) * 9 + Double(order) * 0.4
        if cost < best?.cost ?? .infinity { best = (box, cost) }
      }
    }
    return best?.box
  }

  private func candidate(
    _ size: (width: Double, height: Double), at point: (x: Double, y: Double),
    direction: (x: Double, y: Double), distance: Double
  ) -> Box {
    let x =
      point.x + direction.x * distance
      + (direction.x > 0 ? 0 : direction.x < 0 ? -size.width : -size.width / 2)
    let y =
      point.y + direction.y * distance
      + (direction.y > 0 ? 0 : direction.y < 0 ? -size.height : -size.height / 2)
    return Box(x: x, y: y, width: size.width, height: size.height)
  }

  private func anywhere(
    _ size: (width: Double, height: Double), near point: (x: Double, y: Double), taken: [Box]
  ) -> Box? {
    var best: (box: Box, distance: Double)?
    for y in stride(from: frame.y, through: frame.y + frame.height - size.height, by: 3) {
      for x in stride(from: frame.x, through: frame.x + frame.width - size.width, by: 5) {
        let box = Box(x: x, y: y, width: size.width, height: size.height)
        let distance = box.distance(to: point)
        guard distance < best?.distance ?? .infinity, !taken.contains(where: box.overlaps) else { continue }
        best = (box, distance)
      }
    }
    return best?.box
  }
}
