/// Why a model cannot be fitted.
public enum FitError: Error, Sendable, Equatable {
  /// Fewer observations of positive weight than the model needs.
  case tooFewObservations(have: Int, need: Int)
  /// The outcome does not vary.
  case constantOutcome
  /// More drivers than an exact enumeration of all sub-models can take.
  case tooManyDrivers(have: Int, most: Int)
}
