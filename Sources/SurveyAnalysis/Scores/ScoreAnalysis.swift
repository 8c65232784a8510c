public import SurveyModel

/// The score of one wave.
public struct WaveScore: Sendable, Equatable {
  /// The wave's name.
  public let wave: String
  /// What it rests on.
  public let base: Base
  /// The score, or nil where the base is under 5.
  public let score: NetPromoterScore?
}

/// The net promoter score in total, per segment and per wave.
///
/// Only responses with a valid answer and a positive weight count. Missing answers, weights of zero and weights that
/// are not numbers are part of `base.responses` and of nothing else.
public struct ScoreAnalysis: Sendable, Equatable {
  /// The groups of the outcome's scale; `groups.isStandard` is false where it is not 0–10, and
  /// `groups.isNetPromoter` where the figures are no net promoter scores.
  public let groups: PromoterGroups
  /// All responses looked at, pooled; nil where fewer than 5 have a valid answer.
  public let total: NetPromoterScore?
  /// What the total rests on.
  public let base: Base
  /// The groups of every segment asked for, segment after segment, in the order of `survey.yaml`.
  public let segments: [SegmentScore]
  /// The waves in order, those without a response left out; empty where the survey has none.
  public let waves: [WaveScore]
  /// How the p-values across the groups of a segment were adjusted.
  public let adjustment: MultipleTesting
  /// The confidence of all intervals.
  public let confidence: Double
  /// What the intervals allow for; nil where respondents count as drawn independently.
  public internal(set) var design: DesignSummary?
}

extension ScoreAnalysis {
  /// The scores of a survey's responses.
  ///
  /// - Parameters:
  ///   - survey: What was asked.
  ///   - table: The responses.
  ///   - segments: The ids of the segments to break the score down by.
  ///   - options: Confidence, adjustment and interval.
  /// - Throws: `noResponses`, `noValidOutcome`, `noPromoterGroups` where the outcome is not on 0–10 or 1–10 and the options
  ///   do not accept any scale, and `unknownSegment`.
  public init(
    of survey: Survey, _ table: ResponseTable, by segments: [String] = [],
    options: ScoreOptions = ScoreOptions()
  ) throws(AnalysisError) {
    let outcome = try OutcomeColumn(of: survey, table, options: options)
    var scores: [SegmentScore] = []
    for segment in segments {
      let column = try survey.categories(of: segment, in: table)
      let tallies = outcome.tallies(count: column.levels.count) { column.level($0) }
      scores += SegmentScore.scores(of: segment, levels: column.levels, tallies: tallies, options: options)
    }
    let whole = outcome.tallies(count: 1) { _ in 0 }[0]
    self.groups = outcome.groups
    total = whole.score(options)
    base = whole.base
    self.segments = scores
    waves = ScoreAnalysis.waves(outcome, table, options)
    adjustment = options.adjustment
    confidence = options.confidence
    design = outcome.design
  }

  private static func waves(
    _ outcome: OutcomeColumn, _ table: ResponseTable, _ options: ScoreOptions
  ) -> [WaveScore] {
    guard let column = table.waves else { return [] }
    let tallies = outcome.tallies(count: column.levels.count) { column.level($0) }
    return zip(column.levels, tallies).filter { $0.1.responses > 0 }.map { wave, tally in
      WaveScore(wave: wave, base: tally.base, score: tally.score(options))
    }
  }
}
