/// How the interval of a net share is made.
public enum NetShareInterval: String, Sendable, CaseIterable {
  /// Wald with three made-up respondents: ¾ in favour, 1½ between, ¾ against (Rocks 2016,
  /// doi:10.1080/00031305.2016.1139518); the default. Weighted, they join Kish's effective number of respondents.
  case adjustedWald = "adjusted-wald"
  /// N ± z·SE; too short for small numbers and of no width where all stand on one side.
  case wald
  /// All values that a score test does not reject (in the manner of Tango 1998,
  /// doi:10.1002/(SICI)1097-0258(19980430)17:8<891::AID-SIM780>3.0.CO;2-B). Weighted, with Kish's effective number.
  case score
}

extension NetShare {
  /// The interval of the net share, within −1…1.
  ///
  /// - Precondition: `confidence` lies between 0 and 1.
  public func interval(
    _ method: NetShareInterval = .adjustedWald, confidence: Double = 0.95
  ) -> ClosedRange<Double> {
    let z = NormalDistribution.criticalValue(confidence: confidence)
    switch method {
    case .adjustedWald: return adjusted.interval(z)
    case .wald: return NetShare.clipped(value - z * standardError, value + z * standardError)
    case .score: return scoreInterval(z)
    }
  }

  /// The net share with Rocks's three respondents added.
  var adjusted: AdjustedNetShare {
    let number = effectiveCount + 3
    let centre = effectiveCount * value / number
    let sides = (effectiveCount * (inFavour + against) + 1.5) / number
    return AdjustedNetShare(value: centre, variance: (sides - centre * centre) / number)
  }

  static func clipped(_ low: Double, _ high: Double) -> ClosedRange<Double> {
    max(-1, min(1, low))...min(1, max(-1, high))
  }

  private func scoreInterval(_ z: Double) -> ClosedRange<Double> {
    NetShare.clipped(scoreLimit(towards: -1, z), scoreLimit(towards: 1, z))
  }

  /// The last value on the way to −1 or 1 that the score test does not reject, by halving.
  private func scoreLimit(towards end: Double, _ z: Double) -> Double {
    guard !isAccepted(end, z) else { return end }
    var inside = value
    var outside = end
    while true {
      let middle = (inside + outside) / 2
      if middle == inside || middle == outside { return inside }
      if isAccepted(middle, z) { inside = middle } else { outside = middle }
    }
  }

  /// Whether |N − d| ≤ z √((2q + d − d²)/n), q being the likeliest share against where the net share is d.
  private func isAccepted(_ difference: Double, _ z: Double) -> Bool {
    let linear = (inFavour + against) * (1 - difference) - 2 * difference * (1 - inFavour)
    let root = (linear * linear + 8 * against * difference * (1 - difference)).clampedToZero.squareRoot()
    let share = (linear + root) / 4
    let variance = (2 * share + difference - difference * difference).clampedToZero
    return (value - difference).magnitude <= z * (variance / effectiveCount).squareRoot()
  }
}

/// A net share and its variance after three respondents were added.
struct AdjustedNetShare: Sendable {
  let value: Double
  let variance: Double

  func interval(_ z: Double) -> ClosedRange<Double> {
    let half = z * variance.squareRoot()
    return NetShare.clipped(value - half, value + half)
  }
}
