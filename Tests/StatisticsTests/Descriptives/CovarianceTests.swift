import Statistics
import TestSupport
import Testing

@Suite struct CovarianceTests {
  @Test(arguments: ImportanceOracle.allCases)
  func covariancesAgreeWithTheReferences(_ oracle: ImportanceOracle) throws {
    let numbers = try oracle.numbers()
    let names = oracle.drivers + [oracle.outcome]
    let found = try oracle.covariance()
    #expect(worstError(of: found.means, with: numbers["means"].numbers(names)) < 1e-13)
    for (row, name) in names.enumerated() {
      let covariances = worstError(of: found.matrix.row(row), with: numbers["cov", name].numbers(names))
      #expect(covariances < 1e-12, "worst relative error \(covariances) of \(name)")
      let pearson = numbers["pearson", "value", name].numbers(names)
      #expect(worstError(of: found.correlation.row(row), with: pearson) < 1e-12)
    }
  }

  @Test(arguments: [1, 255, 256, 257, 1000])
  func wholeNumbersGiveWhatDoublesGive(_ rows: Int) {
    let random = RandomCovariance(columns: 6, rows: rows, seed: 4).columns
    let whole = random.map { column in column.map { Int16(($0 * 4).rounded()) } }
    let exact = Covariance(CrossProducts(of: IntegerColumns(rows: rows, columns: whole)))
    let plain = Covariance(of: whole.map { $0.map(Double.init) })
    #expect(worstError(of: exact.matrix.elements, with: plain.matrix.elements, floor: 1) < 1e-13)
    #expect(worstError(of: exact.means, with: plain.means) < 1e-13)
  }

  @Test func effectiveRowsAreKishs() {
    let covariance = Covariance(of: [[1, 2, 3, 9]], weights: [1, 1, 2, 0])
    #expect(covariance.rows == 3)
    #expect(covariance.sumOfWeights == 4)
    #expect(Agreement(covariance.effectiveRows, with: 16.0 / 6).error < 1e-15)
  }

  @Test func oneRowHasNoCovariance() {
    #expect(Covariance(of: [[3], [4]]).matrix == Matrix(rows: 2, columns: 2))
    #expect(Covariance(of: [[], []]).matrix == Matrix(rows: 2, columns: 2))
  }

  @Test func aConstantColumnIsNotMadeToVaryByRounding() {
    let covariance = Covariance(of: [[0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], [1, 2, 3, 4, 5, 6, 7]])
    #expect(covariance.matrix[0, 0] == 0)
    #expect(covariance.correlation == .identity(2))
  }

  @Test func quantilesAreOfTypeSeven() {
    // R: quantile(c(1, 2, 4, 8), c(0, .1, .5, .9, 1))
    let found = [0, 0.1, 0.5, 0.9, 1].map { Quantile.ofSorted([1, 2, 4, 8], at: $0) }
    #expect(worstError(of: found, with: [1, 1.3, 3, 6.8, 8]) < 1e-15)
  }
}
