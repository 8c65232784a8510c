import Statistics
import TestSupport
import Testing

/// What is computed from R² of every sub-model.
@Suite struct SubsetMethodsTests {
  private func models(_ oracle: ImportanceOracle) throws -> SubsetRSquared {
    try SubsetRSquared(of: oracle.drivers.count, in: oracle.covariance())
  }

  @Test(arguments: [ImportanceOracle.attitude, .synthetic, .schools])
  func everySubModelAgreesWithTheReference(_ oracle: ImportanceOracle) throws {
    let expected = try oracle.numbers()["r2_all_subsets", "value"].numbers()
    let worst = worstError(of: try models(oracle).values, with: expected)
    #expect(worst < 1e-10, "worst relative error \(worst)")
  }

  @Test(arguments: [ImportanceOracle.attitude, .synthetic])
  func commonalityAgreesWithTheReference(_ oracle: ImportanceOracle) throws {
    let expected = try oracle.numbers()["commonality_exact", "value"].numbers()
    let parts = CommonalityAnalysis(try models(oracle)).parts
    let worst = worstError(of: Array(parts.dropFirst()), with: expected, floor: 1e-3)
    #expect(worst < 1e-10, "worst relative error \(worst)")
    #expect(Agreement(parts.reduce(0, +), with: try models(oracle).values.last ?? 0).error < 1e-12)
  }

  @Test(arguments: ImportanceOracle.allCases)
  func proportionalMarginalSharesAgreeWithTheReference(_ oracle: ImportanceOracle) throws {
    let expected = try oracle.numbers()["pmvd", "value"].numbers(oracle.drivers)
    let found = try #require(ProportionalMarginalShares(try models(oracle)))
    let worst = worstError(of: found.shares, with: expected, floor: 1e-6)
    #expect(worst < 1e-10, "worst relative error \(worst)")
  }

  @Test(arguments: ImportanceOracle.allCases)
  func dominanceAgreesWithTheReference(_ oracle: ImportanceOracle) throws {
    let numbers = try oracle.numbers()
    let found = DominanceAnalysis(try models(oracle))
    for (name, matrix) in [
      ("complete", found.complete), ("conditional_matrix", found.conditional),
      ("general_matrix", found.general), ("complete_proportion", found.proportions),
    ] {
      for (row, driver) in oracle.drivers.enumerated() {
        for (column, other) in oracle.drivers.enumerated() where other != driver {
          let expected = numbers["dominance_\(name)", "value", driver, other].number
          #expect((matrix[row, column] - expected).magnitude < 1e-12, "\(name) of \(driver) over \(other)")
        }
      }
    }
  }

  @Test(arguments: ImportanceOracle.allCases)
  func averageIncrementsAgreeWithTheReference(_ oracle: ImportanceOracle) throws {
    let numbers = try oracle.numbers()
    let found = DominanceAnalysis(try models(oracle)).increments
    for (row, driver) in oracle.drivers.enumerated() {
      let sizes = oracle.drivers.indices.map { "k\($0)" }
      let expected = numbers["dominance_conditional", "value", driver].numbers(sizes)
      #expect(worstError(of: found.row(row), with: expected) < 1e-9, "\(driver)")
      let general = numbers["dominance_general", "value", driver].number
      #expect(Agreement(found.row(row).reduce(0, +) / Double(sizes.count), with: general).error < 1e-10)
    }
  }

  @Test func aDriverThatAddsNothingGetsNoProportionalShare() throws {
    let matrix = Matrix([[1, 0.5, 0.4], [0.5, 1, 0.2], [0.4, 0.2, 1]])
    let models = try SubsetRSquared(of: 2, in: Covariance(published: matrix, rows: 40))
    let found = try #require(ProportionalMarginalShares(models))
    #expect(found.shares[1] == 0)
    #expect(Agreement(found.shares[0], with: 0.16).error < 1e-12)
  }

  @Test func duplicatesHaveNoProportionalShares() throws {
    let matrix = Matrix([[1, 1, 0.4], [1, 1, 0.4], [0.4, 0.4, 1]])
    let models = try SubsetRSquared(of: 2, in: Covariance(published: matrix, rows: 40))
    #expect(ProportionalMarginalShares(models) == nil)
    #expect(DominanceAnalysis(models).complete[0, 1] == 0.5)
  }
}
