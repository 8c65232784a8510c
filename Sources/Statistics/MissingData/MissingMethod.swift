/// How a covariance is made of rows with missing numbers.
public enum MissingMethod: Sendable, Equatable {
  /// Maximum likelihood under a normal distribution; the last `derived` columns are functions of earlier ones.
  case expectationMaximization(derived: Int)
  /// Each covariance from the rows that have both columns.
  case pairwise
}
