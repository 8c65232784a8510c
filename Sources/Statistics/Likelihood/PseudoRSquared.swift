internal import RealModule

/// Measures of how much better a model of probabilities does than the overall shares alone.
public struct PseudoRSquared: Sendable, Equatable {
  /// 1 − ℓ/ℓ₀ (McFadden 1974).
  public let mcFadden: Double
  /// 1 − (ℓ − k)/ℓ₀ with k coefficients besides intercepts (Ben-Akiva & Lerman 1985); nil where k is not given.
  public let adjustedMcFadden: Double?
  /// 1 − exp(2(ℓ₀ − ℓ)/n) (Cox & Snell 1989); less than 1 even for a perfect model.
  public let coxSnell: Double
  /// Cox & Snell's over its greatest possible value (Nagelkerke 1991, doi:10.1093/biomet/78.3.691).
  public let nagelkerke: Double
  /// 1 − (ℓ/ℓ₀)^(−2ℓ₀/n) (Estrella 1998, doi:10.1080/07350015.1998.10524753).
  public let estrella: Double

  /// The measures of a model with log-likelihood ℓ against one with the intercept only, ℓ₀.
  ///
  /// Exponentials of log-likelihoods are never taken by themselves: e^(2ℓ₀) underflows from about 1,100 respondents on.
  ///
  /// - Parameters:
  ///   - logLikelihood: ℓ, at most 0.
  ///   - null: ℓ₀, below 0.
  ///   - count: How many respondents, or the sum of their weights.
  ///   - coefficients: How many coefficients there are besides intercepts.
  public init(logLikelihood: Double, null: Double, count: Double, coefficients: Int? = nil) {
    mcFadden = 1 - logLikelihood / null
    adjustedMcFadden = coefficients.map { 1 - (logLikelihood - Double($0)) / null }
    coxSnell = -Double.expMinusOne(2 * (null - logLikelihood) / count)
    nagelkerke = coxSnell / -Double.expMinusOne(2 * null / count)
    let power = -2 * null / count
    estrella = logLikelihood == 0 ? 1 : -Double.expMinusOne(power * Double.log(logLikelihood / null))
  }
}
