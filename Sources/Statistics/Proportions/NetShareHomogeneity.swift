/// A test of whether several groups share one net share.
///
/// Q = Σ(N_k − N)²/SE_k² with N the mean weighted by 1/SE_k², chi-squared with k − 1 degrees of freedom (Cochran
/// 1954, doi:10.2307/3001666). Groups whose standard error is zero cannot be weighed and are left out.
public struct NetShareHomogeneity: Sendable, Equatable {
  /// Cochran's Q.
  public let statistic: Double
  /// The number of groups with a standard error, less one.
  public let degreesOfFreedom: Int
  /// The p-value of "all alike".
  public let pValue: Double
  /// The mean of the groups, weighted by their precision, −1…1.
  public let mean: Double

  /// A test among groups without a member in common, or nil where fewer than two have a standard error.
  public init?(of groups: [NetShare]) {
    let usable = groups.filter { $0.standardError > 0 }
    guard usable.count >= 2 else { return nil }
    let precisions = usable.map { 1 / ($0.standardError * $0.standardError) }
    let total = precisions.reduce(0, +)
    let mean = zip(precisions, usable).reduce(0) { $0 + $1.0 * $1.1.value } / total
    statistic = zip(precisions, usable).reduce(0) { sum, group in
      let distance = group.1.value - mean
      return sum + group.0 * distance * distance
    }
    degreesOfFreedom = usable.count - 1
    self.mean = mean
    pValue = ChiSquaredDistribution(degreesOfFreedom: Double(usable.count - 1)).upperTail(statistic)
  }
}
