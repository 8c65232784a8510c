/// The sums of `ShapleyGradientSweep` estimated from random orders of the drivers.
///
/// In an order each driver's share gets what its sub-model has more than the one before it (Castro, Gómez & Tejada 2009,
/// doi:10.1016/j.cor.2008.04.004). What a driver adds depends on its place most of all, so each order is turned until every
/// driver has had every place. The sum over drivers is exact in every order.
struct SampledShapleyGradient {
  private let correlation: Matrix
  private let drivers: Int
  private let outcomes: Int
  private var left: Matrix
  private var sums: [[ShapleyDerivative]]

  init(_ correlation: Matrix, drivers: Int) {
    self.correlation = correlation
    self.drivers = drivers
    outcomes = correlation.rows - drivers
    left = correlation
    let empty = ShapleyDerivative(
      products: [Double](repeating: 0, count: drivers * (drivers + 1) / 2),
      coefficients: [Double](repeating: 0, count: drivers), explained: 0)
    sums = [[ShapleyDerivative]](
      repeating: [ShapleyDerivative](repeating: empty, count: drivers), count: outcomes)
  }

  /// The mean over random orders, each turned so that every driver stands once at every place.
  mutating func run(orders: Int, seed: UInt64) -> [[ShapleyDerivative]] {
    let weight = 1 / Double(orders * drivers)
    for number in 0..<orders {
      var generator = SeededGenerator(seed: seed, stream: UInt64(number))
      var order = Array(0..<drivers)
      for place in stride(from: drivers - 1, to: 0, by: -1) {
        order.swapAt(place, generator.index(below: place + 1))
      }
      for turn in order.indices { add(Array(order[turn...] + order[..<turn]), weight) }
    }
    return sums
  }

  private mutating func add(_ order: [Int], _ weight: Double) {
    left = correlation
    var model = [[Double]](repeating: [Double](repeating: 0, count: drivers), count: outcomes)
    var isIn = [Bool](repeating: false, count: drivers)
    for (count, driver) in order.enumerated() {
      let pivot = left[driver, driver]
      let inverse = pivot > ShapleyImportance.tolerance ? 1 / pivot : 0
      let gains = (0..<outcomes).map { left[driver, drivers + $0] * left[driver, drivers + $0] * inverse }
      sweep(driver, inverse, open: order[(count + 1)...])
      isIn[driver] = true
      for outcome in 0..<outcomes {
        let next = (0..<drivers).map { isIn[$0] ? left[$0, drivers + outcome] : 0 }
        sums[outcome][driver].add(next, less: model[outcome], gains[outcome], weight)
        model[outcome] = next
      }
    }
  }

  /// Takes a driver in, in the columns of drivers that are still out and of the outcomes.
  private mutating func sweep(_ driver: Int, _ inverse: Double, open: ArraySlice<Int>) {
    let columns = Array(open) + Array(drivers..<drivers + outcomes)
    for row in 0..<drivers where row != driver {
      let factor = left[row, driver] * inverse
      for column in columns { left[row, column] -= factor * left[driver, column] }
    }
    for column in columns { left[driver, column] *= inverse }
  }
}

extension ShapleyDerivative {
  /// Adds a model's sums less those of the model before it.
  fileprivate mutating func add(_ next: [Double], less last: [Double], _ gain: Double, _ weight: Double) {
    var place = 0
    for row in next.indices {
      for column in 0...row {
        products[place] += weight * (next[row] * next[column] - last[row] * last[column])
        place += 1
      }
      coefficients[row] += weight * (next[row] - last[row])
    }
    explained += weight * gain
  }
}
