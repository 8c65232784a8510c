import Foundation
import Statistics
import TestSupport
import Testing

/// Covariances with 8 % of each driver missing, and the importance that follows.
@Suite struct MissingDataOracleTests {
  private let drivers = (1...7).map { "d\($0)" }
  private let cells: [[Double?]]
  private let numbers: Oracle

  init() throws {
    let table = try OracleTable(Fixture.url(ImportanceOracle.folder + "synth_open_missing.csv"))
    cells = (drivers + ["ltr"]).map { table.cells($0) }
    numbers = try Oracle(Fixture.url(ImportanceOracle.folder + "synth_open_missing.json"))
  }

  private var whole: IntegerColumns {
    IntegerColumns(
      rows: cells[0].count,
      columns: cells.map { $0.map { $0.map { Int16($0) } ?? IntegerColumns.missing } })
  }

  @Test func maximumLikelihoodAgreesWithTheReference() throws {
    for found in [
      try ExpectationMaximization(of: cells), try ExpectationMaximization(of: whole),
    ] {
      #expect(found.hasConverged && !found.isRegularized)
      let names = drivers + ["ltr"]
      let means = worstError(of: found.covariance.means, with: numbers["em", "value", "mean"].numbers(names))
      #expect(means < 1e-11, "worst relative error \(means) of the means")
      for (row, name) in names.enumerated() {
        let expected = numbers["em", "value", "cov_ml", name].numbers(names)
        let worst = worstError(of: found.covariance.matrix.row(row), with: expected)
        #expect(worst < 1e-10, "worst relative error \(worst) of \(name)")
      }
    }
  }

  @Test(arguments: ["em", "pairwise", "listwise"])
  func importanceAgreesWithTheReference(_ treatment: String) throws {
    let expected = numbers["importance_\(treatment)"]
    let covariance =
      switch treatment {
      case "em": try ExpectationMaximization(of: whole).covariance
      case "pairwise": PairwiseCovariance(of: whole).covariance
      default: Covariance(CrossProducts(of: whole.restricted(to: whole.completeRows)))
      }
    let shapley = try ShapleyImportance(of: 7, in: covariance)
    let weights = try RelativeWeights(of: 7, in: covariance)
    #expect(worstError(of: shapley.shares, with: expected["lmg"].numbers(drivers)) < 1e-8)
    #expect(worstError(of: weights.shares, with: expected["rwa"].numbers(drivers)) < 1e-8)
    #expect(Agreement(shapley.rSquared, with: expected["r2"].number).error < 1e-8)
  }

  @Test func nothingMissingGivesTheOrdinaryCovariance() throws {
    let complete = whole.restricted(to: whole.completeRows)
    let expected = Covariance(CrossProducts(of: complete), divisor: .maximumLikelihood)
    let found = try ExpectationMaximization(of: complete)
    #expect(found.iterations <= 2)
    #expect(worstError(of: found.covariance.matrix.elements, with: expected.matrix.elements) < 1e-13)
    #expect(
      worstError(
        of: PairwiseCovariance(of: complete).covariance.correlation.elements,
        with: expected.correlation.elements) < 1e-13)
  }

  @Test func aDerivedColumnLeavesTheOthersAsTheyAre() throws {
    let promoter = whole.columns[7].map { Int16($0 >= 9 ? 1 : 0) }
    let wider = IntegerColumns(rows: whole.rows, columns: whole.columns + [promoter])
    let found = try ExpectationMaximization(of: wider, derived: 1)
    let without = try ExpectationMaximization(of: whole)
    let part = found.covariance.restricted(to: Array(0..<8)).matrix.elements
    #expect(worstError(of: part, with: without.covariance.matrix.elements) < 1e-12)
    #expect(found.covariance.correlation[7, 8] > 0.5)
  }

  @Test func weightTwoEqualsTheRowTwice() throws {
    let weights = (0..<whole.rows).map { $0 % 4 == 0 ? 2.0 : 1.0 }
    let rows = (0..<whole.rows).flatMap { Array(repeating: $0, count: $0 % 4 == 0 ? 2 : 1) }
    let weighted = try ExpectationMaximization(of: whole, weights: weights)
    let twice = try ExpectationMaximization(of: whole.restricted(to: rows))
    let worst = worstError(
      of: weighted.covariance.matrix.elements, with: twice.covariance.matrix.elements)
    #expect(worst < 1e-10, "worst relative error \(worst)")
  }

  @Test func aDuplicateWithHolesOfItsOwnIsSurvived() throws {
    var copy = whole.columns[0]
    for row in stride(from: 0, to: whole.rows, by: 9) { copy[row] = IntegerColumns.missing }
    let wider = IntegerColumns(rows: whole.rows, columns: [copy] + whole.columns)
    let found = try ExpectationMaximization(of: wider)
    #expect(found.isRegularized)
    let shares = try ShapleyImportance(of: 8, in: found.covariance).shares
    #expect(shares.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(Agreement(shares[0], with: shares[1]).error < 0.02)
  }
}
