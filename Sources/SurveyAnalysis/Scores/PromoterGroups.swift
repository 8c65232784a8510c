public import SurveyModel

/// Promoters, passives and detractors on the scale of a recommendation question, or boxes on any other scale.
///
/// The groups are defined on 0–10 (Reichheld 2003, Harvard Business Review 81(12):46–54): 9–10, 7–8 and 0–6. A scale
/// from 1 to 10 has the same groups, with 1–6 for the detractors, and a result says so (`isStandard`). No other scale
/// has them. Where a figure is wanted all the same, the highest and the lowest boxes take their place, and
/// `isNetPromoter` is false: their balance is not comparable with any net promoter score and must not be called one.
public struct PromoterGroups: Sendable, Equatable {
  /// One of the three groups; the raw value is its part in the score.
  public enum Group: Int, Sendable, CaseIterable {
    /// 0–6, or the lowest boxes.
    case detractor = -1
    /// 7–8, or what lies between the boxes.
    case passive = 0
    /// 9–10, or the highest boxes.
    case promoter = 1
  }

  /// The scale the groups lie on.
  public let scale: Scale

  /// The groups of a scale, or nil where it has none: only 0–10 and 1–10 have, in either direction.
  public init?(of scale: Scale) {
    guard PromoterGroups.isNetPromoter(scale) else { return nil }
    self.scale = scale
  }

  /// The groups of a scale that has them; on any other the two highest and two lowest answers, or one each where
  /// there are only two or three.
  public init(orBoxesOf scale: Scale) {
    self.scale = scale
  }

  private static func isNetPromoter(_ scale: Scale) -> Bool {
    scale.maximum == 10 && (scale.minimum == 0 || scale.minimum == 1)
  }

  /// Whether these are promoters and detractors, so that their balance is a net promoter score.
  public var isNetPromoter: Bool { PromoterGroups.isNetPromoter(scale) }

  /// Whether the scale is the usual one, 0–10.
  public var isStandard: Bool { isNetPromoter && scale.minimum == 0 }

  /// How many answers make up a box at either end; of no meaning on a scale with promoters.
  public var boxSize: Int { scale.maximum - scale.minimum < 3 ? 1 : 2 }

  private var lowest: Int { isNetPromoter ? 6 : scale.minimum + boxSize - 1 }
  private var highest: Int { isNetPromoter ? 9 : scale.maximum - boxSize + 1 }

  /// The values of a group, the good end of the scale on top; nil where nothing lies between two boxes.
  public func values(of group: Group) -> ClosedRange<Int>? {
    switch group {
    case .detractor: scale.minimum...lowest
    case .passive: lowest + 1 < highest ? (lowest + 1)...(highest - 1) : nil
    case .promoter: highest...scale.maximum
    }
  }

  /// The group of a stored value; on a reversed scale, of its mirror image.
  ///
  /// - Precondition: the value lies on the scale.
  public func group(of value: Int) -> Group {
    precondition(scale.contains(value), "A value off the scale has no group.")
    let oriented = scale.oriented(value)
    if oriented >= highest { return .promoter }
    return oriented > lowest ? .passive : .detractor
  }
}
