/// How much each row with holes moves functions of the EM estimates.
///
/// A row adds (T − mean T)/Σw to the first step of the iteration, T being the sums and products it is expected to
/// contribute, and the iteration carries it on by (I − J)⁻¹ (see `MissingInformation`). Functions therefore need one linear
/// form in T each, found once; a row costs its expectation and a scalar product per function.
struct MissingInfluence {
  private let patterns: MissingPatterns
  private let estimate: NormalEstimate
  private let derived: Int
  private let sumOfWeights: Double
  /// Per function the linear form in a row's triangle of products.
  private let forms: [[Double]]

  /// The influences on functions whose derivatives with respect to `NormalEstimate.vector` are given.
  init(_ patterns: MissingPatterns, derived: Int, at estimate: NormalEstimate, gradients: [[Double]]) {
    (self.patterns, self.estimate, self.derived) = (patterns, estimate, derived)
    sumOfWeights = patterns.total.sumOfWeights
    let information = MissingInformation(patterns, derived: derived, at: estimate)
    forms = information.carriedBack(gradients).map { MissingInfluence.form($0, estimate) }
  }

  /// The form in a triangle of products, the column of ones first, from derivatives by means and covariances.
  private static func form(_ gradient: [Double], _ estimate: NormalEstimate) -> [Double] {
    let (size, means) = (estimate.means.count, estimate.means)
    var form = [Double](repeating: 0, count: (size + 1) * (size + 2) / 2)
    for column in 0..<size { form[CrossProducts.place(column, -1)] = gradient[column] }
    var place = size
    for row in 0..<size {
      for column in 0...row {
        form[CrossProducts.place(row, column)] = gradient[place]
        form[CrossProducts.place(row, -1)] -= gradient[place] * means[column]
        form[CrossProducts.place(column, -1)] -= gradient[place] * means[row]
        place += 1
      }
    }
    // With the mean of T itself the form gives zero, so that no mean need be taken off row by row.
    form[0] = 0
    var triangle = [1.0]
    for row in 0..<size {
      triangle.append(means[row])
      triangle += (0...row).map { estimate.covariance[row, $0] + means[row] * means[$0] }
    }
    form[0] = -zip(form, triangle).reduce(0) { $0 + $1.0 * $1.1 }
    return form
  }

  /// The functions' covariances and accelerations; without a design rows are independent of each other, and some stand
  /// for all of a large table.
  func moments(
    of columns: IntegerColumns, weights: [Double]?, design: SamplingDesign? = nil,
    atMost limit: Int = DeltaMethod.mostRows
  ) -> (covariance: Matrix, accelerations: [Double]) {
    let order = patterns.rows.flatMap { $0 }
    let most = design == nil ? limit : order.count
    let chosen = DeltaMethod.representatives(of: order.count, atMost: most).map { order[$0] }
    var moments = InfluenceMoments(functions: forms.count, design: design)
    // In parts, since what every row is expected to contribute is kept meanwhile.
    for start in stride(from: 0, to: chosen.count, by: DeltaMethod.mostRows) {
      let part = Array(chosen[start..<min(start + DeltaMethod.mostRows, chosen.count)])
      add(part, of: columns, weights: weights, to: &moments)
    }
    return moments.finished(standingFor: order.count)
  }

  private func add(
    _ rows: [Int], of columns: IntegerColumns, weights: [Double]?, to moments: inout InfluenceMoments
  ) {
    let part = columns.restricted(to: rows)
    let partWeights = weights.map { weights in rows.map { weights[$0] } }
    let members = MissingPatterns(of: part, shift: patterns.shift, weights: partWeights)
    let order = members.rows.flatMap { $0 }
    let expected = ExpectedProducts(
      of: part.restricted(to: order), weights: partWeights.map { weights in order.map { weights[$0] } },
      patterns: members, at: estimate, derived: derived)
    for (place, row) in order.enumerated() {
      let influences = expected.products(forms, row: place)
      moments.add(row: rows[row]) { influences[$0] / sumOfWeights }
    }
  }
}
