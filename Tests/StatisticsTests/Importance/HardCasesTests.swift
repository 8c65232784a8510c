import Statistics
import TestSupport
import Testing

/// Least squares and shares of R² where drivers nearly follow from each other, lie far from 0, or have extreme weights,
/// against 120 digits.
@Suite struct HardCasesTests {
  enum Case: String, CaseIterable, CustomTestStringConvertible {
    case correlationOneLess4 = "correlationOneLess1e-4"
    case correlationOneLess6 = "correlationOneLess1e-6"
    case correlationOneLess8 = "correlationOneLess1e-8"
    case correlationOneLess10 = "correlationOneLess1e-10"
    case twelveOfOneFactor, farOrigins, rowsAsParametersPlusOne, weightsOverSixOrders, tinyWeights
    case nearDuplicateWeighted

    var testDescription: String { rawValue }

    func oracle() throws -> Oracle {
      try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/hard_cases.json"))[rawValue]
    }

    /// The drivers, then the outcome.
    func columns() throws -> [[Double]] { try oracle()["columns"].list.map { $0.numbers() } }

    func weights() throws -> [Double]? {
      switch self {
      case .weightsOverSixOrders, .tinyWeights, .nearDuplicateWeighted: try oracle()["weights"].numbers()
      default: nil
      }
    }

    /// What may be lost: rounding where twice the precision is used, the condition number times it elsewhere.
    var loss: Double {
      switch self {
      case .weightsOverSixOrders, .tinyWeights, .rowsAsParametersPlusOne: 1e-12
      case .twelveOfOneFactor: 1e-11
      default: 1e-14
      }
    }

    func covariance() throws -> Covariance { Covariance(of: try columns(), weights: try weights()) }
  }

  private func check(_ found: [Double?], _ expected: [Double], _ what: String, _ bound: Double) {
    let worst = worstError(of: found.map { $0 ?? .nan }, with: expected)
    #expect(worst < bound, "\(what): worst relative error \(worst)")
  }

  @Test(arguments: Case.allCases)
  func leastSquares(_ hard: Case) throws {
    let (columns, expected) = (try hard.columns(), try hard.oracle()["regression"])
    for robust in RobustErrors.allCases {
      let fit = try LinearRegression(
        of: columns[columns.count - 1], on: Array(columns.dropLast()), weights: hard.weights(), robust: robust
      )
      check(
        [fit.interceptRobustStandardError] + fit.robustStandardErrors, expected[robust.rawValue].numbers(),
        robust.rawValue, hard.loss)
      guard robust == .hc0 else { continue }
      check([fit.intercept] + fit.coefficients, expected["coefficients"].numbers(), "b", hard.loss)
      check(
        [fit.interceptStandardError] + fit.standardErrors, expected["standardErrors"].numbers(), "se",
        hard.loss)
      check([fit.rSquared], [expected["rSquared"].number], "r2", hard.loss)
    }
  }

  @Test(arguments: Case.allCases)
  func collinearity(_ hard: Case) throws {
    let expected = try hard.oracle()["collinearity"]
    let found = Collinearity(of: Array(try hard.columns().dropLast()), weights: try hard.weights())
    check(found.varianceInflation, expected["vif"].numbers(), "vif", hard.loss)
    check(found.conditionIndices, expected["conditionIndices"].numbers(), "condition", hard.loss)
    let proportions = expected["varianceProportions"].list.flatMap { $0.numbers() }
    check(found.varianceProportions.elements, proportions, "proportions", hard.loss)
  }

  @Test(arguments: Case.allCases)
  func linearMeasures(_ hard: Case) throws {
    let (expected, covariance) = (try hard.oracle()["importance"], try hard.covariance())
    let outcome = covariance.columns - 1
    let found = try LinearMeasures(of: outcome, in: covariance)
    for (name, values) in [
      ("first", found.first), ("last", found.last), ("pratt", found.pratt), ("carScores", found.carScores),
      ("standardizedCoefficients", found.standardizedCoefficients),
      ("relativeWeights", try RelativeWeights(of: outcome, in: covariance).shares),
    ] {
      check(values, expected[name].numbers(), "\(name)", hard.loss)
    }
  }

  @Test(arguments: Case.allCases)
  func subModels(_ hard: Case) throws {
    let (expected, covariance) = (try hard.oracle()["importance"], try hard.covariance())
    let outcome = covariance.columns - 1
    let shapley = try ShapleyImportance(of: outcome, in: covariance)
    check(shapley.shares, expected["lmg"].numbers(), "lmg", hard.loss)
    let conditional = expected["conditional"].list.flatMap { $0.numbers() }
    check(shapley.conditional.elements, conditional, "conditional", 10 * hard.loss)
    let grouped = try GroupedShapley(of: outcome, in: covariance, groups: (0..<outcome).map { [$0] })
    check(grouped.shares, expected["lmg"].numbers(), "grouped", hard.loss)
    let models = try SubsetRSquared(of: outcome, in: covariance)
    if hard != .twelveOfOneFactor {
      check(
        try #require(ProportionalMarginalShares(models)).shares, expected["pmvd"].numbers(), "pmvd", hard.loss
      )
    }
    if outcome <= 4 {
      check(
        Array(models.values.dropFirst()), Array(expected["rSquaredOfSubsets"].numbers().dropFirst()),
        "subsets", hard.loss)
      check(
        Array(CommonalityAnalysis(models).parts.dropFirst()), expected["commonality"].numbers(),
        "commonality",
        2e-12
      )
    }
  }

  /// A copy, a sum and a driver that does not vary: every measure is a number, and what adds nothing gets nothing.
  @Test(arguments: [false, true])
  func exactCollinearityLeavesNumbers(isWeighted: Bool) throws {
    let columns = try Case.weightsOverSixOrders.columns()
    let weights = isWeighted ? try Case.weightsOverSixOrders.weights() : nil
    let drivers = [
      columns[0], columns[1], columns[0], zip(columns[0], columns[1]).map { $0 + $1 },
      columns[0].map { _ in 0.3 },
      columns[2],
    ]
    let covariance = Covariance(of: drivers + [columns[6]], weights: weights)
    let measures = try LinearMeasures(of: 6, in: covariance)
    let models = try SubsetRSquared(of: 6, in: covariance)
    let all = [
      measures.first, measures.last, measures.betaSquared, measures.pratt, measures.carScores,
      measures.partialCorrelations, measures.semipartialCorrelations, models.values,
      CommonalityAnalysis(models).parts, try ShapleyImportance(of: 6, in: covariance).shares,
      try RelativeWeights(of: 6, in: covariance).shares,
      BayesianModelAveraging(models, rows: covariance.effectiveRows).inclusion,
      try GroupedShapley(of: 6, in: covariance, groups: (0..<6).map { [$0] }).shares,
    ]
    #expect(all.allSatisfy { $0.allSatisfy(\.isFinite) })
    #expect(Array(measures.last[0...4]) == [0, 0, 0, 0, 0] && measures.last[5] > 0)
    #expect(try ShapleyImportance(of: 6, in: covariance).shares[4] == 0)
    let without = Covariance(of: [columns[0], columns[1], columns[2], columns[6]], weights: weights)
    let rSquared = try ShapleyImportance(of: 3, in: without).rSquared
    for total in [
      try ShapleyImportance(of: 6, in: covariance).rSquared, models.values[63], measures.pratt.reduce(0, +),
    ] {
      #expect(Agreement(total, with: rSquared).error < 1e-13)
    }
  }
}
