/// Columns that nearly follow from each other, where double precision is not enough.
extension Matrix {
  /// Whether so little of a variable is left beside earlier ones, given their correlations, that a calculation in double
  /// precision would lose digits that the data hold; variables that do not vary aside.
  var isNearlySingular: Bool {
    let varying = (0..<columns).filter { self[$0, $0] > 0 }
    return CholeskyDecomposition(restricted(to: varying), tolerance: 0).leavesLittle
  }
}

extension CrossProducts {
  /// The sums over columns of numbers, to about 31 digits: slower by a factor of some twenty.
  init(preciselyOf columns: [[Double]], weights: [Double]?) {
    self.init(of: columns, weights: weights)
    var sums = triangle.map { _ in DoubleDouble(0) }
    let one = DoubleDouble(1)
    for row in 0..<(columns.first?.count ?? 0) where (weights?[row] ?? 1) > 0 {
      let values = [one] + columns.indices.map { DoubleDouble(sum: columns[$0][row], -shift[$0]) }
      let weight = DoubleDouble(weights?[row] ?? 1)
      var place = 0
      for first in values.indices {
        let weighted = values[first] * weight
        for second in 0...first {
          sums[place] = sums[place] + weighted * values[second]
          place += 1
        }
      }
    }
    triangle = sums.map(\.high)
    remainder = sums.map(\.low)
  }
}
