import Dispatch

/// A few trees of a forest and what the rows they did not see say of them.
struct ForestPart: Sendable {
  /// Trees grown one after the other by one thread; fixed, so that sums are taken in the same order everywhere.
  private static let size = 8

  private(set) var trees: [RegressionTree] = []
  /// Per row the sum of the predictions of trees that did not see it, and how many they are.
  private(set) var sums: [Double]
  private(set) var counts: [Int]
  /// Per predictor the sum over trees of the growth of the mean squared error when it is shuffled.
  private(set) var increases: [Double]

  /// All trees of a forest, on all cores.
  static func all(_ data: ForestData, _ options: ForestOptions, measures: Bool) -> [ForestPart] {
    let count = (options.trees + size - 1) / size
    var parts = [ForestPart?](repeating: nil, count: count)
    parts.withUnsafeMutableBufferPointer { parts in
      nonisolated(unsafe) let parts = parts
      DispatchQueue.concurrentPerform(iterations: count) { part in
        let trees = part * size..<min((part + 1) * size, options.trees)
        parts[part] = ForestPart(trees, data, options, measures: measures)
      }
    }
    return parts.compactMap(\.self)
  }

  private init(_ numbers: Range<Int>, _ data: ForestData, _ options: ForestOptions, measures: Bool) {
    sums = [Double](repeating: 0, count: data.outcome.count)
    counts = [Int](repeating: 0, count: data.outcome.count)
    increases = [Double](repeating: 0, count: data.bins.predictors)
    var growth = TreeGrowth(data.bins, data.outcome, data.weights, options)
    for number in numbers {
      var generator = SeededGenerator(seed: options.seed, stream: UInt64(number))
      let (tree, leftOut) = growth.grow(&generator)
      look(at: tree, leftOut, data, measures: measures, &generator)
      trees.append(tree)
    }
  }

  /// Adds a tree's predictions of the rows it did not see and, where asked for, what shuffling predictors does to them.
  private mutating func look(
    at tree: RegressionTree, _ rows: [Int32], _ data: ForestData, measures: Bool,
    _ generator: inout SeededGenerator
  ) {
    let width = data.bins.predictors
    var asked = [UInt64](repeating: 0, count: rows.count)
    tree.nodes.withUnsafeBufferPointer { nodes in
      data.bins.cells.withUnsafeBufferPointer { cells in
        guard let start = cells.baseAddress else { return }
        var predictions = [Double](repeating: 0, count: rows.count)
        for (place, row) in rows.enumerated() {
          let value = RegressionTree.leaf(nodes, start + Int(row) * width, asked: &asked[place])
          predictions[place] = value
          sums[Int(row)] += value
          counts[Int(row)] += 1
        }
        guard measures else { return }
        let used = asked.reduce(0) { $0 | $1 }
        for predictor in 0..<width where used >> UInt64(predictor & 63) & 1 == 1 {
          increases[predictor] += ForestPart.increase(
            of: predictor, nodes, start, rows, data, predictions, asked, &generator)
        }
      }
    }
  }

  /// By how much the weighted mean squared error grows when a predictor's steps are shuffled among the rows.
  private static func increase(
    of predictor: Int, _ nodes: UnsafeBufferPointer<RegressionTree.Node>, _ start: UnsafePointer<UInt8>,
    _ rows: [Int32], _ data: ForestData, _ predictions: [Double], _ asked: [UInt64],
    _ generator: inout SeededGenerator
  ) -> Double {
    let width = data.bins.predictors
    let bit = UInt64(1) << UInt64(predictor & 63)
    var steps = rows.map { start[Int($0) * width + predictor] }
    generator.shuffle(&steps)
    var (sum, total) = (0.0, 0.0)
    for (place, row) in rows.enumerated() {
      let weight = data.weights?[Int(row)] ?? 1
      total += weight
      // A row whose way through the tree never meets the predictor keeps its prediction.
      guard asked[place] & bit != 0 else { continue }
      let moved = RegressionTree.leaf(nodes, start + Int(row) * width, with: steps[place], of: predictor)
      let (before, after) = (data.outcome[Int(row)] - predictions[place], data.outcome[Int(row)] - moved)
      sum += weight * (after * after - before * before)
    }
    return total > 0 ? sum / total : 0
  }
}
