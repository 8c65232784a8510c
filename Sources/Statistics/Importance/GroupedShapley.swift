/// Exact Shapley shares of R² for groups of drivers that enter together, such as themes or the dummies of a factor,
/// with covariates that are in every model.
///
/// The share of a group is what it adds on average over all orders of the groups (Grömping 2007,
/// doi:10.1198/000313007X188252; relaimpo's `groups` and `always`).
public struct GroupedShapley: Sendable, Equatable {
  /// The largest number of groups.
  public static let mostGroups = 20

  /// The groups' shares; with `covariates` they sum to `rSquared`.
  public let shares: [Double]
  /// What the covariates explain alone.
  public let covariates: Double
  /// The share of the outcome's variance that all explain together, 0…1.
  public let rSquared: Double

  /// The shares of groups of columns.
  ///
  /// - Throws: `FitError.tooManyDrivers` beyond `mostGroups` groups, `FitError.constantOutcome`.
  /// - Precondition: no column is in two groups.
  public init(
    of outcome: Int, in covariance: Covariance, groups: [[Int]], always: [Int] = []
  ) throws(FitError) {
    guard groups.count <= GroupedShapley.mostGroups else {
      throw .tooManyDrivers(have: groups.count, most: GroupedShapley.mostGroups)
    }
    let all = always + groups.flatMap { $0 }
    precondition(Set(all + [outcome]).count == all.count + 1, "A column is in one group only.")
    let total = covariance.matrix[outcome, outcome]
    guard total > 0 else { throw .constantOutcome }
    let explain = GroupedShapley.explanation(of: outcome, by: all, in: covariance)
    let explained = (0..<1 << groups.count).map { mask in
      explain(always + groups.indices.filter { mask >> $0 & 1 == 1 }.flatMap { groups[$0] })
    }
    var shares = [Double](repeating: 0, count: groups.count)
    for mask in explained.indices {
      var ways = Double(groups.count)
      for step in 0..<mask.nonzeroBitCount { ways *= Double(groups.count - 1 - step) / Double(step + 1) }
      for group in groups.indices where mask >> group & 1 == 0 {
        shares[group] += (explained[mask | 1 << group] - explained[mask]) / ways
      }
    }
    self.shares = shares
    covariates = explained[0]
    rSquared = explained[explained.count - 1]
  }

  /// A function that gives R² on chosen columns, with twice the precision where some nearly follow from each other.
  private static func explanation(
    of outcome: Int, by columns: [Int], in covariance: Covariance
  ) -> ([Int]) -> Double {
    let correlation = covariance.correlation
    let varying = columns.filter { covariance.matrix[$0, $0] > 0 }
    guard correlation.restricted(to: varying).isNearlySingular else {
      return { columns in
        let chosen = columns.filter(varying.contains)
        let cross = chosen.map { correlation[$0, outcome] }
        let solution = CholeskyDecomposition(correlation.restricted(to: chosen)).solve(cross)
        return zip(solution, cross).reduce(0.0) { $0 + $1.0 * $1.1 }
      }
    }
    let precise = PreciseMatrix(correlationsOf: covariance)
    return { columns in
      let chosen = columns.filter(varying.contains)
      let cross = chosen.map { precise[$0, outcome] }
      let solution = PreciseCholesky(precise.restricted(to: chosen)).solve(cross)
      return zip(solution, cross).reduce(DoubleDouble(0)) { $0 + $1.0 * $1.1 }.high
    }
  }
}
