/// A weighted regression taken apart by cluster, in the coordinates of its triangular factor.
///
/// With U the rows of a cluster in those coordinates, UUᵀ is its block of the hat matrix. All that the corrections need
/// comes from UᵀU, which is as small as the model: (I − UUᵀ)^−½ acts on scores Uᵀe as (I − UᵀU)^−½.
struct ClusteredFit {
  /// A cluster's part.
  struct Group {
    /// UᵀU.
    let products: SymmetricEigen
    /// The sum of its scores.
    let score: [Double]

    /// The score of residuals multiplied by (I − H)^−½.
    var adjustedScore: [Double] { ClusteredFit.adjustment(products) { 1 / $0.squareRoot() } * score }
  }

  /// The groups, without those of no weight.
  let groups: [Group]
  /// A root of (XᵀWX)⁻¹.
  let root: Matrix
  private let kept: [Int]
  private let predictors: Int
  private let observations: Int
  /// The rows of positive weight, with their scores.
  private let rows: [Int]
  private let scores: [[Double]]

  init(
    _ outcome: [Double], _ columns: [[Double]], _ weights: [Double]?, _ sampling: SamplingDesign
  ) throws(FitError) {
    precondition(columns.allSatisfy { $0.count == outcome.count }, "All columns have the same length.")
    let design = RegressionDesign(columns: columns + [outcome], weights: weights)
    guard design.rows > 1 else { throw .tooFewObservations(have: design.rows, need: 2) }
    guard design.sumsOfSquares[columns.count] > 0 else { throw .constantOutcome }
    let solution = design.solve(tolerance: LinearRegression.tolerance)
    let size = solution.kept.count + 1
    rows = outcome.indices.filter { (weights?[$0] ?? 1) > 0 }
    var products = [Matrix](repeating: Matrix(rows: size, columns: size), count: sampling.clusterCount)
    var sums = [[Double]](repeating: [Double](repeating: 0, count: size), count: products.count)
    var scores: [[Double]] = []
    for (row, original) in rows.enumerated() {
      let place = design.coordinates(row, solution)
      let weight = design.weights[row]
      let residual = design.residual(row, solution)
      scores.append(place.map { weight * residual * $0 })
      let cluster = sampling.clusters[original]
      for first in 0..<size {
        sums[cluster][first] += scores[row][first]
        for second in 0..<size { products[cluster][first, second] += weight * place[first] * place[second] }
      }
    }
    groups = products.indices.filter { products[$0][0, 0] > 0 }.map {
      Group(products: SymmetricEigen(products[$0]), score: sums[$0])
    }
    (root, kept, predictors) = (solution.root, solution.kept, columns.count)
    (observations, self.scores) = (design.rows, scores)
  }

  /// G/(G − 1) · (n − 1)/(n − k).
  var smallSampleFactor: Double {
    let (count, size) = (Double(groups.count), Double(root.columns))
    return count / (count - 1) * Double(observations - 1) / (Double(observations) - size)
  }

  /// A score per row, zero where the weight is.
  func rowScores(_ count: Int) -> [[Double]] {
    var result = [[Double]](repeating: [Double](repeating: 0, count: root.columns), count: count)
    for (place, row) in rows.enumerated() { result[row] = scores[place] }
    return result
  }

  /// A value per parameter from its row of the root: the intercept's, then the predictors', nil for aliased ones.
  func spread(_ value: ([Double]) -> Double) -> [Double?] {
    var result = [Double?](repeating: nil, count: predictors + 1)
    result[0] = value(root.row(0))
    for (place, predictor) in kept.enumerated() { result[predictor + 1] = value(root.row(place + 1)) }
    return result
  }

  /// The degrees of freedom of a chi-squared variable with the mean and variance that a CR2 variance has where
  /// observations are independent and alike.
  func satterthwaite(_ contrast: [Double]) -> Double {
    let size = contrast.count
    var (trace, squares) = (0.0, 0.0)
    var outer = Matrix(rows: size, columns: size)
    for group in groups {
      let length = ClusteredFit.adjustment(group.products, times: true) { 1 / $0 }.quadraticForm(contrast)
      let vector = ClusteredFit.adjustment(group.products, times: true) { 1 / $0.squareRoot() } * contrast
      let own = vector.reduce(0) { $0 + $1 * $1 }
      trace += length - own
      squares += length * length - 2 * length * own
      for first in 0..<size {
        for second in 0..<size { outer[first, second] += vector[first] * vector[second] }
      }
    }
    squares += outer.elements.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? trace * trace / squares : 0
  }

  /// A function of I − UᵀU, times UᵀU where asked; 0 along directions that a cluster alone determines.
  private static func adjustment(
    _ products: SymmetricEigen, times isTimes: Bool = false, _ function: (Double) -> Double
  ) -> Matrix {
    products.transformed { value in
      1 - value > 1e-10 ? function(1 - value) * (isTimes ? value : 1) : 0
    }
  }
}
