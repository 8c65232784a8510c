import Statistics
import TestSupport
import Testing

/// Azen & Budescu 2003 (doi:10.1037/1082-989X.8.2.129): the example of four predictors, from the correlations printed there.
@Suite struct AzenBudescu2003Tests {
  private let covariance = Covariance(
    published: Matrix([
      [1, 0.8, 0.1, 0.3, 0.6], [0.8, 1, 0.1, 0.1, 0.3], [0.1, 0.1, 1, 0.5, 0.4], [0.3, 0.1, 0.5, 1, 0.5],
      [0.6, 0.3, 0.4, 0.5, 1],
    ]), rows: 100)

  /// What each predictor adds on average to models of 0, 1, 2 and 3 others, to the three decimals printed.
  private let printed = [
    [0.360, 0.300, 0.263, 0.246], [0.090, 0.074, 0.069, 0.071], [0.160, 0.095, 0.063, 0.061],
    [0.250, 0.152, 0.073, 0.010],
  ]

  @Test func averageContributionsAreThePrintedOnes() throws {
    let shapley = try ShapleyImportance(of: 4, in: covariance)
    let dominance = DominanceAnalysis(try SubsetRSquared(of: 4, in: covariance))
    for (driver, row) in printed.enumerated() {
      #expect(zip(shapley.conditional.row(driver), row).allSatisfy { ($0 - $1).magnitude < 0.00051 })
      #expect(zip(dominance.increments.row(driver), row).allSatisfy { ($0 - $1).magnitude < 0.00051 })
    }
    #expect(Agreement(shapley.shares.reduce(0, +), with: shapley.rSquared).error < 1e-15)
  }

  @Test func dominanceIsThePrintedOne() throws {
    let found = DominanceAnalysis(try SubsetRSquared(of: 4, in: covariance))
    // The first dominates all others completely; among the others no two are ordered, completely or conditionally.
    for row in 0..<4 {
      for column in 0..<4 where row != column {
        let expected = row == 0 ? 1 : column == 0 ? 0 : 0.5
        #expect(found.complete[row, column] == expected && found.conditional[row, column] == expected)
      }
    }
    // In general dominance the order is first, fourth, third, second.
    #expect(found.general[0, 3] == 1 && found.general[3, 2] == 1 && found.general[2, 1] == 1)
  }
}
