/// A simpler or rarer measure of importance than shares of R², each with a question of its own.
public enum DriverMeasure: String, Sendable, CaseIterable {
  /// What a driver explains alone: its squared correlation.
  case first
  /// What a driver adds to all others: its squared semipartial correlation.
  case last
  /// The squared coefficient in standard deviations.
  case betaSquared = "beta-squared"
  /// Pratt's measure: coefficient in standard deviations times correlation.
  case pratt
  /// The squared correlation with the outcome of the driver made uncorrelated with the others (CAR).
  case car
  /// Feldman's proportional marginal variance decomposition (PMVD).
  case pmvd

  /// Whether the values of all drivers sum to R², so that each is a share of it.
  public var sumsToRSquared: Bool {
    switch self {
    case .first, .last, .betaSquared: false
    case .pratt, .car, .pmvd: true
    }
  }

  /// Whether a value is, or behaves like, the square of something with a sign, so that no effect is the edge of its range.
  var isSquare: Bool { self != .pratt }

  /// The interval of the measure from that of its root: a root that may be 0 gives a value that may.
  func interval(fromRoots roots: ClosedRange<Double>) -> ClosedRange<Double> {
    guard isSquare else { return roots }
    let ends = [roots.lowerBound * roots.lowerBound, roots.upperBound * roots.upperBound]
    return (roots.contains(0) ? 0 : min(ends[0], ends[1]))...max(ends[0], ends[1])
  }

  /// Whether a value can be negative, so that it is no share even where the values sum to R².
  public var canBeNegative: Bool { self == .pratt }
}
