import Statistics
import TestSupport
import Testing

/// Reliability, collinearity and concordance against R and against 40 digits.
@Suite struct ScaleDiagnosticsTests {
  private static let attitude = ["complaints", "privileges", "learning", "raises", "critical", "advance"]
  private static let synth = (1...7).map { "d\($0)" }

  private static func columns(_ name: String) throws -> [[Double]] {
    try OracleTable(Fixture.url("Tests/StatisticsTests/Oracles/\(name).csv"))
      .columns(name == "attitude" ? attitude : synth)
  }

  private static func oracle(_ name: String) throws -> Oracle {
    try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/\(name).json"))
  }

  @Test func haloAgrees() throws {
    let expected = try ScaleDiagnosticsTests.oracle("synth_open_prca_quality")["halo"]
    let found = ScaleReliability(Covariance(of: try ScaleDiagnosticsTests.columns("synth_open")))
    #expect(Agreement(try #require(found.alpha), with: expected["cronbach_alpha"].number).error < 1e-12)
    let values = expected["eigenvalues_driver_correlation"].numbers()
    #expect(worstError(of: found.eigenvalues, with: values) < 1e-12)
    let share = try #require(found.firstShare)
    #expect(Agreement(share, with: expected["first_factor_share"].number).error < 1e-12)
  }

  @Test(arguments: ["synth_open", "attitude"])
  func omegaAgrees(name: String) throws {
    let expected = try ScaleDiagnosticsTests.oracle("diagnostics_mpmath")["omega", name, "omega"].number
    let found = ScaleReliability(Covariance(of: try ScaleDiagnosticsTests.columns(name)))
    #expect(Agreement(try #require(found.omega), with: expected).error < 1e-10)
  }

  @Test func oneExactFactorIsFound() throws {
    let loadings = [0.9, 0.7, 0.5, 0.4]
    var matrix = Matrix.identity(4)
    for row in 0..<4 {
      for column in 0..<4 where row != column { matrix[row, column] = loadings[row] * loadings[column] }
    }
    let found = ScaleReliability(Covariance(published: matrix, rows: 100))
    let unique = loadings.reduce(0) { $0 + 1 - $1 * $1 }
    #expect(Agreement(try #require(found.omega), with: 6.25 / (6.25 + unique)).error < 1e-9)
    let standardized = try #require(found.standardizedAlpha)
    #expect(Agreement(try #require(found.alpha), with: standardized).error < 1e-14)
  }

  @Test func aReversedItemGoesAgainstTheRest() throws {
    var columns = try ScaleDiagnosticsTests.columns("synth_open")
    let upright = ScaleReliability(Covariance(of: columns))
    columns[3] = columns[3].map { 10 - $0 }
    let found = ScaleReliability(Covariance(of: columns))
    #expect(found.itemRestCorrelations.indices.filter { (found.itemRestCorrelations[$0] ?? 0) < 0 } == [3])
    #expect(upright.itemRestCorrelations.allSatisfy { ($0 ?? 0) > 0 })
    // The rest of item 1 by hand.
    let rest = columns[0].indices.map { row in columns[1...].reduce(0) { $0 + $1[row] } }
    let direct = Covariance(of: [columns[0], rest]).correlation[0, 1]
    #expect(Agreement(try #require(found.itemRestCorrelations[0]), with: direct).error < 1e-12)
  }

  @Test func fewItemsHaveNoReliability() {
    let one = ScaleReliability(Covariance(of: [[1, 2, 4], [3, 3, 3]]))
    #expect(one.alpha == nil && one.omega == nil && one.itemRestCorrelations == [nil, nil])
  }

  @Test(arguments: ImportanceOracle.allCases)
  func collinearityAgrees(_ oracle: ImportanceOracle) throws {
    let expected = try oracle.numbers()
    let columns = Array(try oracle.columns().dropLast())
    let found = Collinearity(of: columns, weights: try oracle.weights())
    let inflation = expected["vif", "value"].numbers(oracle.drivers)
    #expect(worstError(of: found.varianceInflation.compactMap(\.self), with: inflation) < 1e-12)
    // The references decompose the columns without their weights.
    let plain = Collinearity(of: columns)
    let indices = expected["condition_index_BKW", "value"].numbers()
    #expect(worstError(of: plain.conditionIndices, with: indices) < 1e-12)
    let proportions = expected["variance_proportions_BKW", "value"].list.flatMap { $0.numbers() }
    let worst = worstError(of: plain.varianceProportions.elements, with: proportions, floor: 1e-3)
    #expect(worst < 1e-10, "worst relative error \(worst)")
    let values = SymmetricEigen(Covariance(of: columns, weights: try oracle.weights()).correlation).values
    let centred = values.map { (values[0] / $0).squareRoot() }
    #expect(worstError(of: centred, with: expected["condition_index_corr", "value"].numbers()) < 1e-12)
  }

  @Test func collinearityKeepsItsDigitsWhereLittleIsLeft() throws {
    let expected = try ScaleDiagnosticsTests.oracle("diagnostics_mpmath")["collinear"]
    let found = Collinearity(of: expected["columns"].list.map { $0.numbers() })
    #expect(worstError(of: found.conditionIndices, with: expected["indices"].numbers()) < 1e-7)
    let inflation = found.varianceInflation.compactMap(\.self)
    #expect(worstError(of: inflation, with: expected["vif"].numbers()) < 1e-13)
    let proportions = expected["proportions"].list.flatMap { $0.numbers() }
    #expect(worstError(of: found.varianceProportions.elements, with: proportions, floor: 1e-3) < 1e-5)
  }

  @Test func aSumIsInfinitelyInflatedAndABystanderIsNot() throws {
    var columns = try ScaleDiagnosticsTests.columns("synth_open")
    let alone = Collinearity(of: Array(columns[0...2])).varianceInflation
    columns = [columns[0], columns[1], columns[2], zip(columns[0], columns[1]).map { $0 + $1 }]
    let found = Collinearity(of: columns + [columns[0].map { _ in 4 }]).varianceInflation
    #expect(found[0] == .infinity && found[1] == .infinity && found[3] == .infinity)
    #expect(found[4] == nil)
    #expect(Agreement(try #require(found[2]), with: try #require(alone[2])).error < 1e-10)
  }

  @Test func concordanceIsTheMeanSpearmanCorrelation() throws {
    let expected = try ScaleDiagnosticsTests.oracle("diagnostics_mpmath")["concordance"]
    let scores = expected["scores"].list.map { $0.numbers() }
    let found = try #require(RankConcordance(scores: scores).meanCorrelation)
    #expect(Agreement(found, with: expected["meanCorrelation"].number).error < 1e-12)
    #expect(RankConcordance(scores: [[3, 1, 2], [30, 10, 20]]).coefficient == 1)
    #expect(RankConcordance(scores: [[1, 2], [2, 1]]).coefficient == 0)
    #expect(RankConcordance(scores: [[1], [2]]).coefficient == nil)
  }
}
