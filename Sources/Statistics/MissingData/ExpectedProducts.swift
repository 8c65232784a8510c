/// What each row is expected to contribute to sums and products, given what it left out and the estimates of all rows.
///
/// A resample's first EM step from those estimates is the sum of these over the rows drawn, so that resampling rows
/// with holes costs no more than resampling complete ones.
struct ExpectedProducts: Sendable {
  /// Numbers per row: a lower triangle with the column of ones first.
  let size: Int
  private let triangles: [Double]

  /// The contributions of rows in the order of their patterns.
  ///
  /// - Parameters:
  ///   - columns: The rows, sorted by pattern.
  ///   - weights: Their weights.
  ///   - patterns: The patterns, in the same order.
  ///   - estimate: The estimates of the whole sample.
  ///   - derived: How many of the last columns take no part in the expectation.
  init(
    of columns: IntegerColumns, weights: [Double]?, patterns: MissingPatterns, at estimate: NormalEstimate,
    derived: Int
  ) {
    let size = patterns.triangleSize
    var triangles = [Double](repeating: 0, count: columns.rows * size)
    var step = ExpectationStep(patterns, derived: derived)
    let expectation = step.expectation(at: estimate)
    var row = 0
    triangles.withUnsafeMutableBufferPointer { triangles in
      for (group, members) in patterns.rows.enumerated() {
        for _ in members.indices {
          let target = UnsafeMutableBufferPointer(rebasing: triangles[row * size..<(row + 1) * size])
          ExpectedProducts.fill(target, columns, row, patterns.shift, weights?[row] ?? 1)
          let observed = Array(target)
          observed.withUnsafeBufferPointer {
            if !patterns.missing[group].isEmpty {
              expectation.add(patterns.missing[group], $0, isSingle: true, to: target)
            }
          }
          row += 1
        }
      }
    }
    self.size = size
    self.triangles = triangles
  }

  /// The sum over the rows drawn.
  func sum(over drawn: UnsafeBufferPointer<Int32>, into sums: inout [Double]) {
    for place in 0..<size { sums[place] = 0 }
    triangles.withUnsafeBufferPointer { triangles in
      sums.withUnsafeMutableBufferPointer { sums in
        for row in drawn {
          let start = Int(row) * size
          for place in 0..<size { sums[place] += triangles[start + place] }
        }
      }
    }
  }

  /// The scalar products of a row's contribution with some linear forms.
  func products(_ forms: [[Double]], row: Int) -> [Double] {
    let start = row * size
    return forms.map { form in
      var sum = 0.0
      for place in 0..<size { sum += form[place] * triangles[start + place] }
      return sum
    }
  }

  /// A row's own products; what is missing counts as zero.
  private static func fill(
    _ target: UnsafeMutableBufferPointer<Double>, _ columns: IntegerColumns, _ row: Int, _ shift: [Double],
    _ weight: Double
  ) {
    let values =
      [1]
      + zip(columns.columns, shift).map { column, centre in
        column[row] == IntegerColumns.missing ? 0 : Double(column[row]) - centre
      }
    var place = 0
    for first in values.indices {
      for second in 0...first {
        target[place] = weight * values[first] * values[second]
        place += 1
      }
    }
  }
}
