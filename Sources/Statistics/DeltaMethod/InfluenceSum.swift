/// Sums products of respondents' influences on several functions.
struct InfluenceSum {
  private let covariance: Covariance
  private let lines: [SIMD8<Double>]
  private let width: Int
  private let count: Int

  /// Keeps the forms' triangles, eight functions side by side.
  init(_ forms: InfluenceForms, at covariance: Covariance) {
    self.covariance = covariance
    count = forms.functions.count
    width = (count + 7) / 8
    let size = covariance.columns
    var lines = [SIMD8<Double>](repeating: .zero, count: size * (size + 1) / 2 * width)
    for (function, form) in forms.functions.enumerated() {
      for row in 0..<size {
        for column in 0...row {
          let place = (row * (row + 1) / 2 + column) * width + function / 8
          lines[place][function % 8] = (row == column ? 1 : 2) * form[row, column]
        }
      }
    }
    self.lines = lines
  }

  /// The functions' covariances from rows that are independent of each other.
  func covariance(of columns: IntegerColumns, weights: [Double]?) -> Matrix {
    let rows = DeltaMethod.representatives(of: columns.rows, atMost: DeltaMethod.mostRows)
      .filter { (weights?[$0] ?? 1) > 0 }
    var sums = CrossProducts(shift: [Double](repeating: 0, count: count))
    var panel = ProductPanel(columns: count + 1)
    forEachInfluence(of: rows, in: columns) { row, influence in
      let weight = weights?[row] ?? 1
      panel.append(weight: weight * weight) {
        $0 == 0 ? 1 : influence[($0 - 1) / 8][($0 - 1) % 8]
      }
      if panel.isFull { panel.flush(into: &sums.triangle) }
    }
    panel.flush(into: &sums.triangle)
    let size = Double(covariance.rows)
    return products(sums, times: size / Double(rows.count) * size / max(1, size - 1))
  }

  /// The functions' covariances where only rows of different clusters are independent: the influences of a cluster are
  /// added up before they are squared, times m/(m − 1) for m clusters.
  func covariance(of columns: IntegerColumns, weights: [Double]?, clusters: [Int]) -> Matrix {
    let rows = (0..<columns.rows).filter { (weights?[$0] ?? 1) > 0 }
    var totals: [Int: [SIMD8<Double>]] = [:]
    var order: [Int] = []
    forEachInfluence(of: rows, in: columns) { row, influence in
      let weight = weights?[row] ?? 1
      let cluster = clusters[row]
      if totals[cluster] == nil { order.append(cluster) }
      var total = totals[cluster] ?? [SIMD8<Double>](repeating: .zero, count: width)
      for vector in 0..<width { total[vector] += weight * influence[vector] }
      totals[cluster] = total
    }
    var sums = CrossProducts(shift: [Double](repeating: 0, count: count))
    var panel = ProductPanel(columns: count + 1)
    for cluster in order {
      guard let total = totals[cluster] else { continue }
      panel.append(weight: 1) { $0 == 0 ? 1 : total[($0 - 1) / 8][($0 - 1) % 8] }
      if panel.isFull { panel.flush(into: &sums.triangle) }
    }
    panel.flush(into: &sums.triangle)
    return products(sums, times: Double(order.count) / max(1, Double(order.count) - 1))
  }

  private func products(_ sums: CrossProducts, times factor: Double) -> Matrix {
    let total = covariance.sumOfWeights
    var result = Matrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<count {
        result[row, column] = factor / (total * total) * sums.triangle[CrossProducts.place(row, column)]
      }
    }
    return result
  }

  private func forEachInfluence(
    of rows: [Int], in columns: IntegerColumns, _ body: (Int, [SIMD8<Double>]) -> Void
  ) {
    var influence = [SIMD8<Double>](repeating: .zero, count: width)
    let scales = covariance.standardDeviations.map { $0 > 0 ? 1 / $0 : 0 }
    for row in rows {
      fill(&influence, columns, row, scales)
      body(row, influence)
    }
  }

  /// The influence of one respondent on every function.
  private func fill(
    _ influence: inout [SIMD8<Double>], _ columns: IntegerColumns, _ row: Int, _ scales: [Double]
  ) {
    let size = scales.count
    var standard = [Double](repeating: 0, count: size)
    for column in 0..<size {
      standard[column] =
        (Double(columns.columns[column][row]) - covariance.means[column]) * scales[column]
    }
    for vector in 0..<width { influence[vector] = .zero }
    var place = 0
    lines.withUnsafeBufferPointer { lines in
      for first in 0..<size {
        for second in 0...first {
          let product = standard[first] * standard[second]
          for vector in 0..<width { influence[vector] += lines[place + vector] * product }
          place += width
        }
      }
    }
  }
}
