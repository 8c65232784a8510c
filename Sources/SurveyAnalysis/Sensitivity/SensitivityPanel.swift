internal import Statistics
public import SurveyModel

/// The ranking under every reasonable choice, and what holds under all of them.
///
/// The choices differ in method, in what is done about missing ratings, and in which respondents count; what they agree on
/// does not depend on them. The rankings come from the same respondents, so their agreement is no test of chance: the rank
/// intervals of `DriverAnalysis` are for that.
public struct SensitivityPanel: Sendable, Equatable {
  /// The ranking by one choice.
  public struct Ranking: Sendable, Equatable {
    /// The choice.
    public let choice: SensitivityChoice
    /// The share of each driver, in the panel's order, 0…1.
    public let importance: [Double]
    /// The place of each driver, 1 for the largest share; of equal shares the first in the survey comes first.
    public let ranks: [Int]
    /// How much is explained, 0…1: R², or McFadden's for the logistic choices, or the R² of their relative weights.
    public let rSquared: Double
    /// Respondents it rests on.
    public let baseSize: Int
    /// Whether a logistic choice shares by relative weights, because all sub-models would take too long.
    public let usesRelativeWeights: Bool
  }

  /// A choice that was left out, and why.
  public struct Omission: Sendable, Equatable {
    /// The choice.
    public let choice: SensitivityChoice
    /// Why it was left out.
    public let reason: SensitivityOmission

    /// An omission.
    public init(choice: SensitivityChoice, reason: SensitivityOmission) {
      self.choice = choice
      self.reason = reason
    }
  }

  /// Two drivers whose order is the same everywhere.
  public struct Pair: Sendable, Equatable {
    /// The driver that always comes first.
    public let higher: String
    /// The driver that always comes after it.
    public let lower: String

    /// A pair.
    public init(higher: String, lower: String) {
      self.higher = higher
      self.lower = lower
    }
  }

  /// The drivers' ids, by the reported ranking.
  public let drivers: [String]
  /// The rankings, the reported one first.
  public let rankings: [Ranking]
  /// What was left out.
  public let omissions: [Omission]
  /// Kendall's coefficient of concordance W over all rankings, 0…1; nil for a single driver or ranking.
  public let concordance: Double?
  /// The mean Spearman correlation over all pairs of rankings, from W; nil where W is.
  public let meanRankCorrelation: Double?

  /// The panel of a survey's drivers for the score.
  ///
  /// - Throws: as `DriverAnalysis`, for the reported ranking; other choices are left out where they cannot be made.
  public init(
    of survey: Survey, _ table: ResponseTable, options: SensitivityOptions = SensitivityOptions()
  ) throws(AnalysisError) {
    let maker = try SensitivityRankings(of: survey, table, options)
    var (rankings, omissions) = ([Ranking](), [Omission]())
    for choice in options.choices {
      switch maker.ranking(by: choice) {
      case .success(let ranking): rankings.append(ranking)
      case .failure(let reason): omissions.append(Omission(choice: choice, reason: reason.reason))
      }
    }
    drivers = maker.ids
    self.rankings = rankings
    self.omissions = omissions
    let agreement = RankConcordance(scores: rankings.map { $0.ranks.map { -Double($0) } })
    (concordance, meanRankCorrelation) = (agreement.coefficient, agreement.meanCorrelation)
  }
}

extension SensitivityPanel {
  /// The best and the worst place of each driver, in the panel's order.
  public var rankRanges: [ClosedRange<Int>] {
    drivers.indices.map { driver in
      let places = rankings.map { $0.ranks[driver] }
      return (places.min() ?? 1)...(places.max() ?? drivers.count)
    }
  }

  /// The drivers that are among the first `count` under every choice.
  public func alwaysAmongFirst(_ count: Int) -> [String] {
    zip(drivers, rankRanges).filter { $0.1.upperBound <= count }.map(\.0)
  }

  /// The drivers that are never among the first `count`.
  public func neverAmongFirst(_ count: Int) -> [String] {
    zip(drivers, rankRanges).filter { $0.1.lowerBound > count }.map(\.0)
  }

  /// The pairs of drivers in the same order under every choice.
  public var settledPairs: [Pair] {
    drivers.indices.flatMap { first in
      drivers.indices.filter { second in
        rankings.allSatisfy { $0.ranks[first] < $0.ranks[second] }
      }.map { Pair(higher: drivers[first], lower: drivers[$0]) }
    }
  }
}
