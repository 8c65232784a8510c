public import Statistics
public import SurveyModel

/// What tells detractors and promoters from passives, if the order of the groups is not believed.
public struct MultinomialAnalysis: Sendable, Equatable {
  /// One driver.
  public struct Driver: Sendable, Equatable {
    /// The driver's id.
    public let id: String
    /// The odds ratio per point of rating against the baseline, per group of `levels` in order; nil where the driver
    /// follows from others.
    public let oddsRatios: [OddsRatio?]
  }

  /// The groups compared with the baseline, from −1 (detractors) to 1 (promoters).
  public let levels: [Int]
  /// The group the others are compared with: passives where there are any.
  public let baseline: Int
  /// The drivers, in the survey's order.
  public let drivers: [Driver]
  /// Respondents who rated every driver.
  public let base: Base
  /// How many respondents rated some driver.
  public let rated: Int
  /// The measures of explained variation.
  public let rSquared: PseudoRSquared
  /// Whether there is a maximum; where not, drivers separate the groups and the numbers mean nothing.
  public let isConverged: Bool
  /// How respondents were drawn, which the intervals allow for; nil where the survey does not say.
  public let design: DesignSummary?
  /// Drivers left out before the fit, and clusters so few that intervals may be too short.
  public let findings: [DriverFinding]
  /// The confidence of all intervals.
  public let confidence: Double

  /// The multinomial logit of a survey's drivers.
  ///
  /// - Throws: as `DriverAnalysis`, and `noPromoterGroups`.
  public init(
    of survey: Survey, _ table: ResponseTable, options: ModelOptions = ModelOptions()
  ) throws(AnalysisError) {
    let respondents = try RatedRespondents(of: survey, table, needsGroups: true)
    let groups = try respondents.ordered(.groups)
    let fit: MultinomialLogit
    do {
      fit = try MultinomialLogit(
        of: groups, on: respondents.ratings, weights: respondents.weights,
        baseline: groups.contains(0) ? 0 : nil)
    } catch {
      throw respondents.error(error)
    }
    let errors =
      respondents.sampling.map { fit.standardErrors(under: $0) } ?? fit.contrasts.map(\.standardErrors)
    drivers = respondents.drivers.enumerated().map { driver, id in
      Driver(
        id: id,
        oddsRatios: zip(fit.contrasts, errors).map {
          OddsRatio(
            $0.coefficients[driver], $1[driver], degreesOfFreedom: respondents.degreesOfFreedom,
            confidence: options.confidence)
        })
    }
    (levels, baseline) = (fit.contrasts.map(\.level), fit.baseline)
    (base, rated, rSquared) = (respondents.base, respondents.rated, fit.rSquared)
    (isConverged, confidence) = (fit.isConverged, options.confidence)
    design = DesignSummary(respondents.sampling, of: survey)
    findings = respondents.leftOut + DriverFindings.fewClusters(respondents.design)
  }
}
