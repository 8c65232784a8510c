/// The products of each row's columns two by two, ready to be summed over the rows a resample draws.
///
/// Without weights the products of ratings are small whole numbers: 32 of them fit into one cache line of 16-bit
/// integers and are summed without rounding, in stretches short enough that no sum can overflow. Otherwise the products
/// are doubles, eight to a line.
struct ResampledProducts: Sendable {
  private enum Table: Sendable {
    case whole([SIMD32<Int16>], stretch: Int)
    case real([SIMD8<Double>])
  }

  private let rows: Int
  private let size: Int
  private let table: Table

  /// The products of columns; a missing number counts as a deviation of zero.
  init(of columns: IntegerColumns, shift: [Int16], weights: [Double]? = nil) {
    rows = columns.rows
    let count = columns.columns.count + 1
    size = count * (count + 1) / 2
    var largest = 1
    for (column, centre) in zip(columns.columns, shift) {
      for number in column where number != IntegerColumns.missing {
        largest = max(largest, abs(Int(number) - Int(centre)))
      }
    }
    let deviations = { (column: Int, row: Int) -> Double in
      guard column > 0 else { return 1 }
      let number = columns.columns[column - 1][row]
      return number == IntegerColumns.missing ? 0 : Double(number) - Double(shift[column - 1])
    }
    if weights == nil, largest * largest <= 512 {
      let lines = ResampledProducts.lines(SIMD32<Int16>.self, rows, count) { Int16(deviations($0, $1)) }
      table = .whole(lines, stretch: Int(Int16.max) / (largest * largest))
    } else {
      var lines = ResampledProducts.lines(SIMD8<Double>.self, rows, count, deviations)
      if let weights {
        for index in lines.indices { lines[index] *= weights[index % rows] }
      }
      table = .real(lines)
    }
  }

  /// The lower triangle of each row's products, cut into vectors; all rows of the first vector come first.
  private static func lines<Vector: SIMD>(
    _: Vector.Type, _ rows: Int, _ columns: Int, _ value: (Int, Int) -> Vector.Scalar
  ) -> [Vector] where Vector.Scalar: Numeric {
    let size = columns * (columns + 1) / 2
    let width = Vector.scalarCount
    var result = [Vector](repeating: Vector(), count: (size + width - 1) / width * rows)
    for row in 0..<rows {
      let values = (0..<columns).map { value($0, row) }
      var place = 0
      for first in 0..<columns {
        for second in 0...first {
          result[place / width * rows + row][place % width] = values[first] * values[second]
          place += 1
        }
      }
    }
    return result
  }

  /// The sums over the rows drawn, as the triangle of `CrossProducts`.
  func sum(over drawn: UnsafeBufferPointer<Int32>, into triangle: UnsafeMutableBufferPointer<Double>) {
    switch table {
    case .whole(let lines, let stretch): sumWhole(lines, stretch, drawn, triangle)
    case .real(let lines): sumReal(lines, drawn, triangle)
    }
  }

  private func sumWhole(
    _ lines: [SIMD32<Int16>], _ stretch: Int, _ drawn: UnsafeBufferPointer<Int32>,
    _ triangle: UnsafeMutableBufferPointer<Double>
  ) {
    lines.withUnsafeBufferPointer { lines in
      for first in stride(from: 0, to: size, by: 32) {
        let line = lines[(first / 32 * rows)...]
        let base = UnsafeBufferPointer(rebasing: line)
        var total = SIMD32<Int32>.zero
        for start in stride(from: 0, to: drawn.count, by: stretch) {
          var sum = SIMD32<Int16>.zero
          for place in start..<min(start + stretch, drawn.count) { sum &+= base[Int(drawn[place])] }
          total &+= SIMD32<Int32>(truncatingIfNeeded: sum)
        }
        for lane in 0..<min(32, size - first) { triangle[first + lane] = Double(total[lane]) }
      }
    }
  }

  private func sumReal(
    _ lines: [SIMD8<Double>], _ drawn: UnsafeBufferPointer<Int32>,
    _ triangle: UnsafeMutableBufferPointer<Double>
  ) {
    lines.withUnsafeBufferPointer { lines in
      for first in stride(from: 0, to: size, by: 8) {
        let base = UnsafeBufferPointer(rebasing: lines[(first / 8 * rows)...])
        var sum = SIMD8<Double>.zero
        for row in drawn { sum += base[Int(row)] }
        for lane in 0..<min(8, size - first) { triangle[first + lane] = sum[lane] }
      }
    }
  }
}
