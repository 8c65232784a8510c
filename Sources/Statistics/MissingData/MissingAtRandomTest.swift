/// Little's test of whether numbers are missing completely at random.
///
/// Compares the means of each pattern of missingness with those that the EM estimates of all rows lead one to expect
/// (Little 1988, doi:10.1080/01621459.1988.10478722): Σ nⱼ (ȳⱼ − μ)′Σ⁻¹(ȳⱼ − μ) over the observed columns of pattern j,
/// with Σ the EM covariance times n/(n − 1). A small p-value speaks against complete cases; a large one proves nothing,
/// and nothing can tell whether numbers are missing because of what they would have been.
public struct MissingAtRandomTest: Sendable, Equatable {
  /// The chi-squared statistic.
  public let statistic: Double
  /// Observed columns summed over patterns, less columns.
  public let degreesOfFreedom: Int
  /// The p-value of "completely at random".
  public let pValue: Double
  /// How many patterns of missingness there are.
  public let patterns: Int

  /// The test for small whole numbers; nil where there is one pattern only.
  ///
  /// - Throws: `FitError.tooFewObservations` where fewer than two rows have a positive weight.
  public init?(of columns: IntegerColumns, weights: [Double]? = nil) throws(FitError) {
    try self.init(MissingPatterns(of: columns, weights: weights))
  }

  /// The test for numbers of which some are nil; nil where there is one pattern only.
  ///
  /// - Throws: `FitError.tooFewObservations` where fewer than two rows have a positive weight.
  public init?(of columns: [[Double?]], weights: [Double]? = nil) throws(FitError) {
    try self.init(MissingPatterns(of: columns, weights: weights))
  }

  init?(_ patterns: MissingPatterns) throws(FitError) {
    let estimate = try ExpectationMaximization(patterns, derived: 0, tolerance: 1e-10).covariance
    let rows = Double(estimate.rows)
    var (statistic, degrees) = (0.0, -estimate.columns)
    for (group, missing) in patterns.missing.enumerated() {
      let there = (0..<estimate.columns).filter { !missing.contains($0) }
      let cholesky = CholeskyDecomposition(estimate.matrix.restricted(to: there))
      let weight = patterns.triangles[group * patterns.triangleSize]
      let differences = there.map { column in
        patterns.shift[column] - estimate.means[column]
          + patterns.triangles[group * patterns.triangleSize + CrossProducts.place(column, -1)] / weight
      }
      let distance = zip(differences, cholesky.solve(differences)).reduce(0) { $0 + $1.0 * $1.1 }
      // Weights count as so many respondents, brought back to the number there are.
      statistic += weight * rows / estimate.sumOfWeights * distance * (rows - 1) / rows
      degrees += there.count - cholesky.dependent.count
    }
    guard patterns.missing.count > 1, degrees > 0 else { return nil }
    self.statistic = statistic
    degreesOfFreedom = degrees
    pValue = ChiSquaredDistribution(degreesOfFreedom: Double(degrees)).upperTail(statistic)
    self.patterns = patterns.missing.count
  }
}
