internal import Statistics

/// A net promoter score: the share of promoters (9–10) less the share of detractors (0–6), in points.
public struct NetPromoterScore: Sendable, Equatable {
  /// The score in points, −100…100.
  public let value: Double
  /// The interval in points, clipped to −100…100.
  public let interval: ClosedRange<Double>
  /// The confidence of the interval, 0…1.
  public let confidence: Double
  /// The standard error in points (linearised where weighted).
  public let standardError: Double
  /// The weighted share of promoters among valid answers, 0…1.
  public let promoters: Double
  /// The weighted share of passives (7–8) among valid answers, 0…1.
  public let passives: Double
  /// The weighted share of detractors among valid answers, 0…1.
  public let detractors: Double
  /// What it rests on.
  public let base: Base
}

extension NetPromoterScore {
  /// The score of a net share, in points.
  init(_ share: NetShare, base: Base, options: ScoreOptions) {
    let range = share.interval(options.interval, confidence: options.confidence)
    value = 100 * share.value
    interval = 100 * range.lowerBound...100 * range.upperBound
    confidence = options.confidence
    standardError = 100 * share.standardError
    promoters = share.inFavour
    passives = share.between
    detractors = share.against
    self.base = base
  }
}
