public import SurveyAnalysis
public import SurveyModel

extension Study {
  /// The stored responses, of one wave or of all.
  ///
  /// - Parameter wave: A wave's name, `last` for the latest, or nil for all responses together.
  /// - Throws: `StoreError`, or `AnalysisError.unknownWave`.
  public func responses(in wave: String? = nil) throws -> ResponseTable {
    let stored = try store.responses(of: survey)
    let table = usesWeights ? stored : stored.unweighted
    guard let wave else { return table }
    let known = table.waves?.levels ?? []
    let name = wave == "last" ? known.last ?? wave : wave
    guard let selected = table.inWave(name) else {
      throw AnalysisError.unknownWave(wave, nearest: NearestName(among: known).match(for: wave))
    }
    return selected
  }

  /// The net promoter score in total, per group of the segments asked for, and per wave.
  public func score(
    by segments: [String] = [], wave: String? = nil, options: ScoreOptions = ScoreOptions()
  ) throws -> ScoreAnalysis {
    try ScoreAnalysis(of: survey, responses(in: wave), by: segments, options: options)
  }

  /// The net promoter score over time; by waves where the survey has them, else by quarter.
  public func trend(
    by segments: [String] = [], period: Period? = nil, options: ScoreOptions = ScoreOptions()
  ) throws -> TrendAnalysis {
    let table = try responses()
    return try TrendAnalysis(
      of: survey, table, period: period ?? Study.usualPeriod(of: table), by: segments, options: options)
  }

  /// The drivers ranked by importance.
  public func drivers(wave: String? = nil, options: DriverOptions = DriverOptions()) throws -> DriverAnalysis
  {
    try DriverAnalysis(of: survey, responses(in: wave), options: options)
  }

  /// The drivers ranked in total and within each group of the segments.
  public func drivers(
    by segments: [String], wave: String? = nil, options: DriverOptions = DriverOptions()
  ) throws -> (total: DriverAnalysis, groups: [SegmentDrivers]) {
    let table = try responses(in: wave)
    let groups = try segments.flatMap {
      try DriverAnalysis.bySegment($0, of: survey, table, options: options)
    }
    return (try DriverAnalysis(of: survey, table, options: options), groups)
  }

  /// The stretch of time that suits a table: its waves, or quarters where it has only dates.
  static func usualPeriod(of table: ResponseTable) -> Period {
    table.waves.map { $0.levels.isEmpty ? .quarter : .wave } ?? .quarter
  }
}
