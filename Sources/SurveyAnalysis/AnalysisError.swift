/// Why an analysis cannot be made.
public enum AnalysisError: Error, Sendable, Equatable {
  /// There are no responses, or none in the wave or segment asked for.
  case noResponses
  /// No response has a valid answer to the outcome.
  case noValidOutcome
  /// The outcome's scale has no promoters and detractors; only 0–10 and 1–10 have.
  case noPromoterGroups(minimum: Int, maximum: Int)
  /// Every valid answer to the outcome is the same, so nothing can be explained.
  case constantOutcome(value: Int)
  /// The survey names no drivers, or none is left that varies.
  case noUsableDriver
  /// Too few respondents for the number of drivers.
  case tooFewRespondents(have: Int, need: Int)
  /// A name that the survey does not know, with the nearest known one.
  case unknownSegment(String, nearest: String?)
  /// A covariate that is neither a driver nor a segment, with the nearest known name.
  case unknownCovariate(String, nearest: String?)
  /// A wave that is not stored, with the nearest known one.
  case unknownWave(String, nearest: String?)
  /// Periods were asked for, but the survey has no date, or no wave.
  case noPeriods(Period)
  /// More drivers than the exact method can take.
  case tooManyDrivers(have: Int, most: Int)
}
