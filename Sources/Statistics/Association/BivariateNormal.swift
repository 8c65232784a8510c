internal import RealModule

/// Two standard normal variables with a correlation.
struct BivariateNormal {
  /// The correlation, between −1 and 1.
  let correlation: Double

  /// The spread of one variable where the other is known.
  private var spread: Double { ((1 - correlation) * (1 + correlation)).squareRoot() }

  /// The joint density; 0 where either is infinite.
  func density(_ first: Double, _ second: Double) -> Double {
    guard first.isFinite, second.isFinite else { return 0 }
    let rest = (second - correlation * first) / spread
    return NormalDistribution.standard.density(first) * NormalDistribution.standard.density(rest) / spread
  }

  /// The probabilities of the cells of a table, rows between cuts of the first variable and columns between cuts of the
  /// second; cuts rise and do not hold the infinities.
  ///
  /// The first variable is integrated by Gauss and Legendre's rule, panel by panel, over what the second gives exactly.
  func cells(rows: [Double], columns: [Double]) -> Matrix {
    let bounds = [-BivariateNormal.reach] + rows + [BivariateNormal.reach]
    var result = Matrix(rows: rows.count + 1, columns: columns.count + 1)
    for row in 0...rows.count {
      let (low, high) = (bounds[row], max(bounds[row], bounds[row + 1]))
      let panels = max(1, Int(((high - low) / (2 * max(spread, 1e-3))).rounded(.up)))
      let width = (high - low) / Double(panels)
      for panel in 0..<panels {
        let middle = low + (Double(panel) + 0.5) * width
        for node in BivariateNormal.nodes {
          let place = middle + node.place * width / 2
          let weight = node.weight * width / 2 * NormalDistribution.standard.density(place)
          add(weight, at: place, row, columns, to: &result)
        }
      }
    }
    return result
  }

  /// Beyond this a normal variable has no weight that a double would notice.
  private static let reach = 9.0

  /// Adds a weight, shared out over the columns by the second variable given the first.
  private func add(
    _ weight: Double, at place: Double, _ row: Int, _ columns: [Double], to cells: inout Matrix
  ) {
    let normal = NormalDistribution.standard
    let cuts = columns.map { ($0 - correlation * place) / spread }
    for column in 0...cuts.count {
      let low = column > 0 ? cuts[column - 1] : -.infinity
      let high = column < cuts.count ? cuts[column] : .infinity
      // The difference is taken on the side away from 1.
      let share =
        low > 0
        ? normal.upperTail(low) - normal.upperTail(high) : normal.cumulative(high) - normal.cumulative(low)
      cells[row, column] += weight * share
    }
  }

  /// Gauss and Legendre's rule with 20 points on −1…1, by Newton's iteration on the polynomial.
  private static let nodes: [(place: Double, weight: Double)] = (0..<20).map { index in
    var place = Double.cos(.pi * (Double(index) + 0.75) / 20.5)
    var slope = 1.0
    for _ in 0..<8 {
      var (last, value) = (1.0, place)
      for degree in 2...20 {
        let order = Double(degree)
        (last, value) = (value, ((2 * order - 1) * place * value - (order - 1) * last) / order)
      }
      slope = 20 * (place * value - last) / (place * place - 1)
      place -= value / slope
    }
    return (place, 2 / ((1 - place * place) * slope * slope))
  }
}
