public import SurveyModel

/// Which ratings count as low and which as high.
public struct RatingCuts: Sendable, Equatable {
  /// The highest rating that is low.
  public let low: Int
  /// The lowest rating that is high.
  public let high: Int

  /// Cuts, with the good end of the scale on top.
  ///
  /// - Precondition: `low` < `high`.
  public init(low: Int, high: Int) {
    precondition(low < high, "A low rating lies below a high one.")
    self.low = low
    self.high = high
  }

  /// The usual cuts of a scale: 0–6 and 9–10, as for the score, where it ends in 10; elsewhere the same parts of it, such
  /// as 1–3 and 5 of five.
  public init(for scale: Scale) {
    if scale.maximum == 10, scale.minimum == 0 || scale.minimum == 1 {
      self.init(low: 6, high: 9)
    } else {
      let length = Double(scale.maximum - scale.minimum)
      let high = scale.minimum + Int((0.9 * length).rounded(.up))
      let low = scale.minimum + Int((0.6 * length).rounded(.down))
      self.init(low: min(low, high - 1), high: high)
    }
  }
}
