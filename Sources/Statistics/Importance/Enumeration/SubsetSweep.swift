/// Visits all sub-models of some drivers by depth-first elimination and notes R² of each.
///
/// The tree is that of `ShapleySweep`: a node holds what the drivers chosen so far leave of the covariances among the
/// undecided ones, and one elimination makes a model of its neighbour (after Furnival & Wilson 1974, doi:10.2307/1267601).
final class SubsetSweep<Number: SweepNumber> {
  private let drivers: Int
  private let tolerance: Double
  private let storage: UnsafeMutablePointer<Number>
  /// Where the node of a number of undecided drivers lies: a lower triangle, then the covariances with the outcome.
  private let places: [Int]
  private var values: [Number] = []

  init(drivers: Int, tolerance: Double) {
    self.drivers = drivers
    self.tolerance = tolerance
    places = (0...drivers + 1).map { size in (0..<size).reduce(0) { $0 + $1 * ($1 + 3) / 2 } }
    let capacity = places[drivers + 1]
    storage = .allocate(capacity: capacity)
    storage.initialize(repeating: Number(same: 0), count: capacity)
  }

  deinit { storage.deallocate() }

  /// What each set of drivers explains, by bit mask; `matrix(i, j)` are covariances, the outcome last.
  func run(matrix: (Int, Int) -> Number) -> [Number] {
    values = [Number](repeating: Number(same: 0), count: 1 << drivers)
    let root = storage + places[drivers]
    for row in 0..<drivers {
      for column in 0...row { root[row * (row + 1) / 2 + column] = matrix(row, column) }
      root[drivers * (drivers + 1) / 2 + row] = matrix(row, drivers)
    }
    visit(
      UnsafePointer(root), UnsafePointer(root) + drivers * (drivers + 1) / 2, drivers, 0, Number(same: 0))
    return values
  }

  /// Notes the sub-models of `size` undecided drivers beside those in `mask`.
  private func visit(
    _ node: UnsafePointer<Number>, _ cross: UnsafePointer<Number>, _ size: Int, _ mask: Int,
    _ explained: Number
  ) {
    guard size > 0 else { values[mask] = explained; return }
    let last = size - 1
    let pivotRow = node + last * size / 2
    let inverse = Number.reciprocal(of: pivotRow[last], above: tolerance)
    let target = storage + places[last]
    let targetCross = target + last * size / 2
    var at = 0
    for row in 0..<last {
      let factor = pivotRow[row] * inverse
      for column in 0...row {
        target[at] = node[at] - factor * pivotRow[column]
        at += 1
      }
      targetCross[row] = cross[row] - factor * cross[last]
    }
    visit(node, cross, last, mask, explained)
    visit(
      UnsafePointer(target), UnsafePointer(targetCross), last, mask | 1 << last,
      explained + cross[last] * cross[last] * inverse)
  }
}
