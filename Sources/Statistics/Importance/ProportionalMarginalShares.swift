/// Feldman's proportional marginal variance decomposition (PMVD, 2005): shares of R² that weigh orders of entry so that
/// a driver which adds nothing to all others gets nothing.
///
/// The proportional value of what sets of drivers add to the rest: P(S) = w(S) / Σ 1/P(S − j), share j = P(all)/P(all −
/// j). Use it with care: under collinearity it swings from sample to sample and gives redundant drivers nothing.
public struct ProportionalMarginalShares: Sendable, Equatable {
  /// The drivers' shares; they sum to R².
  public let shares: [Double]

  /// The shares over all sub-models, or nil where the method has no answer.
  ///
  /// That is where drivers that add nothing one by one add something together, as duplicates do.
  public init?(_ models: SubsetRSquared) {
    let all = models.values.count - 1
    let losses = models.losses
    let kept = (0..<models.drivers).filter {
      (losses?[1 << $0] ?? models.difference(all, all ^ 1 << $0)) > ShapleyImportance.tolerance
    }
    let whole = kept.reduce(0) { $0 | 1 << $1 }
    guard models.difference(all, whole) <= 1e-9 else { return nil }
    // A driver that adds nothing enters last in every order that counts, so the others share as if it were not there.
    var potentials = [Double](repeating: 1, count: models.values.count)
    for mask in potentials.indices.dropFirst() where mask & ~whole == 0 {
      var sum = 0.0
      for driver in kept where mask >> driver & 1 == 1 { sum += 1 / potentials[mask ^ 1 << driver] }
      let lost = whole == all ? losses?[mask] : nil
      potentials[mask] = (lost ?? models.difference(whole, whole ^ mask)) / sum
    }
    shares = (0..<models.drivers).map { driver in
      kept.contains(driver) ? potentials[whole] / potentials[whole ^ 1 << driver] : 0
    }
  }
}
