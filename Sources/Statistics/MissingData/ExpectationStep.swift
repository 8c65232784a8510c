/// One step of the EM algorithm on sums per pattern of missingness, and its iteration.
struct ExpectationStep {
  private var patterns: MissingPatterns
  private let derived: Int
  private let columns: Int
  private let expectation: PatternExpectation
  private(set) var isRegularized = false

  init(_ patterns: MissingPatterns, derived: Int) {
    self.patterns = patterns
    self.derived = derived
    columns = patterns.shift.count
    expectation = PatternExpectation(columns: columns, derived: derived)
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
    expectation.prepare(means: state.means, precision: precision(of: state.covariance))
    var sums = [Double](repeating: 0, count: patterns.triangleSize)
    patterns.triangles.withUnsafeBufferPointer { triangles in
      sums.withUnsafeMutableBufferPointer { sums in
        for group in patterns.missing.indices {
          let start = group * sums.count
          let triangle = UnsafeBufferPointer(rebasing: triangles[start..<start + sums.count])
          guard triangle[0] > 0 else { continue }
          for place in 0..<sums.count { sums[place] += triangle[place] }
          if !patterns.missing[group].isEmpty {
            expectation.add(patterns.missing[group], triangle, to: sums)
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
