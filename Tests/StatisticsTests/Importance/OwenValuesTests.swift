import Statistics
import TestSupport
import Testing

@Suite struct OwenValuesTests {
  private static func covariance(drivers: Int) -> Covariance {
    var generator = SeededGenerator(seed: 8)
    var columns = [[Double]](repeating: [], count: drivers + 1)
    for _ in 0..<300 {
      let common = generator.uniform()
      let ratings = (0..<drivers).map { _ in common + generator.uniform() }
      let sum = ratings.enumerated().reduce(0) { $0 + $1.element * Double(1 + $1.offset % 3) }
      for (column, value) in (ratings + [sum + 4 * generator.uniform()]).enumerated() {
        columns[column].append(value)
      }
    }
    return Covariance(of: columns)
  }

  /// The definition: the average gain over all orders of the groups and of the drivers within them.
  private static func byOrders(_ covariance: Covariance, _ groups: [[Int]]) throws -> [Double] {
    let drivers = covariance.columns - 1
    let models = try SubsetRSquared(of: drivers, in: covariance)
    func orders(_ items: [Int]) -> [[Int]] {
      items.count < 2
        ? [items] : items.flatMap { first in orders(items.filter { $0 != first }).map { [first] + $0 } }
    }
    var sums = [Double](repeating: 0, count: drivers)
    var count = 0.0
    for order in orders(Array(groups.indices)) {
      var chains: [[Int]] = [[]]
      for group in order {
        chains = chains.flatMap { chain in orders(groups[group]).map { chain + $0 } }
      }
      for chain in chains {
        var mask = 0
        for driver in chain {
          sums[driver] += models.values[mask | 1 << driver] - models.values[mask]
          mask |= 1 << driver
        }
        count += 1
      }
    }
    return sums.map { $0 / count }
  }

  @Test(arguments: [[[0, 1], [2, 3], [4]], [[0, 1, 2], [3], [4]], [[4, 2, 0], [1, 3]]])
  func areTheAverageOverOrders(groups: [[Int]]) throws {
    let covariance = Self.covariance(drivers: 5)
    let found = try OwenValues(of: 5, in: covariance, groups: groups)
    let expected = try Self.byOrders(covariance, groups)
    let values = found.values.flatMap { $0 }
    #expect(worstError(of: values, with: groups.flatMap { $0 }.map { expected[$0] }) < 1e-10)
    let grouped = try GroupedShapley(of: 5, in: covariance, groups: groups)
    #expect(worstError(of: found.groups, with: grouped.shares) < 1e-10)
    #expect(Agreement(found.rSquared, with: grouped.rSquared).error < 1e-11)
  }

  @Test func singleGroupsAndOneGroupAreShapleys() throws {
    let covariance = Self.covariance(drivers: 4)
    let shapley = try ShapleyImportance(of: 4, in: covariance)
    let apart = try OwenValues(of: 4, in: covariance, groups: [[0], [1], [2], [3]])
    let together = try OwenValues(of: 4, in: covariance, groups: [[0, 1, 2, 3]])
    #expect(worstError(of: apart.values.flatMap { $0 }, with: shapley.shares) < 1e-10)
    #expect(worstError(of: together.values[0], with: shapley.shares) < 1e-12)
  }

  @Test func whatCovariatesLeaveIsWhatTheyAreAlwaysIn() throws {
    let covariance = Self.covariance(drivers: 5)
    let left = covariance.conditional(on: [3, 4])
    let found = try ShapleyImportance(of: 5, in: left, drivers: [0, 1, 2])
    let always = try GroupedShapley(of: 5, in: covariance, groups: [[0], [1], [2]], always: [3, 4])
    let scale = left.matrix[5, 5] / covariance.matrix[5, 5]
    #expect(Agreement(1 - scale, with: always.covariates).error < 1e-10)
    #expect(worstError(of: found.shares.map { $0 * scale }, with: always.shares) < 1e-10)
    #expect(left.matrix[3, 3] == 0 && left.matrix[4, 5] == 0)
  }

  @Test func copiesInAGroupShare() throws {
    var generator = SeededGenerator(seed: 3)
    var columns = [[Double]](repeating: [], count: 4)
    for _ in 0..<100 {
      let (first, second) = (generator.uniform(), generator.uniform())
      for (column, value) in [first, first, second, first + second + generator.uniform()].enumerated() {
        columns[column].append(value)
      }
    }
    let found = try OwenValues(of: 3, in: Covariance(of: columns), groups: [[0, 1], [2]])
    #expect(Agreement(found.values[0][0], with: found.values[0][1]).error < 1e-12)
  }
}
