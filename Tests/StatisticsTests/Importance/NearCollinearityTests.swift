import Statistics
import TestSupport
import Testing

/// Drivers that nearly follow from each other, against exact rational arithmetic.
@Suite struct NearCollinearityTests {
  private static let cases = [
    "oneInAHundredThousand", "oneInTenMillion", "oneInABillion", "ratingsCopiedButForOne",
    "farFromTheOrigin",
  ]

  private func oracle(_ name: String) throws -> (columns: [[Double]], shares: [Double]) {
    let part = try Oracle(Fixture.url(ImportanceOracle.folder + "near_collinear.json"))[name]
    return (part["columns"].list.map { $0.numbers() }, part["lmg"].numbers())
  }

  @Test(arguments: cases)
  func sharesKeepTheirDigits(_ name: String) throws {
    let (columns, expected) = try oracle(name)
    let found = try ShapleyImportance(of: expected.count, in: Covariance(of: columns))
    let worst = worstError(of: found.shares, with: expected)
    #expect(worst < 1e-13, "worst relative error \(worst)")
  }

  /// Householder reflections in double precision lose the digits of the condition number, up to 10⁹ here.
  @Test(arguments: cases)
  func leastSquaresAgrees(_ name: String) throws {
    let (columns, expected) = try oracle(name)
    let found = try LinearRegression(of: columns[expected.count], on: Array(columns.dropLast()))
    #expect(found.aliased.isEmpty)
    #expect(Agreement(found.rSquared, with: expected.reduce(0, +)).error < 2e-8)
  }

  @Test func wholeNumbersKeepTheirDigits() throws {
    let (columns, expected) = try oracle("ratingsCopiedButForOne")
    let whole = IntegerColumns(rows: 60, columns: columns.map { $0.map { Int16($0) } })
    let found = try ShapleyImportance(of: 5, in: Covariance(CrossProducts(of: whole)))
    let worst = worstError(of: found.shares, with: expected)
    #expect(worst < 1e-13, "worst relative error \(worst)")
  }
}
