/// Brant's test of whether one set of coefficients serves all levels of an ordered outcome.
///
/// The binary logits of "above this level" are compared across levels with their joint covariance (Brant 1990,
/// doi:10.2307/2532457). Blocks below the diagonal are the transposes of those above; the R package `brant` 0.3-0 copies
/// them as they are and is off by up to 5e-4. With many levels few respondents lie beyond the outer ones: the test is
/// then rough, and separation there makes it impossible.
public struct ProportionalOddsTest: Sendable, Equatable {
  /// A statistic with its p-value.
  public struct Result: Sendable, Equatable {
    /// Wald's chi-squared statistic.
    public let statistic: Double
    /// Its degrees of freedom.
    public let degreesOfFreedom: Int
    /// The p-value of "the same at all levels".
    public let pValue: Double
  }

  /// All predictors together.
  public let omnibus: Result
  /// Each predictor; nil for aliased ones.
  public let predictors: [Result?]

  /// The test for a fitted model; nil for two levels, and where a binary logit is separated.
  public init?(of model: CumulativeLogit, on predictors: [[Double]], outcome: [Int], weights: [Double]? = nil)
  {
    let cuts = model.levels.dropLast()
    guard cuts.count > 1 else { return nil }
    let designs = cuts.map { cut in
      LogisticDesign(of: outcome.map { $0 > cut ? 1 : 0 }, on: predictors, weights: weights)
    }
    let fits = designs.map { LogisticNewton($0) }
    guard let first = designs.first, !first.kept.isEmpty, !fits.contains(where: \.isSeparated) else {
      return nil
    }
    let joint = JointLogits(first, fits)
    let places = Array(first.kept.indices)
    guard let omnibus = joint.test(places) else { return nil }
    self.omnibus = omnibus
    var results = [Result?](repeating: nil, count: predictors.count)
    for place in places { results[first.kept[place]] = joint.test([place]) }
    self.predictors = results
  }
}

/// Binary logits of one outcome at several cuts, with the covariance of all their slopes.
struct JointLogits {
  private let slopes: [[Double]]
  /// The covariance between the slopes of two cuts.
  private var blocks: [[Matrix]]

  init(_ design: LogisticDesign, _ fits: [LogisticNewton]) {
    slopes = fits.map { Array($0.state.coefficients.dropFirst()) }
    let size = design.columns
    let fitted = fits.map { fit in
      (0..<design.rows).map { LogisticProbability(design.linearPredictor($0, fit.state.coefficients)).one }
    }
    let empty = Matrix(rows: size - 1, columns: size - 1)
    blocks = fits.map { _ in fits.map { _ in empty } }
    for low in fits.indices {
      for high in low..<fits.count {
        var middle = Matrix(rows: size, columns: size)
        for row in 0..<design.rows {
          // P(above both) is that of the higher cut.
          let joint = fitted[high][row] - fitted[low][row] * fitted[high][row]
          let x = design.row(row)
          for first in 0..<size {
            let scaled = design.weights[row] * joint * x[first]
            for second in 0..<size { middle[first, second] += scaled * x[second] }
          }
        }
        let full = fits[low].covariance * middle * fits[high].covariance
        for first in 1..<size {
          for second in 1..<size {
            blocks[low][high][first - 1, second - 1] = full[first, second]
            blocks[high][low][second - 1, first - 1] = full[first, second]
          }
        }
      }
    }
  }

  /// Wald's test that the slopes of some predictors are those of the first cut at every cut.
  func test(_ places: [Int]) -> ProportionalOddsTest.Result? {
    let contrasts = slopes.indices.dropFirst().flatMap { cut in places.map { (cut, $0) } }
    let differences = contrasts.map { slopes[0][$0.1] - slopes[$0.0][$0.1] }
    var covariance = Matrix(rows: contrasts.count, columns: contrasts.count)
    for (row, one) in contrasts.enumerated() {
      for (column, two) in contrasts.enumerated() {
        let (left, right) = (one.1, two.1)
        covariance[row, column] =
          blocks[0][0][left, right] - blocks[0][two.0][left, right] - blocks[one.0][0][left, right]
          + blocks[one.0][two.0][left, right]
      }
    }
    let cholesky = CholeskyDecomposition(covariance)
    guard cholesky.dependent.isEmpty else { return nil }
    let statistic = zip(cholesky.solve(differences), differences).reduce(0) { $0 + $1.0 * $1.1 }
    let tail = ChiSquaredDistribution(degreesOfFreedom: Double(contrasts.count)).upperTail(statistic)
    return ProportionalOddsTest.Result(
      statistic: statistic, degreesOfFreedom: contrasts.count, pValue: tail)
  }
}
