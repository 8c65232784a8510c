/// Prolongs the steps of an iteration x ← g(x) by what earlier steps tell of it.
///
/// The residuals g(x) − x of the last steps are combined into the smallest possible one, and so are the g(x): near the fixed
/// point, where g is almost linear, a quasi-Newton method that needs no derivative (Anderson 1965,
/// doi:10.1145/321296.321305; for EM algorithms Henderson & Varadhan 2019, doi:10.1080/10618600.2019.1594835).
struct AndersonAcceleration {
  /// How many steps are remembered.
  private static let depth = 10

  private var residualChanges: [[Double]] = []
  private var valueChanges: [[Double]] = []
  private var last: (residual: [Double], value: [Double])?

  /// Where the steps point to, from a step from `start` to `value`; in units that make all numbers alike.
  mutating func next(from start: [Double], to value: [Double]) -> [Double] {
    let residual = zip(value, start).map { $0 - $1 }
    if let last {
      residualChanges.append(zip(residual, last.residual).map { $0 - $1 })
      valueChanges.append(zip(value, last.value).map { $0 - $1 })
      if residualChanges.count > AndersonAcceleration.depth {
        residualChanges.removeFirst()
        valueChanges.removeFirst()
      }
    }
    last = (residual, value)
    var result = value
    for (factor, change) in zip(factors(for: residual), valueChanges) {
      for place in result.indices { result[place] -= factor * change[place] }
    }
    return result
  }

  /// Forgets earlier steps.
  mutating func restart() {
    self = AndersonAcceleration()
  }

  /// How much of each remembered change leaves the least of a residual; 0 for changes that follow from others.
  private func factors(for residual: [Double]) -> [Double] {
    let count = residualChanges.count
    guard count > 0 else { return [] }
    var products = Matrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0...row {
        products[row, column] = dot(residualChanges[row], residualChanges[column])
        products[column, row] = products[row, column]
      }
    }
    let right = residualChanges.map { dot($0, residual) }
    return CholeskyDecomposition(products, tolerance: 1e-12).solve(right)
  }

  private func dot(_ first: [Double], _ second: [Double]) -> Double {
    var sum = 0.0
    for place in first.indices { sum += first[place] * second[place] }
    return sum
  }
}
