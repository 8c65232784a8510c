/// Quantiles of a list of numbers.
public enum Quantile {
  /// The quantile of a sorted list by linear interpolation between order statistics: type 7 of Hyndman & Fan
  /// (1996, doi:10.1080/00031305.1996.10473566), R's default.
  ///
  /// - Precondition: the list is sorted and not empty, and `probability` lies in 0…1.
  public static func ofSorted(_ sorted: [Double], at probability: Double) -> Double {
    precondition(!sorted.isEmpty, "A quantile needs at least one number.")
    precondition(probability >= 0 && probability <= 1, "A probability lies between 0 and 1.")
    let position = Double(sorted.count - 1) * probability
    let below = Int(position.rounded(.down))
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }
}
