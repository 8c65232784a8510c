/// One step of the EM algorithm on sums per pattern of missingness, and its iteration.
///
/// The regressions of a pattern's missing columns on its observed ones come from the inverse K of all covariances: the
/// residual covariance is the inverse of K's missing block, which is small, so that no large system is solved per
/// pattern.
struct ExpectationStep {
  private var patterns: MissingPatterns
  private let derived: Int
  private let columns: Int
  private(set) var isRegularized = false

  init(_ patterns: MissingPatterns, derived: Int) {
    self.patterns = patterns
    self.derived = derived
    columns = patterns.shift.count
  }

  struct Outcome {
    let iterations: Int
    let hasConverged: Bool
    let isRegularized: Bool
  }

  /// Steps until nothing changes by more than `tolerance` standard deviations.
  ///
  /// Where columns follow from each other the iteration creeps towards the edge, and stops at a change of 1e-7.
  mutating func iterate(_ state: inout NormalEstimate, tolerance: Double, atMost limit: Int) -> Outcome {
    isRegularized = false
    for iteration in 1...limit {
      let next = stepped(from: state)
      let change = next.distance(to: state)
      state = next
      if change <= (isRegularized ? max(tolerance, 1e-7) : tolerance) {
        return Outcome(iterations: iteration, hasConverged: true, isRegularized: isRegularized)
      }
    }
    return Outcome(iterations: limit, hasConverged: false, isRegularized: isRegularized)
  }

  /// Replaces the sums: a resample of the same patterns.
  mutating func replaceSums(_ triangles: [Double]) {
    precondition(triangles.count == patterns.triangles.count, "The patterns stay the same.")
    patterns.triangles = triangles
  }

  /// The estimates after one expectation and one maximization.
  mutating func stepped(from state: NormalEstimate) -> NormalEstimate {
    let precision = precision(of: state.covariance)
    var sums = [Double](repeating: 0, count: patterns.triangleSize)
    patterns.triangles.withUnsafeBufferPointer { triangles in
      sums.withUnsafeMutableBufferPointer { sums in
        for group in patterns.missing.indices {
          let start = group * sums.count
          let triangle = UnsafeBufferPointer(rebasing: triangles[start..<start + sums.count])
          guard triangle[0] > 0 else { continue }
          for place in 0..<sums.count { sums[place] += triangle[place] }
          if !patterns.missing[group].isEmpty {
            expect(patterns.missing[group], triangle, state, precision, into: sums)
          }
        }
      }
    }
    return maximized(sums)
  }

  /// The inverse of the covariances of the columns that are not derived.
  private mutating func precision(of covariance: Matrix) -> Matrix {
    let model = columns - derived
    var part = covariance.restricted(to: Array(0..<model))
    var factor = CholeskyDecomposition(part, tolerance: 1e-10)
    if !factor.dependent.isEmpty {
      isRegularized = true
      for column in 0..<model { part[column, column] = part[column, column] * (1 + 1e-7) + 1e-300 }
      factor = CholeskyDecomposition(part, tolerance: 0)
    }
    return factor.inverse
  }

  /// Adds what a pattern's missing columns are expected to contribute to sums and products.
  private func expect(
    _ missing: [Int], _ triangle: UnsafeBufferPointer<Double>, _ state: NormalEstimate, _ precision: Matrix,
    into sums: UnsafeMutableBufferPointer<Double>
  ) {
    let residual = CholeskyDecomposition(precision.restricted(to: missing), tolerance: 0).inverse
    let slopes = slopes(missing, residual, state, precision)
    for (place, column) in missing.enumerated() {
      let products = expectedProducts(slopes, row: place, triangle)
      for other in 0...columns { sums[ExpectationStep.place(column + 1, other)] += products[other] }
      for (second, with) in missing.enumerated() where second <= place {
        var sum = triangle[0] * residual[place, second]
        for other in 0...columns { sum += products[other] * slopes[second, other] }
        sums[ExpectationStep.place(column + 1, with + 1)] += sum
      }
    }
  }

  /// The regressions of the missing columns on the column of ones and the observed ones.
  private func slopes(
    _ missing: [Int], _ residual: Matrix, _ state: NormalEstimate, _ precision: Matrix
  ) -> Matrix {
    var slopes = Matrix(rows: missing.count, columns: columns + 1)
    var isObserved = [Bool](repeating: true, count: columns - derived)
    for column in missing { isObserved[column] = false }
    for (place, column) in missing.enumerated() {
      slopes[place, 0] = state.means[column]
      for other in isObserved.indices where isObserved[other] {
        var sum = 0.0
        for (second, with) in missing.enumerated() { sum -= residual[place, second] * precision[with, other] }
        slopes[place, other + 1] = sum
        slopes[place, 0] -= sum * state.means[other]
      }
    }
    return slopes
  }

  /// The sums of products of an expected column with the column of ones and all that is observed.
  private func expectedProducts(
    _ slopes: Matrix, row: Int, _ triangle: UnsafeBufferPointer<Double>
  ) -> [Double] {
    var products = [Double](repeating: 0, count: columns + 1)
    for observed in 0...columns {
      let slope = slopes[row, observed]
      guard slope != 0 else { continue }
      let start = observed * (observed + 1) / 2
      for other in 0...observed { products[other] += slope * triangle[start + other] }
      for other in observed + 1..<max(columns + 1, observed + 1) {
        products[other] += slope * triangle[other * (other + 1) / 2 + observed]
      }
    }
    return products
  }

  private func maximized(_ sums: [Double]) -> NormalEstimate {
    let means = (0..<columns).map { sums[ExpectationStep.place($0 + 1, 0)] / sums[0] }
    var covariance = Matrix(rows: columns, columns: columns)
    for row in 0..<columns {
      for column in 0...row {
        let product = sums[ExpectationStep.place(row + 1, column + 1)] / sums[0]
        covariance[row, column] = product - means[row] * means[column]
        covariance[column, row] = covariance[row, column]
      }
    }
    return NormalEstimate(means: means, covariance: covariance)
  }

  private static func place(_ first: Int, _ second: Int) -> Int {
    first > second ? first * (first + 1) / 2 + second : second * (second + 1) / 2 + first
  }
}
