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
  /// Steps are prolonged by what earlier ones tell (`AndersonAcceleration`), unless that leads to no covariance matrix or
  /// away from a fixed point. Where columns follow from each other the iteration creeps towards the edge, and stops at a
  /// change of 1e-7.
  mutating func iterate(_ state: inout NormalEstimate, tolerance: Double, atMost limit: Int) -> Outcome {
    isRegularized = false
    var acceleration = AndersonAcceleration()
    let units = NormalEstimate.scales(of: state)
    var (lastChange, safe) = (Double.infinity, state)
    for steps in 1...limit {
      let next = stepped(from: state)
      let change = next.distance(to: state)
      if change <= (isRegularized ? max(tolerance, 1e-7) : tolerance) {
        state = next
        return Outcome(iterations: steps, hasConverged: true, isRegularized: isRegularized)
      }
      if change > 2 * lastChange {
        // The prolonged step led astray: on from the last plain one.
        acceleration.restart()
        (state, lastChange) = (safe, .infinity)
        continue
      }
      (lastChange, safe) = (change, next)
      state = next.prolonged(from: state, &acceleration, units: units)
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
    var sums = patterns.total.triangle
    patterns.triangles.withUnsafeBufferPointer { triangles in
      sums.withUnsafeMutableBufferPointer { sums in
        for group in patterns.missing.indices {
          let start = group * sums.count
          let triangle = UnsafeBufferPointer(rebasing: triangles[start..<start + sums.count])
          guard triangle[0] > 0, !patterns.missing[group].isEmpty else { continue }
          let isSingle = patterns.rows[group].count == 1
          expectation.add(patterns.missing[group], triangle, isSingle: isSingle, to: sums)
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
  /// Where the steps of an iteration point to, of which this is the last; itself where that is no covariance matrix.
  fileprivate func prolonged(
    from start: NormalEstimate, _ acceleration: inout AndersonAcceleration, units: [Double]
  ) -> NormalEstimate {
    let scaled = { (estimate: NormalEstimate) in
      zip(estimate.vector, units).map { $1 > 0 ? $0 / $1 : 0 }
    }
    let vector = zip(acceleration.next(from: scaled(start), to: scaled(self)), units).map { $0 * $1 }
    let found = NormalEstimate(vector: vector, columns: means.count)
    if found.isPositive { return found }
    acceleration.restart()
    return self
  }

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
