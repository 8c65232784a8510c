/// How intervals of importance are made.
public enum IntervalMethod: Sendable, Equatable {
  /// Resampling respondents, with a seed.
  case bootstrap(replicates: Int, seed: UInt64)
  /// Resampling some respondents, evenly spread over the table, and scaling the spread to all of them; for more
  /// respondents than can be resampled, where covariances are pairwise or drivers are many.
  case scaledBootstrap(replicates: Int, rows: Int, seed: UInt64)
  /// The delta method on the covariance matrix, with draws of the joint normal for the ranks.
  case delta(draws: Int, seed: UInt64)
}
