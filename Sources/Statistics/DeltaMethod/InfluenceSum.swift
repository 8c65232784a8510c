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

  /// The functions' covariances and accelerations; without a design rows are independent of each other, and some stand
  /// for all of a large table.
  func moments(
    of columns: IntegerColumns, weights: [Double]?, design: SamplingDesign?
  ) -> (covariance: Matrix, accelerations: [Double]) {
    let most = design == nil ? DeltaMethod.mostRows : columns.rows
    let rows = DeltaMethod.representatives(of: columns.rows, atMost: most).filter { (weights?[$0] ?? 1) > 0 }
    var moments = InfluenceMoments(functions: count, design: design)
    let total = covariance.sumOfWeights
    forEachInfluence(of: rows, in: columns) { row, influence in
      let factor = (weights?[row] ?? 1) / total
      moments.add(row: row) { factor * influence[$0 / 8][$0 % 8] }
    }
    return moments.finished(standingFor: covariance.rows)
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
