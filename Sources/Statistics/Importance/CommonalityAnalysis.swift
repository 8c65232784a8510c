/// R² divided into what each set of drivers explains in common and no other driver does.
///
/// Mood 1969; Newton & Spurrell 1967 (doi:10.2307/2985372). Parts may be negative where a driver suppresses another.
public struct CommonalityAnalysis: Sendable, Equatable {
  /// The part of each set by bit mask; mask 0 has none.
  ///
  /// Single bits are what drivers explain uniquely. They sum to R².
  public let parts: [Double]

  /// The parts of R² of all sub-models.
  ///
  /// The part of a set S is −(−1)^|S| Σ (−1)^|U| R²(all but U) over the subsets U of S, by one pass per driver.
  public init(_ models: SubsetRSquared) {
    let all = models.values.count - 1
    var parts = models.values.indices.map { models.values[all ^ $0] * ($0.nonzeroBitCount % 2 == 0 ? 1 : -1) }
    for driver in 0..<models.drivers {
      for mask in parts.indices where mask >> driver & 1 == 1 { parts[mask] += parts[mask ^ 1 << driver] }
    }
    for mask in parts.indices where mask.nonzeroBitCount % 2 == 0 { parts[mask] = -parts[mask] }
    parts[0] = 0
    self.parts = parts
  }
}
