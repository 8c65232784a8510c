public import SurveyModel

/// The net promoter score over time.
public struct TrendAnalysis: Sendable, Equatable {
  /// What a period is.
  public let period: Period
  /// The periods of all respondents, in order; those without a response are left out.
  public let periods: [PeriodScore]
  /// The periods of each group of the segments asked for.
  public let segments: [SegmentTrend]
  /// Responses without a date, or without a wave, that belong to no period.
  public let undated: Int
  /// How the p-values across the groups of a segment were adjusted, for each step from period to period.
  ///
  /// The changes of the total are not adjusted.
  public let adjustment: MultipleTesting
  /// The confidence of all intervals.
  public let confidence: Double
  /// What the intervals allow for; nil where respondents count as drawn independently.
  public internal(set) var design: DesignSummary?
}

extension TrendAnalysis {
  /// The score per period, in total and per group.
  ///
  /// - Parameters:
  ///   - survey: What was asked.
  ///   - table: The responses.
  ///   - period: The stretch of time.
  ///   - segments: The ids of the segments to break the trend down by.
  ///   - options: Confidence, adjustment and interval.
  /// - Throws: `noPeriods` where no response has a date (or wave), and all that `ScoreAnalysis` throws.
  public init(
    of survey: Survey, _ table: ResponseTable, period: Period, by segments: [String] = [],
    options: ScoreOptions = ScoreOptions()
  ) throws(AnalysisError) {
    let outcome = try OutcomeColumn(of: survey, table, options: options)
    let timeline = try Timeline(period, of: table)
    let count = timeline.names.count
    let total = outcome.tallies(count: count) { row in
      timeline.indices[row] < 0 ? nil : Int(timeline.indices[row])
    }
    var trends: [SegmentTrend] = []
    for segment in segments {
      let column = try survey.categories(of: segment, in: table)
      let cells = outcome.tallies(count: count * column.levels.count) { row in
        guard let level = column.level(row), timeline.indices[row] >= 0 else { return nil }
        return level * count + Int(timeline.indices[row])
      }
      let rows = column.levels.indices.map { Array(cells[$0 * count..<($0 + 1) * count]) }
      trends += SegmentTrends(rows, timeline, options).named(segment, levels: column.levels)
    }
    self.period = period
    periods = SegmentTrends([total], timeline, options).periods[0]
    self.segments = trends
    undated = timeline.undated
    adjustment = options.adjustment
    confidence = options.confidence
    design = outcome.design
  }
}
