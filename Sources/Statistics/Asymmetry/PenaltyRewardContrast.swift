/// What a low and a high rating of each driver do to the outcome, against a middling one: penalties and rewards.
///
/// One regression of the outcome on two dummies per driver (Brandt 1987; Mikulić & Prebežac 2008,
/// doi:10.1108/09604520810920068). A driver whose low ratings cost more than its high ratings earn is basic, one of
/// which the reverse holds excites.
public struct PenaltyRewardContrast: Sendable, Equatable {
  /// One of the two dummies of a driver.
  public struct Effect: Sendable, Equatable {
    /// Points of outcome against a middling rating of the same driver, all others alike.
    public let value: Double
    /// Its standard error by the usual formula; nil without residual degrees of freedom.
    public let standardError: Double?
    /// Its standard error without the assumption of equal variances (HC3); nil where it is not defined.
    public let robustStandardError: Double?
    /// The two-sided p-value of `value` by the usual error and the t distribution; nil without one.
    public let pValue: Double?
  }

  /// The two effects of one driver; nil for a dummy that nobody or everybody has, or that follows from earlier ones.
  public struct Contrast: Sendable, Equatable {
    /// The effect of a low rating; negative where a low rating costs.
    public let penalty: Effect?
    /// The effect of a high rating; positive where a high rating earns.
    public let reward: Effect?

    /// |penalty| + |reward|: how far the outcome moves between a low and a high rating; nil without both.
    public var rangeOfImpact: Double? {
      guard let penalty, let reward else { return nil }
      return penalty.value.magnitude + reward.value.magnitude
    }

    /// (reward − |penalty|)/(reward + |penalty|), −1 for penalties alone and 1 for rewards alone.
    ///
    /// A reward below zero takes it outside −1…1, as in the literature; see `AsymmetryClass` for what that means. Nil
    /// without both effects or where they sum to zero.
    public var asymmetryIndex: Double? {
      guard let penalty, let reward else { return nil }
      let sum = reward.value + penalty.value.magnitude
      return sum == 0 ? nil : (reward.value - penalty.value.magnitude) / sum
    }
  }

  /// The outcome where every driver is rated in the middle.
  public let intercept: Double
  /// The effects per driver.
  public let contrasts: [Contrast]
  /// The share of the outcome's variance explained, 0…1.
  public let rSquared: Double
  /// Observations with a positive weight.
  public let observations: Int

  /// The contrasts of drivers, each given as who rated it low and who rated it high.
  ///
  /// - Throws: `FitError.tooFewObservations`, `FitError.constantOutcome`.
  /// - Precondition: all columns have equal lengths; nobody rated a driver both low and high; weights are finite and
  ///   not negative.
  public init(
    of outcome: [Double], low: [[Bool]], high: [[Bool]], weights: [Double]? = nil
  ) throws(FitError) {
    precondition(low.count == high.count, "Every driver has a low and a high dummy.")
    let isDisjoint = zip(low, high).allSatisfy { zip($0, $1).allSatisfy { !($0 && $1) } }
    precondition(isDisjoint, "A rating is not both low and high.")
    let dummies = zip(low, high).flatMap { [$0, $1] }.map { $0.map { $0 ? 1.0 : 0 } }
    let fitted = try LinearRegression(of: outcome, on: dummies, weights: weights)
    let effects = dummies.indices.map { PenaltyRewardContrast.effect($0, fitted) }
    intercept = fitted.intercept
    contrasts = low.indices.map { Contrast(penalty: effects[2 * $0], reward: effects[2 * $0 + 1]) }
    rSquared = fitted.rSquared
    observations = fitted.observations
  }

  /// The contrasts of drivers with ratings up to `lowCut` called low and from `highCut` called high.
  ///
  /// - Precondition: the cuts of each driver are in order, `lowCut` < `highCut`.
  public init(
    of outcome: [Double], on ratings: [[Double]], lowCuts: [Double], highCuts: [Double],
    weights: [Double]? = nil
  ) throws(FitError) {
    precondition(zip(lowCuts, highCuts).allSatisfy { $0 < $1 }, "A low rating lies below a high one.")
    precondition(
      ratings.count == lowCuts.count && ratings.count == highCuts.count, "Every driver has its cuts.")
    try self.init(
      of: outcome, low: zip(ratings, lowCuts).map { column, cut in column.map { $0 <= cut } },
      high: zip(ratings, highCuts).map { column, cut in column.map { $0 >= cut } }, weights: weights)
  }

  private static func effect(_ dummy: Int, _ fitted: LinearRegression) -> Effect? {
    guard let value = fitted.coefficients[dummy] else { return nil }
    let error = fitted.standardErrors[dummy]
    let distribution = StudentTDistribution(
      degreesOfFreedom: Double(max(1, fitted.residualDegreesOfFreedom)))
    return Effect(
      value: value, standardError: error, robustStandardError: fitted.robustStandardErrors[dummy],
      pValue: error.flatMap { $0 > 0 ? distribution.twoSided(value / $0) : nil })
  }
}
