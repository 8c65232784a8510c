public import SurveyModel

/// Promoters, passives and detractors on the scale of a recommendation question.
///
/// The groups are defined on 0–10 (Reichheld 2003, Harvard Business Review 81(12):46–54): 9–10, 7–8 and 0–6. A scale
/// from 1 to 10 has the same groups, with 1–6 for the detractors, and a result says so (`isStandard`). No other scale
/// has them: shares from five points are not comparable with any net promoter score, so none is made up.
public struct PromoterGroups: Sendable, Equatable {
  /// One of the three groups; the raw value is its part in the score.
  public enum Group: Int, Sendable, CaseIterable {
    /// 0–6.
    case detractor = -1
    /// 7–8.
    case passive = 0
    /// 9–10.
    case promoter = 1
  }

  /// The scale the groups lie on.
  public let scale: Scale

  /// The groups of a scale, or nil where it has none: only 0–10 and 1–10 have, in either direction.
  public init?(of scale: Scale) {
    guard scale.maximum == 10, scale.minimum == 0 || scale.minimum == 1 else { return nil }
    self.scale = scale
  }

  /// Whether the scale is the usual one, 0–10.
  public var isStandard: Bool { scale.minimum == 0 }

  /// The values of a group, the good end of the scale on top.
  public func values(of group: Group) -> ClosedRange<Int> {
    switch group {
    case .detractor: scale.minimum...6
    case .passive: 7...8
    case .promoter: 9...10
    }
  }

  /// The group of a stored value; on a reversed scale, of its mirror image.
  ///
  /// - Precondition: the value lies on the scale.
  public func group(of value: Int) -> Group {
    precondition(scale.contains(value), "A value off the scale has no group.")
    let oriented = scale.oriented(value)
    if oriented >= 9 { return .promoter }
    return oriented >= 7 ? .passive : .detractor
  }
}
