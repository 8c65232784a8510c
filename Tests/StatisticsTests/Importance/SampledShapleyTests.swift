import Statistics
import TestSupport
import Testing

@Suite struct SampledShapleyTests {
  /// Ratings that share an impression, and an outcome that follows from them unequally.
  private static func covariance(drivers: Int, seed: UInt64) -> Covariance {
    var generator = SeededGenerator(seed: seed)
    var columns = [[Double]](repeating: [], count: drivers + 1)
    for _ in 0..<600 {
      let common = generator.uniform()
      let ratings = (0..<drivers).map { _ in common + 1.5 * generator.uniform() }
      let sum = ratings.enumerated().reduce(0) { $0 + $1.element / Double(1 + $1.offset % 5) }
      for (column, value) in (ratings + [sum + 3 * generator.uniform()]).enumerated() {
        columns[column].append(value)
      }
    }
    return Covariance(of: columns)
  }

  @Test(arguments: [2, 8, 14, 18])
  func liesWithinItsErrorOfTheExactShares(drivers: Int) throws {
    let covariance = Self.covariance(drivers: drivers, seed: UInt64(drivers))
    let among = Array(0..<drivers)
    let exact = try ShapleyImportance(of: drivers, in: covariance, drivers: among)
    let found = try SampledShapley.sharing(
      [drivers], in: covariance, drivers: among, standardError: 0.0005)[0]
    #expect(Agreement(found.rSquared, with: exact.rSquared).error < 1e-11)
    #expect(Agreement(found.fractions.reduce(0, +), with: 1).error < 1e-12)
    for driver in among {
      let distance = (found.shares[driver] - exact.shares[driver]).magnitude
      #expect(distance < 4.5 * found.standardErrors[driver] + 1e-14, "\(driver)")
      #expect(found.fractionErrors[driver] <= 0.0005)
    }
  }

  /// The stated errors are those seen over many seeds: the mean square of distance over error is 1.
  @Test func itsErrorsAreTrue() throws {
    let covariance = Self.covariance(drivers: 9, seed: 3)
    let among = Array(0..<9)
    let exact = try ShapleyImportance(of: 9, in: covariance, drivers: among)
    var (squares, beyond, count) = (0.0, 0, 0)
    for seed in 1...200 {
      let found = try SampledShapley.sharing(
        [9], in: covariance, drivers: among, standardError: 1, seed: UInt64(seed))[0]
      #expect(found.orders == 512)
      for driver in among {
        let distance = (found.shares[driver] - exact.shares[driver]) / found.standardErrors[driver]
        squares += distance * distance
        beyond += distance.magnitude > 1.96 ? 1 : 0
        count += 1
      }
    }
    #expect((0.85...1.18).contains(squares / Double(count)), "\(squares / Double(count))")
    #expect((0.03...0.075).contains(Double(beyond) / Double(count)), "\(beyond) of \(count)")
  }

  @Test func reversedOrdersHelp() throws {
    let covariance = Self.covariance(drivers: 12, seed: 5)
    let found = try SampledShapley.sharing(
      [12], in: covariance, drivers: Array(0..<12), standardError: 0.002)[0]
    #expect(found.orders < 20_000)
  }

  @Test func copiesAndConstantsAreHandled() throws {
    var columns = [[Double]](repeating: [], count: 5)
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      let (first, second) = (generator.uniform(), generator.uniform())
      for (column, value) in [first, first, 1, second, first + second].enumerated() {
        columns[column].append(value)
      }
    }
    let covariance = Covariance(of: columns)
    let exact = try ShapleyImportance(of: 4, in: covariance)
    let found = try SampledShapley.sharing([4], in: covariance, drivers: [0, 1, 2, 3])[0]
    #expect(found.shares[2] == 0 && found.standardErrors[2] == 0)
    for driver in [0, 1, 3] {
      let limit = 4.5 * found.standardErrors[driver] + 1e-12
      #expect((found.shares[driver] - exact.shares[driver]).magnitude < limit)
    }
    #expect(throws: FitError.constantOutcome) {
      try SampledShapley.sharing([2], in: covariance, drivers: [0, 1])
    }
  }

  @Test func severalOutcomesShareTheOrders() throws {
    let covariance = Self.covariance(drivers: 6, seed: 2)
    let both = try SampledShapley.sharing([6, 5], in: covariance, drivers: [0, 1, 2, 3, 4])
    let alone = try SampledShapley.sharing(
      [6], in: covariance, drivers: [0, 1, 2, 3, 4], standardError: 1e-9, mostOrders: both[0].orders)
    #expect(both[0] == alone[0])
  }
}
