/// What the missing columns of a pattern are expected to contribute to sums and products.
///
/// The regressions of a pattern's missing columns on its observed ones come from the inverse K of all covariances: the
/// residual covariance is the inverse of K's missing block, which is small, so that no large system is solved per
/// pattern. Room for it all is kept from pattern to pattern; one thread at a time may use it.
final class PatternExpectation {
  private let columns: Int
  private let derived: Int
  private let width: Int
  private var means: [Double] = []
  private var precision: [Double] = []
  private let residual: UnsafeMutablePointer<Double>
  private let slopes: UnsafeMutablePointer<Double>
  private let products: UnsafeMutablePointer<Double>

  init(columns: Int, derived: Int) {
    self.columns = columns
    self.derived = derived
    width = columns + 1
    residual = .allocate(capacity: columns * columns)
    slopes = .allocate(capacity: columns * width)
    products = .allocate(capacity: width)
    residual.initialize(repeating: 0, count: columns * columns)
    slopes.initialize(repeating: 0, count: columns * width)
    products.initialize(repeating: 0, count: width)
  }

  deinit {
    residual.deallocate()
    slopes.deallocate()
    products.deallocate()
  }

  /// Takes the means and the inverse covariances of the columns that are not derived.
  func prepare(means: [Double], precision: Matrix) {
    self.means = means
    self.precision = precision.elements
  }

  /// Adds a pattern's expected sums and products to a triangle with the column of ones first.
  ///
  /// - Parameter isSingle: Whether the pattern's triangle is that of one row, whose numbers stand in its first column.
  func add(
    _ missing: [Int], _ triangle: UnsafeBufferPointer<Double>, isSingle: Bool,
    to sums: UnsafeMutableBufferPointer<Double>
  ) {
    let count = missing.count
    precision.withUnsafeBufferPointer { precision in
      invert(missing, precision)
      regress(missing, precision)
    }
    for place in 0..<count {
      if isSingle { expectOfRow(place, triangle) } else { expect(place, triangle) }
      let row = missing[place] + 1
      for other in 0...columns { sums[PatternExpectation.place(row, other)] += products[other] }
      for second in 0...place {
        var sum = triangle[0] * residual[place * count + second]
        let slope = slopes + second * width
        for other in 0...columns { sum += products[other] * slope[other] }
        sums[PatternExpectation.place(row, missing[second] + 1)] += sum
      }
    }
  }

  /// Inverts the missing block of the precision by Gauss-Jordan steps on its diagonal, which is positive.
  private func invert(_ missing: [Int], _ precision: UnsafeBufferPointer<Double>) {
    let (count, model) = (missing.count, columns - derived)
    for row in 0..<count {
      for column in 0..<count {
        residual[row * count + column] = precision[missing[row] * model + missing[column]]
      }
    }
    for pivot in 0..<count {
      let inverse = 1 / residual[pivot * count + pivot]
      residual[pivot * count + pivot] = 1
      for column in 0..<count { residual[pivot * count + column] *= inverse }
      for row in 0..<count where row != pivot {
        let factor = residual[row * count + pivot]
        residual[row * count + pivot] = 0
        for column in 0..<count {
          residual[row * count + column] -= factor * residual[pivot * count + column]
        }
      }
    }
  }

  /// The regressions of the missing columns on the column of ones and the observed ones.
  private func regress(_ missing: [Int], _ precision: UnsafeBufferPointer<Double>) {
    let (count, model) = (missing.count, columns - derived)
    for place in 0..<count {
      let slope = slopes + place * width
      for other in 0..<width { slope[other] = 0 }
      for second in 0..<count {
        let factor = residual[place * count + second]
        let row = missing[second] * model
        for other in 0..<model { slope[other + 1] -= factor * precision[row + other] }
      }
      for column in missing { slope[column + 1] = 0 }
      slope[0] = means[missing[place]]
      for other in 0..<model { slope[0] -= slope[other + 1] * means[other] }
    }
  }

  /// The sums of products of an expected column with the column of ones and all that is observed.
  private func expect(_ place: Int, _ triangle: UnsafeBufferPointer<Double>) {
    let slope = slopes + place * width
    for other in 0..<width { products[other] = 0 }
    var start = 0
    for row in 0..<width {
      let factor = slope[row]
      var sum = 0.0
      for column in 0..<row {
        let element = triangle[start + column]
        products[column] += factor * element
        sum += slope[column] * element
      }
      products[row] += sum + factor * triangle[start + row]
      start += row + 1
    }
  }

  /// The same for one row: its expected number times each of its numbers.
  private func expectOfRow(_ place: Int, _ triangle: UnsafeBufferPointer<Double>) {
    let slope = slopes + place * width
    var (expected, start) = (0.0, 0)
    for column in 0..<width {
      products[column] = triangle[start]
      expected += slope[column] * triangle[start]
      start += column + 1
    }
    expected /= triangle[0]
    for column in 0..<width { products[column] *= expected }
  }

  private static func place(_ first: Int, _ second: Int) -> Int {
    first > second ? first * (first + 1) / 2 + second : second * (second + 1) / 2 + first
  }
}
