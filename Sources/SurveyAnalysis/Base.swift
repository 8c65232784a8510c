/// How many answers an estimate rests on.
public struct Base: Sendable, Equatable {
  /// Responses looked at, with or without a valid answer.
  public let responses: Int
  /// Valid answers: the n that is printed.
  public let size: Int
  /// Kish's effective sample size, (Σw)²/Σw²; equal to `size` without weights (Kish 1965, Survey Sampling).
  public let effectiveSize: Double

  /// Below this many answers there is no verdict and the figure is marked.
  public static let lowBase = 30
  /// Below this many answers the figure is withheld, so that nobody can be recognised.
  public static let suppressed = 5

  /// A base.
  public init(responses: Int, size: Int, effectiveSize: Double) {
    self.responses = responses
    self.size = size
    self.effectiveSize = effectiveSize
  }

  /// Whether the estimate is to be marked as resting on few answers (fewer than 30).
  public var isLow: Bool { size < Base.lowBase }
  /// Whether the estimate must not be shown (fewer than 5 answers).
  public var isSuppressed: Bool { size < Base.suppressed }
}
