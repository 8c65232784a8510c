/// How a driver acts on the outcome: by low ratings, by high ones, or by both.
///
/// Kano's three kinds as told apart by penalties and rewards (Kano et al. 1984, doi:10.20684/quality.14.2_147; Matzler &
/// Sauerwein 2002, doi:10.1108/09564230210445078).
public enum AsymmetryClass: String, Sendable, CaseIterable {
  /// Low ratings cost more than high ratings earn: must be in order, and wins nobody.
  case basic
  /// Low ratings cost about as much as high ratings earn.
  case performance
  /// High ratings earn more than low ratings cost.
  case excitement

  /// The class of a penalty and a reward; nil where neither has the sign that its name promises.
  ///
  /// An effect of the wrong sign counts as none. `band` is how far the index may be from zero for a driver to count as
  /// symmetric; Mikulić & Prebežac (2008) take 0.1.
  ///
  /// - Precondition: `band` lies from 0 to below 1.
  public init?(penalty: Double, reward: Double, band: Double = 0.1) {
    precondition(band >= 0 && band < 1, "The band of symmetry lies from 0 to below 1.")
    let (cost, gain) = (max(0, -penalty), max(0, reward))
    guard cost + gain > 0 else { return nil }
    let index = (gain - cost) / (gain + cost)
    self = index < -band ? .basic : index > band ? .excitement : .performance
  }
}
