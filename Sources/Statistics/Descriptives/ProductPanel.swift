/// A few hundred rows whose products two by two are summed at once, four by four columns at a time.
///
/// A tile of 4 × 4 sums stays in registers while the rows of the panel, which fit into the first cache, run past.
struct ProductPanel {
  private static let capacity = 256
  private let columns: Int
  private let groups: Int
  private var count = 0
  private var plain: [SIMD4<Double>]
  private var weighted: [SIMD4<Double>]

  init(columns: Int) {
    self.columns = columns
    groups = (columns + 3) / 4
    plain = [SIMD4<Double>](repeating: .zero, count: groups * ProductPanel.capacity)
    weighted = plain
  }

  var isFull: Bool { count == ProductPanel.capacity }

  /// Adds a row by its columns' values.
  @inline(__always)
  mutating func append(weight: Double, value: (Int) -> Double) {
    for group in 0..<groups {
      var four = SIMD4<Double>.zero
      for lane in 0..<min(4, columns - 4 * group) { four[lane] = value(4 * group + lane) }
      plain[count * groups + group] = four
      weighted[count * groups + group] = four * weight
    }
    count += 1
  }

  /// Adds the products of the rows to the lower triangle and empties the panel.
  mutating func flush(into triangle: inout [Double]) {
    let (columns, groups, count) = (columns, groups, count)
    plain.withUnsafeBufferPointer { plain in
      weighted.withUnsafeBufferPointer { weighted in
        for left in 0..<groups {
          for right in 0...left {
            let tile = ProductPanel.tile(weighted, plain, left, right, groups, count)
            ProductPanel.add(tile, at: left, right, columns, to: &triangle)
          }
        }
      }
    }
    self.count = 0
  }

  private typealias Tile = (SIMD4<Double>, SIMD4<Double>, SIMD4<Double>, SIMD4<Double>)

  @inline(__always)
  private static func tile(
    _ weighted: UnsafeBufferPointer<SIMD4<Double>>, _ plain: UnsafeBufferPointer<SIMD4<Double>>, _ left: Int,
    _ right: Int, _ groups: Int, _ count: Int
  ) -> Tile {
    var tile: Tile = (.zero, .zero, .zero, .zero)
    var base = 0
    for _ in 0..<count {
      let (factor, four) = (weighted[base + left], plain[base + right])
      tile.0 += four * factor[0]
      tile.1 += four * factor[1]
      tile.2 += four * factor[2]
      tile.3 += four * factor[3]
      base += groups
    }
    return tile
  }

  private static func add(
    _ tile: Tile, at left: Int, _ right: Int, _ columns: Int, to triangle: inout [Double]
  ) {
    for (offset, four) in [tile.0, tile.1, tile.2, tile.3].enumerated() {
      let row = 4 * left + offset
      guard row < columns else { return }
      for lane in 0..<4 where 4 * right + lane <= row {
        triangle[row * (row + 1) / 2 + 4 * right + lane] += four[lane]
      }
    }
  }
}
