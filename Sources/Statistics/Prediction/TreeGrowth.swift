/// Grows regression trees on bootstrap samples, each split where the squared error falls most.
///
/// Breiman, Friedman, Olshen & Stone 1984, Classification and Regression Trees.
struct TreeGrowth {
  /// The weight, the weighted outcome and the number of draws of rows, summed.
  private typealias Sums = SIMD4<Double>

  /// A stretch of rows waiting to be split.
  private struct Stretch {
    let node: Int
    let rows: Range<Int>
    let sums: Sums
  }

  /// The best split of a stretch.
  private struct Split {
    var predictor = -1
    var step = 0
    var gain = -Double.infinity
    var left = Sums.zero
  }

  private let bins: RatingBins
  private let outcome: [Double]
  private let weights: [Double]?
  private let options: ForestOptions
  private let tried: Int
  private var histogram: [Sums]
  private var sums: [Sums]
  private var order: [Int32] = []
  private var candidates: [Int]

  /// Growth on rows with outcomes centred at their mean.
  init(_ bins: RatingBins, _ outcome: [Double], _ weights: [Double]?, _ options: ForestOptions) {
    (self.bins, self.outcome, self.weights, self.options) = (bins, outcome, weights, options)
    tried = min(bins.predictors, options.tried ?? max(1, bins.predictors / 3))
    histogram = [Sums](repeating: .zero, count: bins.steps)
    sums = [Sums](repeating: .zero, count: outcome.count)
    candidates = Array(0..<bins.predictors)
  }

  /// A tree on as many rows as there are, drawn with replacement; returns the rows left out too.
  mutating func grow(_ generator: inout SeededGenerator) -> (tree: RegressionTree, leftOut: [Int32]) {
    let leftOut = draw(&generator)
    // Each tree tries predictors in an order of its own, whatever trees came before it on this thread.
    for place in candidates.indices { candidates[place] = place }
    var tree = RegressionTree()
    let total = order.reduce(Sums.zero) { $0 + sums[Int($1)] }
    tree.nodes.append(RegressionTree.Node(value: total[1] / total[0]))
    var waiting = [Stretch(node: 0, rows: order.indices, sums: total)]
    while let stretch = waiting.popLast() {
      let split = best(of: stretch, &generator)
      guard split.predictor >= 0 else { continue }
      let middle = partition(stretch.rows, split)
      let (left, right) = (split.left, stretch.sums - split.left)
      let child = tree.nodes.count
      tree.nodes[stretch.node].predictor = Int32(split.predictor)
      tree.nodes[stretch.node].step = UInt8(split.step)
      tree.nodes[stretch.node].child = Int32(child)
      tree.nodes.append(RegressionTree.Node(value: left[1] / left[0]))
      tree.nodes.append(RegressionTree.Node(value: right[1] / right[0]))
      waiting.append(Stretch(node: child, rows: stretch.rows.lowerBound..<middle, sums: left))
      waiting.append(Stretch(node: child + 1, rows: middle..<stretch.rows.upperBound, sums: right))
    }
    return (tree, leftOut)
  }

  /// Draws rows and returns those that were never drawn.
  private mutating func draw(_ generator: inout SeededGenerator) -> [Int32] {
    var times = [Int32](repeating: 0, count: outcome.count)
    for _ in times.indices { times[generator.index(below: outcome.count)] += 1 }
    var leftOut: [Int32] = []
    order.removeAll(keepingCapacity: true)
    for row in times.indices {
      guard times[row] > 0 else { leftOut.append(Int32(row)); continue }
      let count = Double(times[row])
      let weight = count * (weights?[row] ?? 1)
      sums[row] = Sums(weight, weight * outcome[row], count, 0)
      order.append(Int32(row))
    }
    return leftOut
  }

  /// The best split on predictors drawn at random; more are drawn until one can be split on.
  private mutating func best(of stretch: Stretch, _ generator: inout SeededGenerator) -> Split {
    var best = Split()
    guard stretch.sums[2] >= Double(2 * options.smallestLeaf) else { return best }
    for place in candidates.indices {
      if place >= tried && best.predictor >= 0 { break }
      candidates.swapAt(place, place + generator.index(below: candidates.count - place))
      consider(candidates[place], stretch, &best)
    }
    return best
  }

  /// Keeps a predictor's best split where it is better than that of those before it.
  private mutating func consider(_ predictor: Int, _ stretch: Stretch, _ best: inout Split) {
    let (width, smallest) = (bins.predictors, Double(options.smallestLeaf))
    histogram.withUnsafeMutableBufferPointer { histogram in
      for step in histogram.indices { histogram[step] = .zero }
      order.withUnsafeBufferPointer { order in
        sums.withUnsafeBufferPointer { sums in
          bins.cells.withUnsafeBufferPointer { cells in
            for place in stretch.rows {
              let row = Int(order[place])
              histogram[Int(cells[row * width + predictor])] += sums[row]
            }
          }
        }
      }
      var left = Sums.zero
      for step in 0..<histogram.count - 1 where histogram[step][2] > 0 {
        left += histogram[step]
        let right = stretch.sums - left
        if right[2] < smallest { break }
        if left[2] < smallest { continue }
        let gain = left[1] * left[1] / left[0] + right[1] * right[1] / right[0]
        if gain > best.gain { best = Split(predictor: predictor, step: step, gain: gain, left: left) }
      }
    }
  }

  /// Brings the rows of the first child before those of the other, and returns where the latter begin.
  private mutating func partition(_ rows: Range<Int>, _ split: Split) -> Int {
    let (width, predictor) = (bins.predictors, split.predictor)
    var (low, high) = (rows.lowerBound, rows.upperBound)
    while low < high {
      if Int(bins.cells[Int(order[low]) * width + predictor]) <= split.step {
        low += 1
      } else {
        high -= 1
        order.swapAt(low, high)
      }
    }
    return low
  }
}
