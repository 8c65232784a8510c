/// Visits all sub-models of some drivers by depth-first elimination and sums what each driver adds, by model size.
///
/// A node of the tree holds what the drivers chosen so far leave of the covariances among the undecided ones (their
/// Schur complement). "In" sweeps one driver out of a matrix that shrinks by one, "out" is the same matrix without its
/// last row, so a sub-model costs a constant number of operations and the memory is that of p small matrices
/// (after Furnival & Wilson 1974, doi:10.2307/1267601). A subtree returns its sums of R² by number of drivers added;
/// the difference of the two branches is what the driver adds. The last drivers are decided by the lane of a vector,
/// so that eight sub-models run side by side.
final class ShapleySweep<Number: SweepNumber> {
  private let drivers: Int
  private let outcomes: Int
  private let tolerance: Double
  private let storage: UnsafeMutablePointer<Number>
  private let storageSize: Int
  private let matrices: [Int]
  private let scratch: [Int]
  private let gains: UnsafeMutablePointer<Number>
  private let binomials: UnsafeMutablePointer<Double>

  /// Room for sub-models of some drivers of some outcomes.
  ///
  /// - Precondition: there are at least as many drivers as `Number.laneBits`.
  init(drivers: Int, outcomes: Int, tolerance: Double) {
    precondition(drivers >= Number.laneBits, "Pad the drivers with columns of zeros.")
    self.drivers = drivers
    self.outcomes = outcomes
    self.tolerance = tolerance
    var (offset, matrices, scratch) = (0, [Int](), [Int]())
    for size in 0...drivers {
      matrices.append(offset)
      offset += size * (size + 1) / 2 + size * outcomes
      scratch.append(offset)
      offset += (size + 1) * outcomes
    }
    storageSize = offset
    self.matrices = matrices
    self.scratch = scratch
    storage = .allocate(capacity: offset)
    gains = .allocate(capacity: drivers * drivers * outcomes)
    binomials = .allocate(capacity: (drivers + 1) * (drivers + 1))
    storage.initialize(repeating: Number(same: 0), count: offset)
    gains.initialize(repeating: Number(same: 0), count: drivers * drivers * outcomes)
    ShapleySweep.fill(binomials, upTo: drivers)
  }

  deinit {
    storage.deallocate()
    gains.deallocate()
    binomials.deallocate()
  }

  /// Sums over all sub-models: per outcome and driver, by number of other drivers in the model.
  ///
  /// `matrix(i, j)` are the drivers' correlations, `cross(i, k)` those with outcome k.
  func run(matrix: (Int, Int) -> Number, cross: (Int, Int) -> Number) -> [Matrix] {
    gains.update(repeating: Number(same: 0), count: drivers * drivers * outcomes)
    let root = storage + matrices[drivers]
    let rootCross = root + drivers * (drivers + 1) / 2
    for row in 0..<drivers {
      for column in 0...row { root[row * (row + 1) / 2 + column] = matrix(row, column) }
      for outcome in 0..<outcomes { rootCross[row * outcomes + outcome] = cross(row, outcome) }
    }
    let undecided = drivers - Number.laneBits
    var base = [Number](repeating: Number(same: 0), count: outcomes)
    var (node, nodeCross) = (UnsafePointer(root), UnsafePointer(rootCross))
    for bit in 0..<Number.laneBits {
      let size = drivers - bit
      let gained = eliminate(node, nodeCross, size, mask: Number.membership(ofBit: bit))
      for outcome in 0..<outcomes { base[outcome] = base[outcome] + gained[outcome] }
      node = UnsafePointer(storage + matrices[size - 1])
      nodeCross = node + (size - 1) * size / 2
    }
    var sums = [Number](repeating: Number(same: 0), count: (undecided + 1) * outcomes)
    sums.withUnsafeMutableBufferPointer { sums in
      guard let start = sums.baseAddress else { return }
      visit(node, nodeCross, undecided, chosen: 0, into: start)
    }
    return gathered(base: base, sums: sums)
  }

  /// Sweeps the last of `size` drivers out in the lanes of `mask` and returns what it adds to each outcome's R².
  private func eliminate(
    _ node: UnsafePointer<Number>, _ cross: UnsafePointer<Number>, _ size: Int, mask: Number
  ) -> [Number] {
    let last = size - 1
    let row = node + last * size / 2
    let inverse = Number.reciprocal(of: row[last], above: tolerance) * mask
    sweep(node, cross, last, inverse)
    return (0..<outcomes).map { cross[last * outcomes + $0] * cross[last * outcomes + $0] * inverse }
  }

