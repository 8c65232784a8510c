internal import Statistics

/// How sure the shares of a model are, from how much each respondent moves them.
///
/// Resamples are not offered: their percentiles held in 85 to 92 of 100 samples of 200 (docs/methods/intervals.md).
struct ModelShareInference {
  /// Per driver the interval of its share.
  let intervals: [ClosedRange<Double>]
  /// Draws of the shares, for the places.
  let ranks: RankDraws
  /// How all this was made.
  let method: IntervalMethod

  init(_ uncertainty: ShareUncertainty, _ options: DriverOptions) {
    intervals = uncertainty.fractions.indices.map {
      uncertainty.interval(of: $0, confidence: options.confidence)
    }
    let drawn = uncertainty.draws(options.replicates, seed: options.seed)
    ranks = RankDraws((0..<drawn.rows).map { drawn.row($0) }, confidence: options.confidence)
    method = .delta(draws: options.replicates, seed: options.seed)
  }
}

/// The shares of one sample.
struct ModelShares {
  let fractions: [Double]
  let nagelkerke: [Double]?
  let rSquared: Double
  let uncertainty: ShareUncertainty?

  init(
    _ method: ModelShareMethod, of outcome: [Int], on ratings: [[Double]], weights: [Double]?,
    withUncertainty: Bool = false, design: SamplingDesign? = nil
  ) throws(FitError) {
    let shared: [Double]
    switch method {
    case .logisticShapley:
      let found = try LogisticShapley(
        of: outcome.map { $0 == 1 }, on: ratings, weights: weights, withUncertainty: withUncertainty,
        design: design)
      (shared, rSquared, uncertainty) = (
        found.shares(.mcFadden), found.total(.mcFadden), found.uncertainty
      )
      nagelkerke = ModelShares.fractions(found.shares(.nagelkerke))
    case .ordinalShapley:
      let found = try OrdinalShapley(
        of: outcome, on: ratings, weights: weights, withUncertainty: withUncertainty,
        design: design)
      (shared, rSquared, uncertainty) = (found.shares, found.total, found.uncertainty)
      nagelkerke = nil
    case .logisticRelativeWeights, .ordinalRelativeWeights:
      let found =
        method == .logisticRelativeWeights
        ? try LogisticRelativeWeights(
          of: outcome.map { $0 == 1 }, on: ratings, weights: weights, withUncertainty: withUncertainty,
          design: design)
        : try LogisticRelativeWeights(
          ofOrdered: outcome, on: ratings, weights: weights, withUncertainty: withUncertainty,
          design: design)
      (shared, rSquared, uncertainty) = (found.shares, found.rSquared, found.uncertainty)
      nagelkerke = nil
    }
    fractions = ModelShares.fractions(shared)
  }

  private static func fractions(_ shares: [Double]) -> [Double] {
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares.map { _ in 0 }
  }
}
