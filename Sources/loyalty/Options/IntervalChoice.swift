import ArgumentParser
import LoyaltyDrivers

/// `--interval`.
enum IntervalChoice: String, CaseIterable, ExpressibleByArgument {
  case automatic, percentile, basic, bca, delta, none

  /// How intervals are made; a number of replicates asks for the bootstrap, 0 for none.
  func intervals(replicates: Int?) -> DriverOptions.Intervals {
    switch self {
    case .automatic: replicates.map { $0 == 0 ? .none : .bootstrap } ?? .automatic
    case .percentile, .basic, .bca: .bootstrap
    case .delta: .delta
    case .none: .none
    }
  }

  /// How they are read off resamples.
  var replicateInterval: ReplicateInterval {
    switch self {
    case .basic: .basic
    case .bca: .biasCorrected
    default: .percentile
    }
  }

  /// Refuses what cannot be made.
  func check(
    replicates: Int?, missing: MissingTreatment, isRanking: Bool, isModel: Bool
  ) throws {
    guard self == .automatic || replicates != 0 else {
      throw ValidationError(
        "--replicates 0 asks for no intervals, and so does --interval none: give one of the two.")
    }
    guard self != .percentile || !isModel else {
      throw ValidationError(
        "--interval percentile does not go with models of the groups: resamples give them intervals that are too short. "
          + "Leave it out.")
    }
    guard !(self == .bca || self == .delta) || missing != .pairwise else {
      throw ValidationError(
        "--interval \(rawValue) goes with --missing em or complete: pairwise covariances are no smooth function of the respondents."
      )
    }
    guard !(self == .bca || self == .basic) || isRanking else {
      throw ValidationError(
        "--interval \(rawValue) goes with --method shapley, relative-weights or genizi, without --themes.")
    }
  }
}
