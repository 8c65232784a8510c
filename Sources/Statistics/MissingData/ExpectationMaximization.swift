/// The maximum-likelihood means and covariances of columns with missing numbers, under a normal distribution.
///
/// The EM algorithm (Dempster, Laird & Rubin 1977, doi:10.1111/j.2517-6161.1977.tb01600.x; Little & Rubin 2019,
/// 11.2) on sums per pattern of missingness. It assumes that whether a number is missing depends only on numbers that
/// are there; complete cases assume more.
public struct ExpectationMaximization: Sendable, Equatable {
  /// The means and covariances; covariances are divided by the sum of weights.
  public let covariance: Covariance
  /// How many iterations were made.
  public let iterations: Int
  /// Whether the last iteration changed nothing by more than the tolerance.
  public let hasConverged: Bool
  /// Whether columns followed from each other so closely that a ten-millionth of their variances was added for
  /// the regressions among them.
  public let isRegularized: Bool

  /// The estimates from small whole numbers.
  ///
  /// The last `derived` columns are functions of earlier ones and never missing where those are there: they get their
  /// covariances with what the others are expected to be, and take no part in the expectation.
  ///
  /// - Throws: `FitError.tooFewObservations` where fewer than two rows have a positive weight.
  public init(
    of columns: IntegerColumns, derived: Int = 0, weights: [Double]? = nil, tolerance: Double = 1e-12
  ) throws(FitError) {
    try self.init(MissingPatterns(of: columns, weights: weights), derived: derived, tolerance: tolerance)
  }

  /// The estimates from numbers of which some are nil.
  public init(
    of columns: [[Double?]], weights: [Double]? = nil, tolerance: Double = 1e-12
  ) throws(FitError) {
    try self.init(MissingPatterns(of: columns, weights: weights), derived: 0, tolerance: tolerance)
  }

  init(_ patterns: MissingPatterns, derived: Int, tolerance: Double) throws(FitError) {
    let rows = patterns.total.rows
    guard rows > 1 else { throw .tooFewObservations(have: rows, need: 2) }
    var step = ExpectationStep(patterns, derived: derived)
    var state = NormalEstimate(startingFrom: patterns)
    let outcome = step.iterate(&state, tolerance: tolerance, atMost: 10_000)
    let total = patterns.total
    covariance = Covariance(
      means: zip(patterns.shift, state.means).map { $0 + $1 }, matrix: state.covariance, rows: rows,
      sumOfWeights: total.sumOfWeights,
      effectiveRows: total.sumOfWeights * total.sumOfWeights / total.sumOfSquaredWeights)
    iterations = outcome.iterations
    hasConverged = outcome.hasConverged
    isRegularized = outcome.isRegularized
  }
}

/// Means and covariances on their way to the maximum, as deviations from the shift of the sums.
struct NormalEstimate: Sendable {
  var means: [Double]
  var covariance: Matrix

  init(means: [Double], covariance: Matrix) {
    self.means = means
    self.covariance = covariance
  }

  /// Means and variances of what is there, without covariances.
  init(startingFrom patterns: MissingPatterns) {
    let columns = patterns.shift.count
    means = [Double](repeating: 0, count: columns)
    covariance = Matrix(rows: columns, columns: columns)
    for column in 0..<columns {
      var weight = 0.0
      for (group, missing) in patterns.missing.enumerated() where !missing.contains(column) {
        weight += patterns.triangles[group * patterns.triangleSize]
      }
      guard weight > 0 else { continue }
      means[column] = patterns.total.triangle[CrossProducts.place(column, -1)] / weight
      let square = patterns.total.triangle[CrossProducts.place(column, column)] / weight
      covariance[column, column] = max(0, square - means[column] * means[column])
    }
  }

  /// The largest change of a mean or covariance, in standard deviations.
  func distance(to other: NormalEstimate) -> Double {
    var largest = 0.0
    let deviations = covariance.diagonal.map { max($0, .leastNormalMagnitude).squareRoot() }
    for row in means.indices {
      largest = max(largest, (means[row] - other.means[row]).magnitude / deviations[row])
      for column in 0...row {
        let change = (covariance[row, column] - other.covariance[row, column]).magnitude
        largest = max(largest, change / (deviations[row] * deviations[column]))
      }
    }
    return largest
  }
}
