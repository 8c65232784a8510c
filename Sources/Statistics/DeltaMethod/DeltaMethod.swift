/// Standard errors of smooth functions of correlations, without resampling.
///
/// A respondent with standardised answers z moves a correlation by ψ = z₁z₂ − r(z₁² + z₂²)/2 over n, so a function
/// f of all correlations by the sum of ψ times f's derivatives; the variance of these influences over n is that of f
/// (Hampel 1974, doi:10.1080/01621459.1974.10482962). It makes no assumption about the distribution of the answers.
/// For Shapley shares the derivatives are in closed form (`SmoothFunctions`). Above `mostRows` rows the variance is that of
/// as many of them, known to within one percent.
public struct DeltaMethod: Sendable, Equatable {
  /// The most rows the variance of the influences is computed from.
  public static let mostRows = 100_000

  /// The functions' values.
  public let estimates: [Double]
  /// Their covariances.
  public let covariance: Matrix
  /// How fast each one's standard error changes with its value, as `BootstrapInterval.biasCorrected` needs it; nil where the
  /// answers themselves are not known.
  public let accelerations: [Double]?

  /// The standard error of each function.
  public var standardErrors: [Double] { covariance.diagonal.map { max($0, 0).squareRoot() } }

  /// The values and covariances of functions of the columns' correlations.
  ///
  /// - Parameter design: Which rows may depend on each other, such as several answers by one person, and the strata they
  ///   were drawn in; nil where all rows are independent. Errors then rest on the number of clusters (Liang & Zeger 1986,
  ///   doi:10.1093/biomet/73.1.13), so a few dozen are needed.
  /// - Precondition: no number is missing; the design has a row for every row.
  public init(
    of columns: IntegerColumns, weights: [Double]? = nil, design: SamplingDesign? = nil,
    _ functions: SmoothFunctions
  ) {
    precondition(design.map { $0.clusters.count == columns.rows } ?? true, "The design has a row per row.")
    let whole = Covariance(CrossProducts(of: columns, weights: weights))
    let correlation = whole.correlation
    estimates = functions.estimates(Covariance(published: correlation, rows: whole.rows))
    let influences = InfluenceSum(functions.forms(correlation, estimates.count), at: whole)
    let moments = influences.moments(of: columns, weights: weights, design: design)
    (covariance, accelerations) = (moments.covariance, moments.accelerations)
  }

  /// The values and covariances of functions of the columns' correlations by the EM algorithm, some numbers being
  /// missing.
  ///
  /// A row counts with what it is expected to contribute, and the share of information that is missing is made good
  /// (`MaximumLikelihoodErrors` says how). The last `derived` columns are functions of earlier ones, as for
  /// `MissingMethod.expectationMaximization`.
  ///
  /// - Precondition: some row has a positive weight.
  public init(
    maximizingLikelihoodOf columns: IntegerColumns, derived: Int = 0, weights: [Double]? = nil,
    design: SamplingDesign? = nil, _ functions: SmoothFunctions
  ) {
    let patterns = MissingPatterns(of: columns, weights: weights)
    let estimate = NormalEstimate(maximizingLikelihoodOf: patterns, derived: derived)
    let rows = patterns.total.rows
    let correlation = Covariance(published: estimate.covariance, rows: rows).correlation
    estimates = functions.estimates(Covariance(published: correlation, rows: rows))
    let influence = MissingInfluence(
      patterns, derived: derived, at: estimate,
      gradients: functions.forms(correlation, estimates.count).byCovariances(estimate))
    let moments = influence.moments(of: columns, weights: weights, design: design)
    (covariance, accelerations) = (moments.covariance, moments.accelerations)
  }

  init(estimates: [Double], covariance: Matrix) {
    (self.estimates, self.covariance, accelerations) = (estimates, covariance, nil)
  }

  /// The same for functions without known derivatives; see `SmoothFunctions.differentiated`.
  public init(
    of columns: IntegerColumns, weights: [Double]? = nil, design: SamplingDesign? = nil,
    _ function: @escaping @Sendable (Covariance) -> [Double]
  ) {
    self.init(of: columns, weights: weights, design: design, .differentiated(function))
  }

  /// The same by the EM algorithm for functions without known derivatives.
  public init(
    maximizingLikelihoodOf columns: IntegerColumns, derived: Int = 0, weights: [Double]? = nil,
    design: SamplingDesign? = nil, _ function: @escaping @Sendable (Covariance) -> [Double]
  ) {
    self.init(
      maximizingLikelihoodOf: columns, derived: derived, weights: weights, design: design,
      .differentiated(function))
  }

  /// The rows that the variance is computed from: all of them, or of every k rows that follow each other one drawn at
  /// random, so that no pattern in the order of the file can coincide with the choice.
  static func representatives(of count: Int, atMost most: Int) -> [Int] {
    let stride = count > most ? (count + most - 1) / most : 1
    guard stride > 1 else { return Array(0..<count) }
    var generator = SeededGenerator(seed: 1)
    return Swift.stride(from: 0, to: count, by: stride).map { start in
      start + generator.index(below: min(stride, count - start))
    }
  }

  /// Draws from the normal distribution with these estimates and covariances, a row per draw.
  public func draws(_ count: Int, of statistics: Range<Int>, seed: UInt64) -> Matrix {
    let part = covariance.restricted(to: Array(statistics))
    let root = SymmetricEigen(part).transformed { $0 > 0 ? $0.squareRoot() : 0 }
    var result = Matrix(rows: count, columns: statistics.count)
    for row in 0..<count {
      var generator = SeededGenerator(seed: seed, stream: UInt64(row))
      let normal = statistics.map { _ in
        NormalDistribution.standard.quantile(max(generator.uniform(), 0x1p-54))
      }
      for (column, moved) in (root * normal).enumerated() {
        result[row, column] = estimates[statistics.lowerBound + column] + moved
      }
    }
    return result
  }
}
