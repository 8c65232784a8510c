/// Weighted columns made orthogonal one after another to about 31 digits, for predictors that nearly follow from each
/// other: slower than Householder reflections in double precision by a factor of some twenty.
///
/// Modified Gram–Schmidt (Björck 1967, doi:10.1007/BF01934122): what it loses is the condition number times the
/// rounding error, here 1e-32. A column that follows from those taken is left out.
struct PreciseReduction {
  /// The columns taken, in order.
  let kept: [Int]
  /// The means that were subtracted; 0 without an intercept.
  let means: [DoubleDouble]
  /// The orthogonal columns of weighted length 1, one per column taken.
  let coordinates: [[Double]]
  /// What is left of the last column.
  let residuals: [Double]
  /// The triangular factor: by column, taken or not, its coordinates on the ones taken up to it.
  let triangle: [[DoubleDouble]]

  /// The last column's coordinates.
  var projection: [DoubleDouble] { triangle[triangle.count - 1] }

  /// Columns of which the last is only projected on the others.
  ///
  /// - Parameter lengths: The columns' weighted lengths; one of length 0 is left out.
  init(
    _ columns: [[Double]], weights: [Double], isCentered: Bool, lengths: [Double], tolerance: Double
  ) {
    let last = columns.count - 1
    let means = columns.map { isCentered ? PreciseReduction.mean($0, weights) : DoubleDouble(0) }
    var rests = zip(columns, means).map { PreciseReduction.deviations($0, $1) }
    var onEarlier = [[DoubleDouble]](repeating: [], count: columns.count)
    var (kept, coordinates) = ([Int](), [[Double]]())
    for column in 0..<last where lengths[column] > 0 {
      let length = PreciseReduction.product(rests[column], rests[column], weights).squareRoot
      guard length.high > tolerance * lengths[column] else { continue }
      let inverse = DoubleDouble(1) / length
      let unit = rests[column].map { $0 * inverse }
      for other in column + 1...last {
        let part = PreciseReduction.product(unit, rests[other], weights)
        PreciseReduction.subtract(part, unit, from: &rests[other])
        onEarlier[other].append(part)
      }
      onEarlier[column].append(length)
      kept.append(column)
      coordinates.append(unit.map(\.high))
    }
    self.means = means
    self.kept = kept
    self.coordinates = coordinates
    residuals = rests[last].map(\.high)
    triangle = onEarlier
  }

  /// The inverse of the triangular factor of the columns taken, by column.
  var inverse: [[DoubleDouble]] {
    let triangle = kept.map { self.triangle[$0] }
    var result: [[DoubleDouble]] = []
    for column in kept.indices {
      var own = [DoubleDouble](repeating: DoubleDouble(0), count: column + 1)
      own[column] = DoubleDouble(1) / triangle[column][column]
      for row in stride(from: column - 1, through: 0, by: -1) {
        var sum = DoubleDouble(0)
        for inner in row + 1...column { sum = sum + triangle[inner][row] * own[inner] }
        own[row] = -sum / triangle[row][row]
      }
      result.append(own)
    }
    return result
  }

  private static func mean(_ column: [Double], _ weights: [Double]) -> DoubleDouble {
    var (sum, total) = (DoubleDouble(0), DoubleDouble(0))
    for row in column.indices {
      sum = sum + DoubleDouble(product: weights[row], column[row])
      total = total + DoubleDouble(weights[row])
    }
    return sum / total
  }

  private static func deviations(_ column: [Double], _ mean: DoubleDouble) -> [DoubleDouble] {
    column.map { DoubleDouble($0) - mean }
  }

  private static func product(
    _ first: [DoubleDouble], _ second: [DoubleDouble], _ weights: [Double]
  ) -> DoubleDouble {
    var sum = DoubleDouble(0)
    for row in first.indices { sum = sum + weights[row] * (first[row] * second[row]) }
    return sum
  }

  private static func subtract(
    _ factor: DoubleDouble, _ unit: [DoubleDouble], from column: inout [DoubleDouble]
  ) {
    for row in column.indices { column[row] = column[row] - factor * unit[row] }
  }
}
