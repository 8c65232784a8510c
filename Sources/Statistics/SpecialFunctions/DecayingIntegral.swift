internal import RealModule

/// ∫₀^∞ exp(g(s)) ds for a smooth g that falls from g(0) = 0, straight or bent, to −∞.
///
/// Takahasi & Mori's double-exponential rule (1974, doi:10.2977/prims/1195192451) with s = L exp(v − e⁻ᵛ). All
/// terms are positive, so nothing cancels, and the number of terms does not grow with the parameters, unlike that
/// of a series or a continued fraction.
enum DecayingIntegral {
  private struct Node {
    let place: Double
    let weight: Double
  }

  private static let step = 0.11

  private static let nodes: [Node] = (-34...64).map { index in
    let variable = Double(index) * step
    let decay = Double.exp(-variable)
    let place = Double.exp(variable - decay)
    return Node(place: place, weight: step * place * (1 + decay))
  }

  /// The integral, given the slope −g′(0) ≥ 0 and the bend −g″(0), of which the larger sets the scale.
  static func value(slope: Double, bend: Double, of exponent: (Double) -> Double) -> Double {
    let root = (slope * slope + 2 * max(0, bend)).squareRoot()
    let scale = 2 / (slope + root)
    var sum = 0.0
    for node in nodes {
      let term = node.weight * Double.exp(exponent(scale * node.place))
      sum += term
      if term < 1e-19 * sum, node.place > 1 { break }
    }
    return scale * sum
  }
}
