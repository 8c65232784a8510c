extension DeltaMethod {
  /// The values and covariances of functions of a published matrix, on the assumption that answers are jointly normal.
  ///
  /// The influence of a respondent on a function is zᵀFz; under normality two such forms have the covariance
  /// 2 tr(F R G R) with R the correlations (Isserlis 1918, doi:10.1093/biomet/12.1-2.134), here over the rows of the
  /// matrix. Without the answers there is no way to do without the assumption.
  public init(assumingNormality published: Covariance, _ functions: SmoothFunctions) {
    let correlation = published.correlation
    let values = functions.estimates(Covariance(published: correlation, rows: published.rows))
    let forms = functions.forms(correlation, values.count).functions.map { $0 * correlation }
    var covariance = Matrix(rows: values.count, columns: values.count)
    for first in forms.indices {
      for second in 0...first {
        var trace = 0.0
        for row in 0..<correlation.rows {
          for column in 0..<correlation.rows {
            trace += forms[first][row, column] * forms[second][column, row]
          }
        }
        covariance[first, second] = 2 * trace / published.effectiveRows
        covariance[second, first] = covariance[first, second]
      }
    }
    self.init(estimates: values, covariance: covariance)
  }
}
