/// How one step of the EM algorithm must be stretched to arrive where the iteration would end.
///
/// Near its fixed point the algorithm is linear: a step covers I − J of the way, where J, the rate matrix, is the
/// derivative of a step and measures the information that is missing (Meng & Rubin 1991,
/// doi:10.1080/01621459.1991.10475130). A resample's estimate is therefore the whole sample's plus (I − J)⁻¹ times
/// the resample's first step. J is taken by differences of steps, one per mean and covariance, whatever the number
/// of resamples.
struct MissingInformation: Sendable {
  private let fixed: NormalEstimate
  private let scales: [Double]
  private let free: [Int]
  private let derived: [Int]
  private let spread: Matrix
  private let left: Matrix
  private let remaining: LUDecomposition?

  private static let difference = 1e-5

  /// The rate at a fixed point of the steps on some patterns; the last `derived` columns do not drive a step.
  init(_ patterns: MissingPatterns, derived: Int, at fixed: NormalEstimate) {
    self.fixed = fixed
    let model = fixed.means.count - derived
    let scales = NormalEstimate.scales(of: fixed)
    self.scales = scales
    let isFree = NormalEstimate.columns(of: fixed).map { $0.0 < model && $0.1 < model }
    let free = isFree.indices.filter { isFree[$0] && scales[$0] > 0 }
    self.free = free
    self.derived = isFree.indices.filter { !isFree[$0] && scales[$0] > 0 }
    let rates = MissingInformation.rates(patterns, derived: derived, at: fixed, scales, along: free)
    var left = Matrix.identity(free.count)
    for (column, direction) in free.indices.enumerated() {
      for (row, place) in free.enumerated() { left[row, column] -= rates[direction, place] }
    }
    spread = rates
    self.left = left
    remaining = LUDecomposition(left)
  }

  /// Where the iteration would end after a first step from the fixed point.
  ///
  /// Stretching may leave the covariances without a positive definite matrix; it is then halved until they have one.
  func completed(_ step: NormalEstimate) -> NormalEstimate {
    let base = fixed.vector
    let first = zip(step.vector, base).map { $0 - $1 }
    guard let remaining else { return step }
    let stretched = remaining.solve(free.map { first[$0] / scales[$0] })
    var whole = first
    for (index, place) in free.enumerated() { whole[place] = stretched[index] * scales[place] }
    for place in derived {
      var moved = 0.0
      for index in free.indices { moved += spread[index, place] * stretched[index] }
      whole[place] += moved * scales[place]
    }
    for part in [1, 0.5, 0.25, 0.125] {
      let vector = base.indices.map { base[$0] + first[$0] + part * (whole[$0] - first[$0]) }
      let estimate = NormalEstimate(vector: vector, columns: fixed.means.count)
      if estimate.isPositive { return estimate }
    }
    return step
  }

  /// Derivatives of functions with respect to the end of the iteration, turned into derivatives with respect to its first
  /// step.
  func carriedBack(_ gradients: [[Double]]) -> [[Double]] {
    guard let transposed = LUDecomposition(left.transposed) else { return gradients }
    return gradients.map { gradient in
      let standard = free.indices.map { index in
        derived.reduce(gradient[free[index]] * scales[free[index]]) {
          $0 + gradient[$1] * scales[$1] * spread[index, $1]
        }
      }
      var result = gradient
      for (index, value) in transposed.solve(standard).enumerated() {
        result[free[index]] = value / scales[free[index]]
      }
      return result
    }
  }

  /// Per free direction the change of a step over the change of its start, in standard units.
  private static func rates(
    _ patterns: MissingPatterns, derived: Int, at fixed: NormalEstimate, _ scales: [Double], along free: [Int]
  ) -> Matrix {
    let base = fixed.vector
    var first = ExpectationStep(patterns, derived: derived)
    let origin = first.stepped(from: fixed).vector
    return ParallelRows(rows: free.count, columns: base.count).computed {
      var step = ExpectationStep(patterns, derived: derived)
      return { row, result in
        var moved = base
        moved[free[row]] += difference * scales[free[row]]
        let next = step.stepped(from: NormalEstimate(vector: moved, columns: fixed.means.count)).vector
        for place in base.indices where scales[place] > 0 {
          result[place] = (next[place] - origin[place]) / (difference * scales[place])
        }
      }
    }
  }
}

extension NormalEstimate {
  /// The means, then the covariances of the lower triangle row after row.
  var vector: [Double] {
    means + means.indices.flatMap { row in (0...row).map { covariance[row, $0] } }
  }

  /// An estimate from its means and lower triangle.
  init(vector: [Double], columns: Int) {
    var covariance = Matrix(rows: columns, columns: columns)
    var place = columns
    for row in 0..<columns {
      for column in 0...row {
        covariance[row, column] = vector[place]
        covariance[column, row] = vector[place]
        place += 1
      }
    }
    self.init(means: Array(vector[..<columns]), covariance: covariance)
  }

  /// The columns each number of `vector` is about; a mean is about one column twice.
  fileprivate static func columns(of estimate: NormalEstimate) -> [(Int, Int)] {
    let columns = estimate.means.indices
    return columns.map { ($0, $0) } + columns.flatMap { row in (0...row).map { (row, $0) } }
  }

  /// The unit of each number of `vector`: standard deviations, and products of two of them.
  static func scales(of estimate: NormalEstimate) -> [Double] {
    let deviations = estimate.covariance.diagonal.map { max($0, 0).squareRoot() }
    return deviations
      + deviations.indices.flatMap { row in (0...row).map { deviations[row] * deviations[$0] } }
  }

  /// Whether no column's variance is used up by the columns before it beyond what rounding explains.
  var isPositive: Bool {
    let usual = covariance.diagonal.filter { $0 <= 0 }.count
    return covariance.diagonal.allSatisfy { $0 >= 0 }
      && CholeskyDecomposition(covariance, tolerance: 1e-9).dependent.count <= usual
  }
}
