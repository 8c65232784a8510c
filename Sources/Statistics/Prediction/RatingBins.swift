/// Predictors as small numbers of steps, so that a split is found from a histogram instead of by sorting.
struct RatingBins: Sendable {
  /// The most steps of a predictor; columns with more values are cut into ranges of equal width.
  static let most = 256

  /// How many predictors there are.
  let predictors: Int
  /// How many steps the predictor with most has.
  let steps: Int
  /// The step of each predictor, row after row.
  let cells: [UInt8]
  private let lowest: [Int]
  private let widths: [Int]

  /// How many rows there are.
  var rows: Int { predictors > 0 ? cells.count / predictors : 0 }

  /// The steps of some columns, none of which has a missing number.
  init(_ predictors: [Int], in columns: IntegerColumns) {
    let ranges = predictors.map { predictor in
      columns.columns[predictor].reduce(into: (low: Int.max, high: Int.min)) { range, value in
        range.low = min(range.low, Int(value))
        range.high = max(range.high, Int(value))
      }
    }
    let lowest = ranges.map { $0.low == Int.max ? 0 : $0.low }
    let widths = ranges.map { $0.low > $0.high ? 1 : ($0.high - $0.low) / RatingBins.most + 1 }
    self.init(predictors, in: columns, lowest: lowest, widths: widths)
  }

  /// The steps of the same columns of other rows, beyond the ends taken for the ends.
  func applied(_ predictors: [Int], to columns: IntegerColumns) -> RatingBins {
    RatingBins(predictors, in: columns, lowest: lowest, widths: widths)
  }

  private init(_ chosen: [Int], in columns: IntegerColumns, lowest: [Int], widths: [Int]) {
    predictors = chosen.count
    (self.lowest, self.widths) = (lowest, widths)
    var cells = [UInt8](repeating: 0, count: columns.rows * chosen.count)
    var highest = 0
    for (place, predictor) in chosen.enumerated() {
      for (row, value) in columns.columns[predictor].enumerated() {
        let step = min(RatingBins.most - 1, max(0, (Int(value) - lowest[place]) / widths[place]))
        cells[row * chosen.count + place] = UInt8(step)
        highest = max(highest, step)
      }
    }
    steps = highest + 1
    self.cells = cells
  }
}
