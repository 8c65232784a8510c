public import Statistics
public import SurveyModel

/// What low ratings cost and what high ratings earn, driver by driver, all in one model.
///
/// See `PenaltyRewardContrast` for the method. Where ratings are missing, the regression is of the maximum-likelihood
/// covariance of the dummies, or of complete cases.
public struct PenaltyRewardAnalysis: Sendable, Equatable {
  /// One driver's penalty and reward, in points of the outcome's scale.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// The cuts, with the good end of the scale on top.
    public let cuts: RatingCuts
    /// How many rated it low, in the middle and high.
    public let counts: [Int]
    /// What a low rating does against a middling one; nil where nobody, or everybody, rated it low.
    public let penalty: Double?
    /// The bootstrap percentile interval of `penalty`.
    public let penaltyInterval: ClosedRange<Double>?
    /// What a high rating does against a middling one; nil where nobody, or everybody, rated it high.
    public let reward: Double?
    /// The bootstrap percentile interval of `reward`.
    public let rewardInterval: ClosedRange<Double>?
    /// (reward − |penalty|)/(reward + |penalty|); nil without both.
    public let asymmetryIndex: Double?
    /// The class by the estimates; nil where neither effect has the expected sign, or one is missing.
    public let estimatedClass: AsymmetryClass?
    /// How often each class, in the order of `AsymmetryClass.allCases`, came out in the resamples.
    ///
    /// What is left to 1 had no class. Empty where `estimatedClass` cannot be made.
    public let probabilities: [Double]

    /// |penalty| + |reward|: how far the outcome moves between a low and a high rating; nil without both.
    public var rangeOfImpact: Double? {
      guard let penalty, let reward else { return nil }
      return penalty.magnitude + reward.magnitude
    }

    /// The part of the resamples that settles a class.
    private static let settling = 0.975

    /// The estimated class, where at least 97.5 % of the resamples agree with it; a class that turns with the sample is none.
    ///
    /// A driver without asymmetry, of which either other class may come out by chance, is thus given one in some 5 of 100
    /// samples at most.
    public var settledClass: AsymmetryClass? {
      guard let estimatedClass, let place = AsymmetryClass.allCases.firstIndex(of: estimatedClass),
        probabilities.indices.contains(place), probabilities[place] >= Self.settling
      else { return nil }
      return estimatedClass
    }
  }

  /// The drivers, in the survey's order.
  public let drivers: [Driver]
  /// The share of the outcome's variance that the dummies explain, 0…1.
  public let rSquared: Double
  /// Respondents with a valid outcome, a positive weight and at least one rated driver.
  public let base: Base
  /// How many of them rated every driver.
  public let completeCases: Int
  /// How respondents were drawn, which the intervals allow for; nil where the survey does not say.
  public let design: DesignSummary?
  /// Drivers left out, and clusters so few that intervals may be too short.
  public let findings: [DriverFinding]
  /// The confidence of all intervals.
  public let confidence: Double

  /// The penalties and rewards of a survey's drivers for the score from 0 to 10.
  ///
  /// - Throws: as `DriverAnalysis`, and `tooFewRespondents` where there are fewer than two more respondents than
  ///   dummies.
  public init(
    of survey: Survey, _ table: ResponseTable, options: PenaltyRewardOptions = PenaltyRewardOptions()
  ) throws(AnalysisError) {
    let data = try DriverData(
      of: survey, table, options: DriverOptions(missing: options.missing, intervals: .none))
    let cuts = data.drivers.map { options.cuts ?? RatingCuts(for: $0.scale) }
    let dummies = RatingDummies(data, cuts: cuts, completeCases: options.missing == .completeCases)
    let need = dummies.kept.count + 2
    guard dummies.columns.rows >= need else {
      throw .tooFewRespondents(have: dummies.columns.rows, need: need)
    }
    let estimate = try dummies.estimate(options.missing)
    let draws = dummies.resampled(options)
    drivers = data.drivers.indices.map { driver in
      Driver(
        id: data.drivers[driver].id, cuts: cuts[driver], counts: dummies.counts[driver],
        effects: [2 * driver, 2 * driver + 1].map { dummies.effect($0, estimate.effects, draws, options) },
        band: options.band)
    }
    rSquared = estimate.rSquared
    base = data.base
    completeCases = data.completeCases
    confidence = options.confidence
    design = DesignSummary(dummies.design?.informative, of: survey)
    findings = data.leftOut + DriverFindings.fewClusters(dummies.design)
  }
}

extension PenaltyRewardAnalysis.Driver {
  init(id: String, cuts: RatingCuts, counts: [Int], effects: [RatingDummies.Effect?], band: Double) {
    self.id = id
    self.cuts = cuts
    self.counts = counts
    (penalty, penaltyInterval) = (effects[0]?.value, effects[0]?.interval)
    (reward, rewardInterval) = (effects[1]?.value, effects[1]?.interval)
    guard let low = effects[0], let high = effects[1] else {
      (asymmetryIndex, estimatedClass, probabilities) = (nil, nil, [])
      return
    }
    let sum = high.value + low.value.magnitude
    asymmetryIndex = sum == 0 ? nil : (high.value - low.value.magnitude) / sum
    estimatedClass = AsymmetryClass(penalty: low.value, reward: high.value, band: band)
    let found = zip(low.draws, high.draws).map { AsymmetryClass(penalty: $0, reward: $1, band: band) }
    probabilities = AsymmetryClass.allCases.map { wanted in
      found.isEmpty ? 0 : Double(found.count { $0 == wanted }) / Double(found.count)
    }
  }
}
