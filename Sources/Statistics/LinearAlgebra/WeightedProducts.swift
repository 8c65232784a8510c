/// Sums of w·x xᵀ over rows that lie one after another in blocks of four numbers.
///
/// A tile of 4 × 4 sums stays in registers while the rows of a stretch, which should fit into the first cache, run past.
struct WeightedProducts {
  /// Rows in a stretch: with a dozen columns, some 24 KB.
  static let stretch = 256

  private let blocks: Int
  /// Four vectors per pair of blocks on and above the diagonal.
  private var tiles: [SIMD4<Double>]

  /// Sums over no rows.
  init(blocks: Int) {
    self.blocks = blocks
    tiles = [SIMD4<Double>](repeating: .zero, count: 4 * blocks * blocks)
  }

  /// Adds rows, a weight each.
  @inline(__always)
  mutating func add(_ rows: UnsafeBufferPointer<SIMD4<Double>>, weights: UnsafeBufferPointer<Double>) {
    let blocks = blocks
    tiles.withUnsafeMutableBufferPointer { tiles in
      for left in 0..<blocks {
        for right in left..<blocks {
          let place = 4 * (left * blocks + right)
          var (first, second) = (tiles[place], tiles[place + 1])
          var (third, fourth) = (tiles[place + 2], tiles[place + 3])
          var base = 0
          for weight in weights {
            let (scaled, factor) = (weight * rows[base + left], rows[base + right])
            first += scaled[0] * factor
            second += scaled[1] * factor
            third += scaled[2] * factor
            fourth += scaled[3] * factor
            base += blocks
          }
          (tiles[place], tiles[place + 1]) = (first, second)
          (tiles[place + 2], tiles[place + 3]) = (third, fourth)
        }
      }
    }
  }

  /// The sums among the first `size` columns, from column `start` on.
  func matrix(from start: Int = 0, size: Int) -> Matrix {
    var result = Matrix(rows: size, columns: size)
    for row in 0..<size {
      for column in row..<size {
        let (first, second) = (start + row, start + column)
        let value = tiles[4 * (first / 4 * blocks + second / 4) + first % 4][second % 4]
        (result[row, column], result[column, row]) = (value, value)
      }
    }
    return result
  }
}
