/// One step of the EM algorithm on sums per pattern of missingness, and its iteration.
struct ExpectationStep {
  private let patterns: MissingPatterns
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
  /// Every second step is prolonged by how the steps shrink (squared extrapolation, Varadhan & Roland 2008,
  /// doi:10.1111/j.1467-9469.2007.00585.x), unless that leads away from a fixed point. Where columns follow from
  /// each other the iteration creeps towards the edge, and stops at a change of 1e-7.
  mutating func iterate(_ state: inout NormalEstimate, tolerance: Double, atMost limit: Int) -> Outcome {
    isRegularized = false
    var (steps, lastChange) = (0, Double.infinity)
    var safe = state
    while steps < limit {
      var first = stepped(from: state)
      if first.distance(to: state) > 2 * lastChange {
        state = safe
        first = stepped(from: state)
        steps += 1
      }
      let second = stepped(from: first)
      steps += 2
      lastChange = second.distance(to: first)
      if lastChange <= (isRegularized ? max(tolerance, 1e-7) : tolerance) {
        state = second
        return Outcome(iterations: steps, hasConverged: true, isRegularized: isRegularized)
      }
      let prolonged = NormalEstimate(prolonging: state, first, second)
      safe = second
      state = prolonged ?? second
    }
    return Outcome(iterations: limit, hasConverged: false, isRegularized: isRegularized)
  }

  /// The expectation of missing numbers under an estimate.
  mutating func expectation(at state: NormalEstimate) -> PatternExpectation {
    expectation.prepare(means: state.means, precision: precision(of: state.covariance))
    return expectation
  }

  /// The estimates after one expectation and one maximization.
  mutating func stepped(from state: NormalEstimate) -> NormalEstimate {
    let expectation = expectation(at: state)
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
    return NormalEstimate(maximizing: sums, columns: columns)
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
}

extension NormalEstimate {
  /// The estimates from expected sums and products, a lower triangle with the column of ones first.
  init(maximizing sums: [Double], columns: Int) {
    let means = (0..<columns).map { sums[CrossProducts.place($0, -1)] / sums[0] }
    var covariance = Matrix(rows: columns, columns: columns)
    for row in 0..<columns {
      for column in 0...row {
        let product = sums[CrossProducts.place(row, column)] / sums[0]
        covariance[row, column] = product - means[row] * means[column]
        covariance[column, row] = covariance[row, column]
      }
    }
    self.init(means: means, covariance: covariance)
  }
}
