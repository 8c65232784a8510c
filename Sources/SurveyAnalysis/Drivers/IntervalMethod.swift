/// How intervals of importance are made.
public enum IntervalMethod: Sendable, Equatable {
  /// Resampling respondents, with a seed.
  case bootstrap(replicates: Int, seed: UInt64, interval: ReplicateInterval = .percentile)
  /// Resampling some respondents, evenly spread over the table, and scaling the spread to all of them; for more
  /// respondents than can be resampled, where covariances are pairwise or drivers are many.
  case scaledBootstrap(replicates: Int, rows: Int, seed: UInt64)
  /// The delta method on the covariance matrix, with draws of the joint normal for the ranks.
  case delta(draws: Int, seed: UInt64)
}

/// How an interval is read off the replicates of a bootstrap.
public enum ReplicateInterval: String, Sendable, CaseIterable {
  /// From quantile to quantile.
  case percentile
  /// The same, mirrored at the estimate (Davison & Hinkley 1997, 5.2).
  case basic
  /// Corrected for bias, and for a standard error that changes with the value (BCa; Efron 1987,
  /// doi:10.1080/01621459.1987.10478410).
  ///
  /// With pairwise covariances, and where the EM algorithm needed help, it is corrected for bias only.
  case biasCorrected = "bca"
  /// From quantile to quantile or on the logit scale around the replicates' mean, whichever is wider, after their spread was
  /// widened to that of samples; takes the place of `percentile` beyond `DriverOptions.mostResampledDrivers` drivers.
  case widened
}
