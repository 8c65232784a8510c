/// How intervals of importance are made.
public enum IntervalMethod: Sendable, Equatable {
  /// Resampling respondents, with a seed.
  case bootstrap(replicates: Int, seed: UInt64)
  /// The delta method on the covariance matrix, with draws of the joint normal for the ranks.
  case delta(draws: Int, seed: UInt64)
}
