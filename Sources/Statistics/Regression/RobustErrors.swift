import RealModule

/// How squared residuals enter a heteroscedasticity-consistent covariance of coefficients.
///
/// White 1980 (doi:10.2307/1912934), MacKinnon & White 1985 (doi:10.1016/0304-4076(85)90158-7), Cribari-Neto 2004
/// (doi:10.1016/S0167-9473(02)00366-3). HC3 is the one to use unless there is a reason (Long & Ervin 2000,
/// doi:10.1080/00031305.2000.10474549).
public enum RobustErrors: String, Sendable, CaseIterable {
  /// As they are.
  case hc0
  /// Times n/(n − k).
  case hc1
  /// Over 1 − h, with h the leverage.
  case hc2
  /// Over (1 − h)².
  case hc3
  /// Over (1 − h)ᵟ with δ = min(4, nh/k).
  case hc4

  /// The factor of a squared residual, or nil where the leverage leaves it undefined.
  func factor(leverage: Double, observations: Int, parameters: Int) -> Double? {
    let (count, size) = (Double(observations), Double(parameters))
    let left = 1 - leverage
    if self == .hc0 { return 1 }
    if self == .hc1 { return observations > parameters ? count / (count - size) : nil }
    guard left > 1e-10 else { return nil }
    switch self {
    case .hc0, .hc1, .hc2: return 1 / left
    case .hc3: return 1 / (left * left)
    case .hc4:
      let power = min(4, count * leverage / size)
      return 1 / Double.pow(left, power)
    }
  }
}
