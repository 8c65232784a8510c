/// Sums β βᵀ, β and R² of all sub-models of some drivers by their weights in each driver's Shapley share.
///
/// The derivative of a sub-model's R² is a quadratic form made of its standardised coefficients β, and a share is a
/// weighted sum of such R². The sub-models are visited as in `ShapleySweep`; a node carries, beside what is left of the
/// undecided drivers, how the chosen ones predict them, so that β costs one more sweep of a shrinking matrix. A sub-model
/// that holds a driver counts for its share with (k − 1)!(p − k)!/p!, one that does not with −k!(p − k − 1)!/p!; written
/// as the sum over those that hold it of both, less one sum over all, the first is gathered on the way back through the
/// tree and costs nothing per pair of sub-model and driver.
final class ShapleyGradientSweep {
  private let drivers: Int
  private let outcomes: Int
  private let width: Int
  private let block: Int
  private let inside: [Double]
  private let outside: [Double]
  private let nodes: UnsafeMutablePointer<Double>
  private let sums: UnsafeMutablePointer<Double>
  private let shares: UnsafeMutablePointer<Double>
  private var rest: [Double]

  init(drivers: Int, outcomes: Int) {
    (self.drivers, self.outcomes) = (drivers, outcomes)
    width = drivers + outcomes
    block = outcomes * (drivers * (drivers + 1) / 2 + drivers + 1)
    // k!(p − 1 − k)!/p!, by rising k.
    var way = 1 / Double(max(drivers, 1))
    var ways = [Double]()
    for size in 0..<drivers {
      ways.append(way)
      way *= Double(size + 1) / Double(max(drivers - 1 - size, 1))
    }
    outside = ways + [0]
    inside = (0...drivers).map { ($0 > 0 ? ways[$0 - 1] : 0) + ($0 < drivers ? ways[$0] : 0) }
    nodes = .allocate(capacity: (drivers + 1) * drivers * width)
    sums = .allocate(capacity: (drivers + 1) * block)
    shares = .allocate(capacity: drivers * block)
    nodes.initialize(repeating: 0, count: (drivers + 1) * drivers * width)
    sums.initialize(repeating: 0, count: (drivers + 1) * block)
    shares.initialize(repeating: 0, count: drivers * block)
    rest = [Double](repeating: 0, count: block)
  }

  deinit {
    nodes.deallocate()
    sums.deallocate()
    shares.deallocate()
  }

  /// Per outcome and driver the weighted sums, from correlations in the order drivers, outcomes.
  func run(_ correlation: Matrix) -> [[ShapleyDerivative]] {
    for row in 0..<drivers {
      for column in 0..<width { nodes[row * width + column] = correlation[row, column] }
    }
    var model = Model(chosen: [], explained: [Double](repeating: 0, count: outcomes))
    visit(nodes, 0, &model, into: sums)
    return (0..<outcomes).map { outcome in
      (0..<drivers).map { driver in
        let share = (0..<block).map { shares[driver * block + $0] - rest[$0] }
        return ShapleyDerivative(share, outcome, outcomes: outcomes, drivers: drivers)
      }
    }
  }

  private struct Model {
    var chosen: [Int]
    var explained: [Double]
  }

  /// Adds the sub-models that the drivers from `driver` on give rise to.
  private func visit(
    _ node: UnsafeMutablePointer<Double>, _ driver: Int, _ model: inout Model,
    into target: UnsafeMutablePointer<Double>
  ) {
    guard driver < drivers else { addModel(node, model, into: target); return }
    let explained = model.explained
    let child = nodes + (driver + 1) * drivers * width
    sweep(node, driver, &model, into: child)
    let own = sums + (driver + 1) * block
    own.update(repeating: 0, count: block)
    visit(child, driver + 1, &model, into: own)
    for place in 0..<block {
      shares[driver * block + place] += own[place]
      target[place] += own[place]
    }
    model.chosen.removeLast()
    model.explained = explained
    visit(node, driver + 1, &model, into: target)
  }

  /// Takes a driver in: rows of chosen drivers hold coefficients, the others what is left of covariances.
  private func sweep(
    _ node: UnsafeMutablePointer<Double>, _ driver: Int, _ model: inout Model,
    into child: UnsafeMutablePointer<Double>
  ) {
    let pivotRow = node + driver * width
    let pivot = pivotRow[driver]
    // A driver that follows from those chosen adds nothing and gets no coefficient.
    let inverse = pivot > ShapleyImportance.tolerance ? 1 / pivot : 0
    for row in model.chosen + Array(driver + 1..<drivers) {
      let factor = node[row * width + driver] * inverse
      for column in driver + 1..<width {
        child[row * width + column] = node[row * width + column] - factor * pivotRow[column]
      }
    }
    for column in driver + 1..<width { child[driver * width + column] = pivotRow[column] * inverse }
    for outcome in 0..<outcomes {
      let cross = pivotRow[drivers + outcome]
      model.explained[outcome] += cross * cross * inverse
    }
    model.chosen.append(driver)
  }

  private func addModel(
    _ node: UnsafeMutablePointer<Double>, _ model: Model, into target: UnsafeMutablePointer<Double>
  ) {
    let (whole, part) = (inside[model.chosen.count], outside[model.chosen.count])
    rest.withUnsafeMutableBufferPointer { rest in
      var place = 0
      func add(_ value: Double) {
        target[place] += whole * value
        rest[place] += part * value
      }
      for outcome in 0..<outcomes {
        let column = drivers + outcome
        let start = outcome * (block / outcomes)
        for row in model.chosen {
          let slope = node[row * width + column]
          place = start + row * (row + 1) / 2
          let line = place
          for other in model.chosen where other <= row {
            place = line + other
            add(slope * node[other * width + column])
          }
          place = start + drivers * (drivers + 1) / 2 + row
          add(slope)
        }
        place = start + block / outcomes - 1
        add(model.explained[outcome])
      }
    }
  }
}
