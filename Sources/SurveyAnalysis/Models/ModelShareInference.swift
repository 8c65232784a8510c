internal import Statistics

/// How sure the shares of a model are.
struct ModelShareInference {
  /// Per driver the interval of its share; nil where no resample could be fitted.
  let intervals: [ClosedRange<Double>?]
  /// Draws of the shares, for the places.
  let ranks: RankDraws
  /// How all this was made.
  let method: IntervalMethod

  /// From how much each respondent moves the shares.
  init(delta uncertainty: ShareUncertainty, _ options: DriverOptions) {
    intervals = uncertainty.fractions.indices.map {
      uncertainty.interval(of: $0, confidence: options.confidence)
    }
    let drawn = uncertainty.draws(options.replicates, seed: options.seed)
    ranks = RankDraws((0..<drawn.rows).map { drawn.row($0) }, confidence: options.confidence)
    method = .delta(draws: options.replicates, seed: options.seed)
  }

  /// From resamples of the respondents; those in which the model cannot be fitted are left out.
  init(
    resampling method: ModelShareMethod, _ respondents: RatedRespondents, _ outcome: [Int],
    _ options: DriverOptions
  ) {
    let (ratings, drivers) = (respondents.ratings, respondents.drivers.count)
    let rows = outcome.count
    let resamples = DesignBootstrap(
      of: respondents.design ?? SamplingDesign(rows: rows),
      weights: respondents.weights ?? [Double](repeating: 1, count: rows),
      scheme: respondents.design == nil ? .plain : .rescaled,
      bootstrap: Bootstrap(replicates: options.replicates, seed: options.seed))
    let values = resamples.replicated(statistics: drivers) { times, result in
      let found: [Double]?
      do {
        found = try ModelShares(method, of: outcome, on: ratings, weights: times).fractions
      } catch {
        found = nil
      }
      for driver in 0..<drivers { result[driver] = found?[driver] ?? .nan }
    }
    let draws = (0..<values.rows).map { values.row($0) }.filter { $0.allSatisfy(\.isFinite) }
    intervals = (0..<drivers).map { driver in
      draws.isEmpty
        ? nil : BootstrapInterval.percentile(draws.map { $0[driver] }, confidence: options.confidence)
    }
    ranks = RankDraws(draws, confidence: options.confidence)
    self.method = .bootstrap(replicates: draws.count, seed: options.seed)
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
