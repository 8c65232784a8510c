/// Binary logits of one outcome at several cuts, with the covariance of all their slopes.
struct JointLogits {
  private let slopes: [[Double]]
  /// The covariance between the slopes of two cuts.
  private var blocks: [[Matrix]]
  /// The degrees of freedom of a design; nil without one.
  private var design: Int?

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

  /// The same slopes with their covariance from the sums of influences over a design's clusters.
  func under(_ sampling: SamplingDesign, _ designs: [LogisticDesign], _ fits: [LogisticNewton]) -> JointLogits
  {
    let size = designs.first?.columns ?? 0
    var sums = [[Double]](
      repeating: [Double](repeating: 0, count: size * fits.count), count: sampling.clusterCount)
    for (cut, (design, fit)) in zip(designs, fits).enumerated() {
      for row in 0..<design.rows {
        let influence = fit.covariance * design.score(row, fit.state.coefficients)
        for place in 0..<size { sums[sampling.clusters[row]][cut * size + place] += influence[place] }
      }
    }
    let full = sampling.covariance(ofSums: sums)
    var result = self
    result.design = sampling.degreesOfFreedom
    for low in fits.indices {
      for high in fits.indices {
        for first in 1..<size {
          for second in 1..<size {
            result.blocks[low][high][first - 1, second - 1] = full[low * size + first, high * size + second]
          }
        }
      }
    }
    return result
  }

  /// The mean of the generalised design effects: how far the covariance of the contrasts exceeds another.
  func widening(of other: JointLogits, _ places: [Int]) -> Double? {
    let contrasts = contrasts(places)
    let cholesky = CholeskyDecomposition(other.covariance(of: contrasts))
    guard cholesky.dependent.isEmpty else { return nil }
    let own = covariance(of: contrasts)
    let trace = contrasts.indices.reduce(0.0) { sum, column in
      sum + cholesky.solve(contrasts.indices.map { own[$0, column] })[column]
    }
    return trace / Double(contrasts.count)
  }

  private typealias Contrast = (cut: Int, place: Int)

  /// The slopes of some predictors at each cut but the first, each to be compared with that at the first.
  private func contrasts(_ places: [Int]) -> [Contrast] {
    slopes.indices.dropFirst().flatMap { cut in places.map { (cut, $0) } }
  }

  private func covariance(of contrasts: [Contrast]) -> Matrix {
    var covariance = Matrix(rows: contrasts.count, columns: contrasts.count)
    for (row, one) in contrasts.enumerated() {
      for (column, two) in contrasts.enumerated() {
        let (left, right) = (one.place, two.place)
        covariance[row, column] =
          blocks[0][0][left, right] - blocks[0][two.cut][left, right] - blocks[one.cut][0][left, right]
          + blocks[one.cut][two.cut][left, right]
      }
    }
    return covariance
  }

  /// Wald's test that the slopes of some predictors are those of the first cut at every cut.
  func test(_ places: [Int]) -> ProportionalOddsTest.Result? {
    let contrasts = contrasts(places)
    let differences = contrasts.map { slopes[0][$0.place] - slopes[$0.cut][$0.place] }
    let cholesky = CholeskyDecomposition(covariance(of: contrasts))
    guard cholesky.dependent.isEmpty, contrasts.count <= design ?? .max else { return nil }
    let statistic = zip(cholesky.solve(differences), differences).reduce(0) { $0 + $1.0 * $1.1 }
    return ProportionalOddsTest.Result(
      statistic: statistic, degreesOfFreedom: contrasts.count,
      pValue: pValue(of: statistic, Double(contrasts.count)))
  }

  private func pValue(of statistic: Double, _ count: Double) -> Double {
    guard let design = design.map(Double.init) else {
      return ChiSquaredDistribution(degreesOfFreedom: count).upperTail(statistic)
    }
    let left = design - count + 1
    return FisherFDistribution(numerator: count, denominator: left)
      .upperTail(statistic / count * left / design)
  }
}
