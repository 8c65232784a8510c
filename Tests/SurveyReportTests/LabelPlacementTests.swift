import Testing

@testable import SurveyReport

@Suite struct LabelPlacementTests {
  /// A small generator of its own, so that the law is tried on the same points everywhere.
  private struct Points {
    var state: UInt64

    mutating func next(_ bound: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(UInt64(1) << 31) * bound
    }
  }

  private let frame = Box(x: 58, y: 12, width: 812, height: 400)

  private func collisions(_ boxes: [Box]) -> Int {
    boxes.indices.reduce(0) { count, index in
      count + boxes[(index + 1)...].filter(boxes[index].overlaps).count
    }
  }

  @Test(arguments: 1...40)
  func noTwoLabelsOverlap(seed: Int) {
    var random = Points(state: UInt64(seed))
    let spread = seed % 3 == 0 ? 80.0 : 780
    let points = (0..<30).map { _ in
      (x: 70 + random.next(spread), y: 20 + random.next(seed % 4 == 0 ? 40 : 370))
    }
    let sizes = points.map { _ in (width: 16 + random.next(8), height: 17.0) }
    let corner = Box(x: 60, y: 14, width: 90, height: 18)
    let placement = LabelPlacement(frame: frame, obstacles: [corner], nuisances: [])
    let boxes = placement.places(for: sizes, at: points).compactMap(\.self)
    #expect(boxes.count == 30, "Every rank has room.")
    #expect(collisions(boxes) == 0)
    #expect(boxes.allSatisfy { frame.contains($0) && !$0.overlaps(corner) })
    for point in points {
      let mark = Box(x: point.x - 4, y: point.y - 4, width: 8, height: 8)
      #expect(!boxes.contains(where: mark.overlaps), "No label lies on a point.")
    }
  }

  @Test(arguments: 1...20)
  func noTwoLongNamesOverlap(seed: Int) {
    var random = Points(state: UInt64(seed) &* 977)
    let points = (0..<30).map { _ in (x: 70 + random.next(780), y: 20 + random.next(370)) }
    let sizes = points.indices.map { index in
      (width: TextMetrics.width(Sample.longName(index), size: 12.5, bold: true) / 2, height: 32.0)
    }
    let placement = LabelPlacement(frame: frame, obstacles: [], nuisances: [])
    let boxes = placement.places(for: sizes, at: points).compactMap(\.self)
    #expect(boxes.count >= 10)
    #expect(collisions(boxes) == 0)
    #expect(boxes.allSatisfy(frame.contains))
  }

  @Test func standsBesideALonePoint() throws {
    let placement = LabelPlacement(frame: frame, obstacles: [], nuisances: [])
    let places = placement.places(for: [(width: 60, height: 16)], at: [(x: 400, y: 200)])
    let box = try #require(places.first ?? nil)
    #expect(box.distance(to: (x: 400, y: 200)) <= 8)
  }

  @Test func leavesOutWhatHasNoRoom() {
    let small = LabelPlacement(
      frame: Box(x: 0, y: 0, width: 50, height: 20), obstacles: [], nuisances: [])
    #expect(small.places(for: [(width: 60, height: 16)], at: [(x: 10, y: 10)]) == [nil])
  }
}
