/// Brant's test of whether one set of coefficients serves all levels of an ordered outcome.
///
/// The binary logits of "above this level" are compared across levels with their joint covariance (Brant 1990,
/// doi:10.2307/2532457). Blocks below the diagonal are the transposes of those above; the R package `brant` 0.3-0 copies
/// them as they are and is off by up to 5e-4. With many levels few respondents lie beyond the outer ones: the test is
/// then rough, and separation there makes it impossible.
public struct ProportionalOddsTest: Sendable, Equatable {
  /// A statistic with its p-value.
  public struct Result: Sendable, Equatable {
    /// Wald's chi-squared statistic.
    public let statistic: Double
    /// Its degrees of freedom.
    public let degreesOfFreedom: Int
    /// The p-value of "the same at all levels"; under a design by Fisher's F.
    public let pValue: Double
  }

  /// All predictors together.
  public let omnibus: Result
  /// Each predictor; nil for aliased ones.
  public let predictors: [Result?]
  /// By how much a design widens what is tested, on average: the mean generalised design effect (Rao & Scott 1984,
  /// doi:10.1214/aos/1176346391); nil without a design.
  public let designEffect: Double?

  /// The test for a fitted model; nil for two levels, where a binary logit is separated, and where a design has fewer degrees
  /// of freedom than the test.
  ///
  /// Under a design the covariance is the linearised one of the clusters' sums (Binder 1983, doi:10.2307/1402588), and W/k ·
  /// (d − k + 1)/d follows F(k, d − k + 1) with d clusters less strata (Korn & Graubard 1990, doi:10.2307/2684345).
  ///
  /// - Precondition: the design has the model's rows.
  public init?(
    of model: CumulativeLogit, on predictors: [[Double]], outcome: [Int], weights: [Double]? = nil,
    sampling: SamplingDesign? = nil
  ) {
    let cuts = model.levels.dropLast()
    guard cuts.count > 1 else { return nil }
    let designs = cuts.map { cut in
      LogisticDesign(of: outcome.map { $0 > cut ? 1 : 0 }, on: predictors, weights: weights)
    }
    let fits = designs.map { LogisticNewton($0) }
    guard let first = designs.first, !first.kept.isEmpty, !fits.contains(where: \.isSeparated) else {
      return nil
    }
    let independent = JointLogits(first, fits)
    let joint = sampling.map { independent.under($0, designs, fits) } ?? independent
    let places = Array(first.kept.indices)
    guard let omnibus = joint.test(places) else { return nil }
    self.omnibus = omnibus
    designEffect = sampling == nil ? nil : joint.widening(of: independent, places)
    var results = [Result?](repeating: nil, count: predictors.count)
    for place in places { results[first.kept[place]] = joint.test([place]) }
    self.predictors = results
  }
}

extension ProportionalOddsTest.Result {
  /// A likelihood ratio test under a design: the statistic is divided by the design effect (Rao & Scott 1984,
  /// doi:10.1214/aos/1176346391), and what is left referred to F(k, k·d).
  ///
  /// - Parameter degreesOfFreedom: Clusters less strata.
  public func allowing(for designEffect: Double, degreesOfFreedom design: Int) -> ProportionalOddsTest.Result
  {
    let corrected = statistic / designEffect
    let count = Double(degreesOfFreedom)
    let tail = FisherFDistribution(numerator: count, denominator: count * Double(design))
    return ProportionalOddsTest.Result(
      statistic: corrected, degreesOfFreedom: degreesOfFreedom, pValue: tail.upperTail(corrected / count))
  }
}