  /// Writes what is left of the first `last` drivers after the one at `last` to its place in the storage.
  @inline(__always)
  private func sweep(
    _ node: UnsafePointer<Number>, _ cross: UnsafePointer<Number>, _ last: Int, _ inverse: Number
  ) {
    let pivotRow = node + last * (last + 1) / 2
    let pivotCross = cross + last * outcomes
    let target = storage + matrices[last]
    let targetCross = target + last * (last + 1) / 2
    var place = 0
    for row in 0..<last {
      let factor = pivotRow[row] * inverse
      for column in 0...row {
        target[place] = node[place] - factor * pivotRow[column]
        place += 1
      }
      for outcome in 0..<outcomes {
        let at = row * outcomes + outcome
        targetCross[at] = cross[at] - factor * pivotCross[outcome]
      }
    }
  }

  /// Visits the sub-models of `size` undecided drivers and returns their sums of R² by number of drivers added.
  private func visit(
    _ node: UnsafePointer<Number>, _ cross: UnsafePointer<Number>, _ size: Int, chosen: Int,
    into sums: UnsafeMutablePointer<Number>
  ) {
    for outcome in 0..<outcomes { sums[outcome] = Number(same: 0) }
    guard size > 1 else {
      if size == 1 { visitLast(node, cross, chosen, sums) }
      return
    }
    let last = size - 1
    let inverse = Number.reciprocal(of: node[last * size / 2 + last], above: tolerance)
    sweep(node, cross, last, inverse)
    let child = UnsafePointer(storage + matrices[last])
    let with = storage + scratch[last]
    visit(child, child + last * size / 2, last, chosen: chosen + 1, into: with)
    visit(node, cross, last, chosen: chosen, into: sums)
    let ways = binomials + last * (drivers + 1)
    let added = gains + (last * drivers + chosen) * outcomes
    for outcome in 0..<outcomes {
      let pivot = cross[last * outcomes + outcome]
      let gained = pivot * pivot * inverse
      sums[size * outcomes + outcome] = Number(same: 0)
      for count in stride(from: last, through: 0, by: -1) {
        let at = count * outcomes + outcome
        let inside = with[at] + gained * ways[count]
        added[at] = added[at] + (inside - sums[at])
        sums[at + outcomes] = sums[at + outcomes] + inside
      }
    }
  }

  /// The end of a branch: one undecided driver.
  @inline(__always)
  private func visitLast(
    _ node: UnsafePointer<Number>, _ cross: UnsafePointer<Number>, _ chosen: Int,
    _ sums: UnsafeMutablePointer<Number>
  ) {
    let inverse = Number.reciprocal(of: node[0], above: tolerance)
    let added = gains + chosen * outcomes
    for outcome in 0..<outcomes {
      let gained = cross[outcome] * cross[outcome] * inverse
      added[outcome] = added[outcome] + gained
      sums[outcomes + outcome] = gained
    }
  }

  /// Brings the lanes together.
  private func gathered(base: [Number], sums: [Number]) -> [Matrix] {
    let (bits, undecided) = (Number.laneBits, drivers - Number.laneBits)
    return (0..<outcomes).map { outcome in
      var result = Matrix(rows: drivers, columns: drivers)
      for driver in 0..<undecided {
        for chosen in 0..<undecided {
          let added = gains[(driver * drivers + chosen) * outcomes + outcome]
          for lane in 0..<1 << bits {
            result[driver, chosen + lane.nonzeroBitCount] += added.value(inLane: lane)
          }
        }
      }
      for bit in 0..<bits {
        for lane in 0..<1 << bits where lane >> bit & 1 == 0 {
          let other = lane | 1 << bit
          for count in 0...undecided {
            let ways = binomials[undecided * (drivers + 1) + count]
            let sum = sums[count * outcomes + outcome]
            let difference =
              sum.value(inLane: other) - sum.value(inLane: lane)
              + ways * (base[outcome].value(inLane: other) - base[outcome].value(inLane: lane))
            result[drivers - 1 - bit, count + lane.nonzeroBitCount] += difference
          }
        }
      }
      return result
    }
  }

  private static func fill(_ binomials: UnsafeMutablePointer<Double>, upTo drivers: Int) {
    let width = drivers + 1
    for row in 0...drivers {
      for column in 0...drivers {
        let above = row > 0 && column > 0 ? binomials[(row - 1) * width + column - 1] : 0
        let beside = row > 0 ? binomials[(row - 1) * width + column] : 0
        binomials[row * width + column] = column == 0 ? 1 : column > row ? 0 : above + beside
      }
    }
  }
}
