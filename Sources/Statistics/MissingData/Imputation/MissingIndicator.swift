/// Predictors with holes made fit for a regression: the mean where a number is missing, and a column that says so.
///
/// Right only where the question did not apply, so that there is no number to be known ("no contact with the help desk").
/// Where people just did not answer it biases all coefficients (Jones 1996, doi:10.1080/01621459.1996.10476680): use the
/// EM covariance or multiple imputation then.
public struct MissingIndicator: Sendable, Equatable {
  /// The predictors with the weighted mean of their numbers in the holes, then the indicators.
  public let columns: [[Double]]
  /// For each indicator, the predictor it belongs to; a predictor without holes has none.
  public let indicated: [Int]

  /// The completed predictors and their indicators.
  ///
  /// - Precondition: columns and weights have equal lengths.
  public init(_ predictors: [[Double?]], weights: [Double]? = nil) {
    indicated = predictors.indices.filter { predictors[$0].contains { $0 == nil } }
    let filled = predictors.map { column -> [Double] in
      var (sum, total) = (0.0, 0.0)
      for (row, value) in column.enumerated() {
        guard let value else { continue }
        sum += (weights?[row] ?? 1) * value
        total += weights?[row] ?? 1
      }
      let mean = total > 0 ? sum / total : 0
      return column.map { $0 ?? mean }
    }
    columns = filled + indicated.map { predictors[$0].map { $0 == nil ? 1 : 0 } }
  }
}
