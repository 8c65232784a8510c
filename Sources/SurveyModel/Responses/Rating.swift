/// A stored answer to a rating question in two bytes: its code on the scale, or why it is missing.
///
/// The code is the answer itself, or its steps where the scale has decimals: 75 for 7.5.
public struct Rating: Sendable, Equatable {
  /// The code on the scale, or one of three numbers below every scale that stand for a reason.
  public let code: Int16

  /// Not put to the respondent.
  @inlinable
  public static var notShown: Rating { Rating(code: .min) }
  /// Shown and left unanswered.
  @inlinable
  public static var skipped: Rating { Rating(code: .min + 1) }
  /// "Don't know" or "not applicable".
  @inlinable
  public static var dontKnow: Rating { Rating(code: .min + 2) }

  /// A rating by its code.
  @inlinable
  public init(code: Int16) {
    self.code = code
  }

  /// A code on the scale; it must lie within −30,000…30,000.
  @inlinable
  public init(_ value: Int) {
    self.code = Int16(truncatingIfNeeded: value)
  }

  /// A missing answer.
  @inlinable
  public init(missing reason: MissingReason) {
    switch reason {
    case .notShown: self = .notShown
    case .skipped: self = .skipped
    case .dontKnow: self = .dontKnow
    }
  }

  /// Whether the answer is missing.
  @inlinable
  public var isMissing: Bool { code <= Int16.min + 2 }

  /// The code, or nil where the answer is missing.
  @inlinable
  public var value: Int? { isMissing ? nil : Int(code) }

  /// Why the answer is missing, or nil where there is one.
  public var missingReason: MissingReason? {
    switch self {
    case .notShown: .notShown
    case .skipped: .skipped
    case .dontKnow: .dontKnow
    default: nil
    }
  }
}
