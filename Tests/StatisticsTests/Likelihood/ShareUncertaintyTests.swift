import Statistics
import TestSupport
import Testing

@Suite struct ShareUncertaintyTests {
  private let sample = RatedPopulation.strong.sample(120, seed: 3)

  /// An influence is by definition the derivative of a share by the weight of a row: here by central differences, row for row.
  @Test(arguments: SharedModel.allCases, [false, true])
  func influencesAreDerivativesByWeights(model: SharedModel, weighted: Bool) throws {
    let (columns, outcome) = sample
    var generator = SeededGenerator(seed: 8)
    let weights = outcome.map { _ in weighted ? 0.5 + generator.uniform() : 1 }
    let found = try #require(
      try model.fitted(columns, outcome, weights: weights, withUncertainty: true).uncertainty)
    var expected = Matrix(rows: 5, columns: 5)
    for row in outcome.indices {
      let sides = try [1e-3, -1e-3].map { step in
        var moved = weights
        moved[row] *= 1 + step
        return try model.fitted(columns, outcome, weights: moved).fractions
      }
      let influence = zip(sides[0], sides[1]).map { ($0 - $1) / 2e-3 }
      for first in 0..<5 {
        for second in 0..<5 { expected[first, second] += influence[first] * influence[second] }
      }
    }
    let count = Double(outcome.count)
    let scale = expected.diagonal.max() ?? 0
    for place in expected.elements.indices {
      let influences = found.covariance.elements[place] - found.curvature.elements[place]
      let error = (influences - count / (count - 1) * expected.elements[place]).magnitude / scale
      #expect(error < 1e-5, "\(model) \(place): \(error)")
    }
  }

  /// Whoever answers three times tells as much as one who answers once; rows without weight tell nothing.
  @Test(arguments: SharedModel.allCases)
  func repeatedRowsOfAClusterTellNothingNew(model: SharedModel) throws {
    let (columns, outcome) = sample
    let once = try #require(try model.fitted(columns, outcome, withUncertainty: true).uncertainty)
    let design = SamplingDesign(rows: 480, clusters: (0..<480).map { $0 / 4 })
    let found = try #require(
      try model.fitted(
        columns.map { column in (0..<480).map { column[$0 / 4] } }, (0..<480).map { outcome[$0 / 4] },
        weights: (0..<480).map { $0 % 4 == 0 ? 0 : 1 }, withUncertainty: true, design: design
      ).uncertainty)
    #expect(worstError(of: found.fractions, with: once.fractions) < 1e-7)
    let scale = once.standardErrors.max() ?? 0
    for driver in 0..<5 {
      #expect((found.standardErrors[driver] - once.standardErrors[driver]).magnitude < 1e-6 * scale)
      #expect((found.bias[driver] - once.bias[driver]).magnitude < 1e-6 * scale)
    }
  }

  @Test(arguments: SharedModel.allCases)
  func sharesVaryAroundTheirSum(model: SharedModel) throws {
    let found = try model.fitted(sample.columns, sample.outcome, withUncertainty: true)
    let uncertainty = try #require(found.uncertainty)
    #expect(worstError(of: uncertainty.fractions, with: found.fractions) < 1e-9)
    #expect(uncertainty.bias.reduce(0, +).magnitude < 1e-12)
    for row in 0..<5 {
      #expect(uncertainty.covariance.row(row).reduce(0, +).magnitude < 1e-12)
      let interval = uncertainty.interval(of: row, confidence: 0.95)
      #expect(interval.contains(found.fractions[row]))
      #expect(interval.lowerBound >= 0 && interval.upperBound <= 1)
    }
  }

  /// A predictor that follows from others or does not vary has no share that could vary in a Shapley value, and shares with
  /// its copy as a relative weight.
  @Test(arguments: SharedModel.allCases)
  func copiesAndConstantsAreHandled(model: SharedModel) throws {
    let columns = Array(sample.columns[..<3])
    let more = columns + [columns[0], columns[0].map { _ in 4 }]
    let found = try #require(try model.fitted(more, sample.outcome, withUncertainty: true).uncertainty)
    let alone = try #require(try model.fitted(columns, sample.outcome, withUncertainty: true).uncertainty)
    #expect(found.standardErrors.allSatisfy(\.isFinite) && found.bias.allSatisfy(\.isFinite))
    #expect(found.fractions[4] == 0 && found.standardErrors[4] == 0)
    if [.logisticShapley, .ordinalShapley].contains(model) {
      // Sub-models are iterated until their likelihoods, not their parameters, have all digits.
      #expect(worstError(of: Array(found.standardErrors[..<3]), with: alone.standardErrors) < 1e-7)
      #expect(found.fractions[3] == 0 && found.standardErrors[3] == 0)
    } else {
      #expect((found.fractions[0] - found.fractions[3]).magnitude < 1e-9)
      #expect((found.standardErrors[0] / found.standardErrors[3] - 1).magnitude < 1e-6)
    }
  }

  @Test func oneDriverHasAllOfIt() throws {
    for model in SharedModel.allCases {
      let found = try model.fitted([sample.columns[0]], sample.outcome, withUncertainty: true)
      let uncertainty = try #require(found.uncertainty)
      let interval = uncertainty.interval(of: 0, confidence: 0.95)
      #expect((interval.lowerBound - 1).magnitude < 1e-6 && interval.upperBound >= 1 - 1e-12)
    }
  }

  @Test func nothingIsMeasuredUnlessAskedFor() throws {
    for model in SharedModel.allCases {
      #expect(try model.fitted(sample.columns, sample.outcome).uncertainty == nil)
    }
  }

  /// A driver that is unrelated to all has a share of nearly 0, of which the logit says nothing; the interval stays near it.
  @Test(arguments: [0, 1e-9, 1e-5]) func intervalsNearZeroAreShort(share: Double) {
    let uncertainty = ShareUncertainty(
      ofLinear: [1 - share, share], influences: Matrix(rows: 2, columns: 2), correlation: .identity(2),
      rSquared: 0.5, rows: 1000)
    let interval = uncertainty.interval(of: 1, confidence: 0.95)
    #expect(interval.contains(share) && interval.lowerBound >= 0)
    #expect(interval.upperBound < 0.01)
  }
}
