/// Shares of R² for drivers within groups, such as themes: a group's share divided among its drivers.
///
/// The Owen value (Owen 1977, doi:10.1007/978-3-642-45494-3_7): the average gain over all orders in which the drivers of a
/// group follow each other. The values of a group's drivers sum to the group's share as `GroupedShapley` gives it, which
/// the plain Shapley values need not do.
public struct OwenValues: Sendable, Equatable {
  /// The largest number of groups.
  public static let mostGroups = 16

  /// Per group, its drivers' values in the order given; all sum to `rSquared`.
  public let values: [[Double]]
  /// The share of the outcome's variance that all explain together, 0…1.
  public let rSquared: Double

  /// The groups' shares: the sums of their drivers' values.
  public var groups: [Double] { values.map { $0.reduce(0, +) } }

  /// The values of columns in groups.
  ///
  /// - Throws: `FitError.tooManyDrivers` beyond `mostGroups` groups or `ShapleyImportance.mostDrivers` drivers in one,
  ///   `FitError.constantOutcome`.
  /// - Precondition: no column is in two groups, and no group is empty.
  public init(of outcome: Int, in covariance: Covariance, groups: [[Int]]) throws(FitError) {
    guard groups.count <= OwenValues.mostGroups else {
      throw .tooManyDrivers(have: groups.count, most: OwenValues.mostGroups)
    }
    let all = groups.flatMap { $0 } + [outcome]
    precondition(Set(all).count == all.count, "A column is in one group only.")
    precondition(groups.allSatisfy { !$0.isEmpty }, "A group has a driver.")
    guard covariance.matrix[outcome, outcome] > 0 else { throw .constantOutcome }
    let correlation = Covariance(
      published: covariance.restricted(to: all).correlationOfVarying, rows: covariance.rows)
    var places: [[Int]] = []
    for group in groups {
      places.append(Array((places.last?.last ?? -1) + 1..<(places.last?.last ?? -1) + 1 + group.count))
    }
    var values = groups.map { $0.map { _ in 0.0 } }
    for others in 0..<1 << groups.count {
      let members = groups.indices.filter { others >> $0 & 1 == 1 }
      let left = correlation.conditional(on: members.flatMap { places[$0] })
      guard members.count < groups.count, left.matrix[all.count - 1, all.count - 1] > 0 else { continue }
      var weight = 1 / Double(groups.count)
      for step in 0..<members.count { weight *= Double(step + 1) / Double(groups.count - 1 - step) }
      for group in groups.indices where others >> group & 1 == 0 {
        let found = try ShapleyImportance(of: all.count - 1, in: left, drivers: places[group])
        for (place, share) in found.shares.enumerated() {
          values[group][place] += weight * share * left.matrix[all.count - 1, all.count - 1]
        }
      }
    }
    self.values = values
    rSquared = values.reduce(0) { $0 + $1.reduce(0, +) }
  }
}

extension Covariance {
  /// The correlations, with a variance of 0 where a column does not vary.
  fileprivate var correlationOfVarying: Matrix {
    var result = correlation
    for column in 0..<columns where matrix[column, column] <= 0 { result[column, column] = 0 }
    return result
  }
}
