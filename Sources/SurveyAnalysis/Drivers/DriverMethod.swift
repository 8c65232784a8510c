/// How importance is shared among drivers.
public enum DriverMethod: String, Sendable, CaseIterable {
  /// Exact Shapley value of R² (LMG, general dominance); the default.
  case shapley
  /// Johnson's relative weights.
  case relativeWeights = "relative-weights"
}
