import Statistics
import SurveyAnalysis
import SurveyModel
import TestSupport
import Testing

/// The models of a survey's groups against the numbers of R on the same answers.
@Suite struct ModelAnalysisTests {
  private static let names = (1...7).map { "d\($0)" }

  private static func oracle(_ name: String) throws -> Oracle {
    try Oracle(Fixture.url("Tests/StatisticsTests/Oracles/synth_open_\(name).json"))
  }

  @Test(arguments: GroupContrast.allCases)
  func logitIsThatOfTheReference(contrast: GroupContrast) throws {
    let survey = try RatingSurvey.reference()
    let found = try LogisticAnalysis(
      of: survey.survey, survey.table, options: ModelOptions(contrast: contrast))
    let key =
      switch contrast {
      case .promoterRest: "promoter_vs_rest"
      case .detractorRest: "detractor_vs_rest"
      case .promoterDetractor: "promoter_vs_detractor"
      }
    let expected = try Self.oracle("logit")[key]
    let ratios = try found.drivers.map { try #require($0.oddsRatio) }
    #expect(
      worstError(of: ratios.map(\.coefficient), with: expected["fit", "value", "coef"].numbers(Self.names))
        < 1e-10)
    #expect(
      worstError(of: ratios.map(\.standardError), with: expected["fit", "value", "se"].numbers(Self.names))
        < 1e-10)
    #expect(
      worstError(of: ratios.map(\.value), with: expected["fit", "value", "odds_ratio"].numbers(Self.names))
        < 1e-9)
    let effects = found.drivers.compactMap(\.averageMarginalEffect)
    #expect(
      worstError(of: effects, with: expected["average_marginal_effects", "value"].numbers(Self.names)) < 1e-10
    )
    let measures = [
      found.rSquared.mcFadden, found.rSquared.nagelkerke, found.discrimination.areaUnderCurve,
      found.discrimination.brierScore, found.discrimination.tjur,
    ]
    let keys = ["mcfadden", "nagelkerke", "auc", "brier", "tjur"]
    #expect(worstError(of: measures, with: expected["fit_measures"].numbers(keys)) < 1e-10)
    for driver in found.drivers {
      let profile = try #require(driver.profileInterval)
      #expect(profile.contains(try #require(driver.oddsRatio).value))
    }
  }

  @Test func multinomialIsThatOfTheReference() throws {
    let survey = try RatingSurvey.reference()
    let found = try MultinomialAnalysis(of: survey.survey, survey.table)
    let expected = try Self.oracle("logit")["multinomial_det_pas_pro", "value", "coef"]
    let passive = expected["pas"].numbers(Self.names)
    let promoter = expected["pro"].numbers(Self.names)
    #expect(found.baseline == 0 && found.levels == [-1, 1])
    let below = found.drivers.compactMap { $0.oddsRatios[0]?.coefficient }
    let above = found.drivers.compactMap { $0.oddsRatios[1]?.coefficient }
    #expect(worstError(of: below, with: passive.map { -$0 }) < 1e-9)
    #expect(worstError(of: above, with: zip(promoter, passive).map { $0 - $1 }) < 1e-9)
  }

  @Test(arguments: [(OutcomeLevels.groups, "three_level"), (.answers, "eleven_level")])
  func ordinalIsThatOfTheReference(levels: OutcomeLevels, key: String) throws {
    let survey = try RatingSurvey.reference()
    let found = try OrdinalAnalysis(of: survey.survey, survey.table, options: ModelOptions(levels: levels))
    let expected = try Self.oracle("ordinal")[key]
    let ratios = try found.drivers.map { try #require($0.oddsRatio) }
    let coefficients = expected["fit", "value", "coef"].numbers(Self.names)
    #expect(worstError(of: ratios.map(\.coefficient), with: coefficients) < 1e-9)
    #expect(found.thresholds == (levels == .groups ? [0, 1] : Array(1...10)))
    let rejects = [found.brant, found.likelihoodRatio].contains {
      ($0?.pValue ?? 1) < OrdinalAnalysis.rejection
    }
    #expect(rejects == found.drivers.contains { !$0.oddsRatioByThreshold.isEmpty })
  }

  @Test func sharesAreThoseOfTheReference() throws {
    let survey = try RatingSurvey.reference()
    let options = ModelOptions(linear: DriverOptions(intervals: .none))
    let logit = try Self.oracle("logit")["promoter_vs_rest"]
    let ordinal = try Self.oracle("ordinal")["three_level", "dominance_mcfadden", "value", "general"]
    let expected: [(ModelShareMethod, Oracle)] = [
      (.logisticShapley, logit["dominance_McFadden", "value", "general"]),
      (.logisticRelativeWeights, logit["rwa_logistic", "value", "raw"]), (.ordinalShapley, ordinal),
    ]
    for (method, oracle) in expected {
      let found = try ModelShareAnalysis(of: survey.survey, survey.table, method: method, options: options)
      let shares = found.drivers.map { $0.importance * found.rSquared }
      let values = oracle.numbers(found.drivers.map(\.id))
      #expect(worstError(of: shares, with: values) < 1e-9, "\(method)")
      #expect(shares == shares.sorted(by: >))
      #expect(found.drivers.allSatisfy { $0.interval == nil })
    }
  }

  @Test func nagelkerkesSharesSumToOne() throws {
    let survey = try RatingSurvey.reference()
    let found = try ModelShareAnalysis(
      of: survey.survey, survey.table, method: .logisticShapley,
      options: ModelOptions(linear: DriverOptions(intervals: .none)))
    let expected = try Self.oracle("logit")["promoter_vs_rest", "dominance_Nagelkerke", "value", "general"]
      .numbers(found.drivers.map(\.id))
    let total = expected.reduce(0, +)
    let shares = found.drivers.compactMap(\.nagelkerkeImportance)
    #expect(worstError(of: shares, with: expected.map { $0 / total }) < 1e-9)
  }

  @Test func commonalitiesSumToWhatIsExplained() throws {
    let survey = try RatingSurvey.reference()
    let found = try CommonalityTable(
      of: survey.survey, survey.table, options: DriverOptions(intervals: .bootstrap, replicates: 100))
    let oracle = try Self.oracle("ols")["unweighted"]
    let ids = found.drivers.map(\.id)
    #expect(worstError(of: found.drivers.map(\.unique), with: oracle["last", "value"].numbers(ids)) < 1e-10)
    #expect(worstError(of: found.drivers.map(\.total), with: oracle["first", "value"].numbers(ids)) < 1e-10)
    let pair = try #require(found.parts.first { $0.drivers == ["d1", "d2"] })
    #expect(abs(pair.value - oracle["commonality", "value", "Common to d1, and d2"].number) < 5.1e-5)
    for driver in found.drivers {
      #expect(try #require(driver.uniqueInterval).contains(driver.unique))
      #expect(try #require(driver.commonInterval).contains(driver.common))
    }
  }

  @Test func threeDriversShareAllTheirParts() throws {
    let survey = RatingSurvey.simulated(300, effects: [3, 2, 1], seed: 5)
    let found = try CommonalityTable(
      of: survey.survey, survey.table, options: DriverOptions(intervals: .none))
    let sum = found.drivers.map(\.unique).reduce(0, +) + found.parts.map(\.value).reduce(0, +)
    #expect(found.parts.count == 4 && Agreement(sum, with: found.rSquared).error < 1e-12)
  }

  @Test func necessaryConditionsAreAdjusted() throws {
    var survey = RatingSurvey.simulated(300, effects: [3, 0], seed: 5)
    var generator = SeededGenerator(seed: 21)
    survey.ratings["d2"] = (0..<300).map { _ in Rating(generator.index(below: 11)) }
    // Nobody above 4 without a rating of at least 5 on the first driver.
    survey.ratings["ltr"] = zip(survey.ratings["ltr"] ?? [], survey.ratings["d1"] ?? []).map {
      score, rating in
      (rating.value ?? 0) < 5 ? Rating(min(4, score.value ?? 0)) : score
    }
    let found = try NecessaryConditionTable(
      of: survey.survey, survey.table, options: DriverOptions(replicates: 199))
    #expect(found.drivers.map(\.id) == ["d1", "d2"] && found.permutations == 199)
    #expect(found.drivers[0].ceilings.steps.effect > 0.2)
    #expect(Agreement(try #require(found.drivers[0].adjustedPValue), with: 2.0 / 200).error < 1e-12)
    #expect(try #require(found.drivers[1].adjustedPValue) > 0.05)
  }

  @Test func separatedGroupsGetFirthsEstimate() throws {
    var survey = RatingSurvey.simulated(80, effects: [1, 0], seed: 4)
    survey.ratings["ltr"] = survey.ratings["d1"]?.map { ($0.value ?? 0) > 5 ? Rating(10) : Rating(2) }
    let found = try LogisticAnalysis(of: survey.survey, survey.table)
    #expect(found.isSeparated && found.isPenalized)
    #expect(try #require(found.drivers[0].oddsRatio).value.isFinite)
    #expect(found.drivers.allSatisfy { $0.averageMarginalEffectInterval == nil })
  }

  @Test func smallGroupsAreRefused() {
    var survey = RatingSurvey.simulated(80, effects: [1, 1], seed: 4)
    survey.ratings["ltr"] = (0..<80).map { Rating($0 < 4 ? 9 : 5) }
    #expect(throws: AnalysisError.tooFewRespondents(have: 4, need: 5)) {
      try LogisticAnalysis(of: survey.survey, survey.table)
    }
  }

  @Test func weightsCountAsManyRespondentsAsTheyAreWorth() throws {
    var survey = try RatingSurvey.reference()
    let plain = try LogisticAnalysis(of: survey.survey, survey.table)
    survey.weights = [Double](repeating: 3, count: 1500)
    let same = try LogisticAnalysis(of: survey.survey, survey.table)
    for (one, other) in zip(plain.drivers, same.drivers) {
      let errors = [one, other].compactMap(\.oddsRatio?.standardError)
      #expect(Agreement(errors[1], with: errors[0]).error < 1e-10)
    }
  }
}
