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

  func covariance(of columns: IntegerColumns, weights: [Double]?) -> Matrix {
    let rows = DeltaMethod.representatives(of: columns.rows, atMost: DeltaMethod.mostRows)
      .filter { (weights?[$0] ?? 1) > 0 }
    var sums = CrossProducts(shift: [Double](repeating: 0, count: count))
    var panel = ProductPanel(columns: count + 1)
    var influence = [SIMD8<Double>](repeating: .zero, count: width)
    let scales = covariance.standardDeviations.map { $0 > 0 ? 1 / $0 : 0 }
    for row in rows {
      fill(&influence, columns, row, scales)
      let weight = weights?[row] ?? 1
      panel.append(weight: weight * weight) {
        $0 == 0 ? 1 : influence[($0 - 1) / 8][($0 - 1) % 8]
      }
      if panel.isFull { panel.flush(into: &sums.triangle) }
    }
    panel.flush(into: &sums.triangle)
    let size = Double(covariance.rows)
    let total = covariance.sumOfWeights
    let factor = size / Double(rows.count) / (total * total) * size / max(1, size - 1)
    var result = Matrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<count {
        result[row, column] = factor * sums.triangle[CrossProducts.place(row, column)]
      }
    }
    return result
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
