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

  /// The functions' covariance from no more than so many rows, standing for all.
  func covariance(of columns: IntegerColumns, weights: [Double]?, atMost most: Int) -> Matrix {
    let order = patterns.rows.flatMap { $0 }
    let chosen = DeltaMethod.representatives(of: order.count, atMost: most).map { order[$0] }
    let part = columns.restricted(to: chosen)
    let partWeights = weights.map { weights in chosen.map { weights[$0] } }
    let members = MissingPatterns(of: part, shift: patterns.shift, weights: partWeights)
    let expected = ExpectedProducts(
      of: part.restricted(to: members.rows.flatMap { $0 }),
      weights: partWeights.map { weights in members.rows.flatMap { $0 }.map { weights[$0] } },
      patterns: members, at: estimate, derived: derived)
    var result = sum(expected, rows: chosen.count)
    let (all, taken) = (Double(order.count), Double(chosen.count))
    let scale = all / taken * all / max(1, all - 1) / (sumOfWeights * sumOfWeights)
    for place in result.elements.indices { result.elements[place] *= scale }
    return result
  }

  /// The sum of products of influences.
  private func sum(_ expected: ExpectedProducts, rows: Int) -> Matrix {
    let count = forms.count
    var sums = CrossProducts(shift: [Double](repeating: 0, count: count))
    var panel = ProductPanel(columns: count + 1)
    for row in 0..<rows {
      let influences = expected.products(forms, row: row)
      panel.append(weight: 1) { $0 == 0 ? 1 : influences[$0 - 1] }
      if panel.isFull { panel.flush(into: &sums.triangle) }
    }
    panel.flush(into: &sums.triangle)
    var result = Matrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<count { result[row, column] = sums.triangle[CrossProducts.place(row, column)] }
    }
    return result
  }
}
