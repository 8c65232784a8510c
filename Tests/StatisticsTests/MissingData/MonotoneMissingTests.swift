import Statistics
import TestSupport
import Testing

/// Columns of which each is missing wherever an earlier one is: the maximum-likelihood covariance has a closed form (Anderson 1957,
/// doi:10.1080/01621459.1957.10501379), here in exact fractions.
@Suite struct MonotoneMissingTests {
  @Test(arguments: [false, true])
  func theClosedFormIsReached(isWeighted: Bool) throws {
    let oracle = try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/hard_likelihoods.json"))["monotone"]
    let cells = oracle["columns"].list.map { column in
      column.list.map { $0.text == "<null>" ? nil : $0.number }
    }
    let expected = oracle[isWeighted ? "weighted" : "plain"]
    let found = try ExpectationMaximization(
      of: cells, weights: isWeighted ? oracle["weights"].numbers() : nil)
    let means = worstError(of: found.covariance.means, with: expected["means"].numbers())
    #expect(means < 1e-11, "worst relative error \(means) of the means")
    let elements = expected["covariance"].list.flatMap { $0.numbers() }
    let worst = worstError(of: found.covariance.matrix.elements, with: elements)
    #expect(worst < 1e-11, "worst relative error \(worst)")
    let exact = Covariance(published: Matrix(expected["covariance"].list.map { $0.numbers() }), rows: 60)
    let shares = try ShapleyImportance(of: 3, in: found.covariance).shares
    #expect(worstError(of: shares, with: try ShapleyImportance(of: 3, in: exact).shares) < 1e-10)
  }
}
