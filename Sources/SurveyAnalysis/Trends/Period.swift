/// The stretches of time a trend is told in.
public enum Period: String, Sendable, CaseIterable {
  /// The survey's waves.
  case wave
  /// Weeks by ISO 8601, `2026-W47`.
  case week
  /// Months, `2026-11`.
  case month
  /// Quarters, `2026-Q4`.
  case quarter
  /// Years, `2026`.
  case year
}
