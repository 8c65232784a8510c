internal import RealModule
public import Statistics
public import SurveyModel

/// What tells one group of respondents from others: a binary logit on the drivers.
public struct LogisticAnalysis: Sendable, Equatable {
  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// The odds ratio per point of rating; nil where the driver follows from others.
    public let oddsRatio: OddsRatio?
    /// The odds ratio's profile-likelihood interval; a limit is infinite where the likelihood does not fall enough.
    ///
    /// Nil under a design of clusters or strata, of which a likelihood knows nothing.
    public let profileInterval: ClosedRange<Double>?
    /// Change of probability per point of rating, averaged over respondents.
    public let averageMarginalEffect: Double?
    /// Its interval by the delta method; nil under Firth's penalty, where it is not defined.
    public let averageMarginalEffectInterval: ClosedRange<Double>?
  }

  /// The groups told apart.
  public let contrast: GroupContrast
  /// The drivers, in the survey's order.
  public let drivers: [Driver]
  /// The log odds where every rating is 0.
  public let intercept: Double
  /// How many are in the first group.
  public let cases: Int
  /// Respondents who rated every driver and are in one of the groups.
  public let base: Base
  /// How many respondents rated some driver.
  public let rated: Int
  /// McFadden's, Cox & Snell's, Nagelkerke's and Estrella's measures.
  public let rSquared: PseudoRSquared
  /// AUC, Brier's score and Tjur's measure.
  public let discrimination: Discrimination
  /// Whether drivers tell the groups apart without error, wholly or in part.
  public let isSeparated: Bool
  /// Whether Firth's penalty was used.
  public let isPenalized: Bool
  /// How respondents were drawn, which the intervals allow for; nil where the survey does not say.
  public let design: DesignSummary?
  /// Drivers left out before the fit, and clusters so few that intervals may be too short.
  public let findings: [DriverFinding]
  /// The confidence of all intervals.
  public let confidence: Double

  /// The logit of a survey's drivers.
  ///
  /// - Throws: as `DriverAnalysis`, and `noPromoterGroups`.
  public init(
    of survey: Survey, _ table: ResponseTable, options: ModelOptions = ModelOptions()
  ) throws(AnalysisError) {
    let all = try RatedRespondents(of: survey, table, needsGroups: true)
    let (respondents, outcome) = try all.contrasted(options.contrast)
    let fit: LogisticRegression
    do {
      fit = try LogisticRegression(of: outcome, on: respondents.ratings, weights: respondents.weights)
    } catch {
      throw respondents.error(error)
    }
    let errors = LogisticErrors(of: fit, respondents)
    drivers = respondents.drivers.indices.map { driver in
      Driver(driver, respondents.drivers[driver], fit, errors, confidence: options.confidence)
    }
    (contrast, intercept, confidence) = (options.contrast, fit.intercept, options.confidence)
    (cases, base, rated) = (outcome.count { $0 }, respondents.base, respondents.rated)
    (rSquared, discrimination) = (fit.rSquared, fit.discrimination)
    (isSeparated, isPenalized) = (fit.isSeparated, fit.isPenalized)
    design = DesignSummary(respondents.sampling, of: survey)
    findings = respondents.leftOut + DriverFindings.fewClusters(respondents.design)
  }
}

/// The errors of a logit's coefficients and effects, by the design where there is one.
private struct LogisticErrors {
  let sampling: SamplingDesign?
  /// Per driver.
  let coefficients: [Double?]
  /// Per driver; empty under Firth's penalty.
  let effects: [Double?]
  let degreesOfFreedom: Double

  init(of fit: LogisticRegression, _ respondents: RatedRespondents) {
    sampling = respondents.sampling
    coefficients =
      sampling.map { Array(fit.standardErrors(under: $0).dropFirst()) } ?? fit.standardErrors
    effects = fit.isPenalized ? [] : fit.averageMarginalEffectStandardErrors(under: sampling)
    degreesOfFreedom = respondents.degreesOfFreedom
  }
}

extension LogisticAnalysis.Driver {
  fileprivate init(
    _ driver: Int, _ id: String, _ fit: LogisticRegression, _ errors: LogisticErrors, confidence: Double
  ) {
    self.id = id
    let degrees = errors.degreesOfFreedom
    oddsRatio = OddsRatio(
      fit.coefficients[driver], errors.coefficients[driver], degreesOfFreedom: degrees, confidence: confidence
    )
    let profile = errors.sampling == nil ? fit.interval(of: driver, .profile, confidence: confidence) : nil
    profileInterval = profile.map { Double.exp($0.lowerBound)...Double.exp($0.upperBound) }
    let effect = fit.averageMarginalEffects[driver]
    averageMarginalEffect = effect
    let error = errors.effects.indices.contains(driver) ? errors.effects[driver] : nil
    let distribution = StudentTDistribution(degreesOfFreedom: degrees)
    let half = error.map { distribution.upperQuantile((1 - confidence) / 2) * $0 }
    averageMarginalEffectInterval = effect.flatMap { effect in half.map { effect - $0...effect + $0 } }
  }
}
