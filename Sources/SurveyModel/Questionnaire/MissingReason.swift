/// Why an answer is missing.
public enum MissingReason: String, Sendable, CaseIterable {
  /// The question was not put to the respondent.
  case notShown
  /// The question was shown and left unanswered; also the meaning of an empty cell where nothing else is said.
  case skipped
  /// The respondent said "don't know" or "not applicable".
  case dontKnow
}

/// A text in the export that stands for a missing answer.
public struct MissingCode: Sendable, Equatable {
  /// The text of the cell, such as `-99`; matched without regard to case and surrounding spaces.
  public let text: String
  /// What it means.
  public let reason: MissingReason

  /// A text that stands for a missing answer.
  public init(text: String, reason: MissingReason) {
    self.text = text
    self.reason = reason
  }
}
