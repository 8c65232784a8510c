import SurveyAnalysis

/// A period as JSON.
struct PeriodRecord: Encodable {
  let period: String
  @Nullable var nps: Double?
  @Nullable var interval: IntervalRecord<Double>?
  let baseSize: Int
  let effectiveBaseSize: Double
  let lowBase: Bool
  let suppressed: Bool
  @Nullable var withheld: String?
  let followsGap: Bool
  @Nullable var change: Double?
  @Nullable var changeInterval: IntervalRecord<Double>?
  @Nullable var pValue: Double?
  @Nullable var adjustedPValue: Double?
  @Nullable var smallestDetectable: Double?
  @Nullable var significant: Bool?

  init(_ period: PeriodScore) {
    self.period = period.period
    nps = period.score?.value
    interval = period.score.map { IntervalRecord($0.interval) }
    baseSize = period.base.size
    effectiveBaseSize = period.base.effectiveSize
    lowBase = period.base.isLow
    suppressed = period.withheld != nil
    withheld = period.withheld?.rawValue
    followsGap = period.followsGap
    change = period.change?.value
    changeInterval = period.change.map { IntervalRecord($0.interval) }
    pValue = period.change?.pValue
    adjustedPValue = period.change?.adjustedPValue
    smallestDetectable = period.change?.smallestDetectable
    significant = period.change?.isSignificant
  }
}

/// `loyalty trend --format json`.
struct TrendRecord: Encodable {
  /// The periods of one group.
  struct Group: Encodable {
    let segment: String
    let value: String
    let label: String
    let periods: [PeriodRecord]
  }

  let version = JSONFormat.version
  let confidence: Double
  @Nullable var design: DesignRecord?
  let adjustment: String
  let periodKind: String
  let undated: Int
  let periods: [PeriodRecord]
  let segments: [Group]

  init(_ analysis: TrendAnalysis, labels: SurveyLabels) {
    confidence = analysis.confidence
    design = analysis.design.map(DesignRecord.init)
    adjustment = analysis.adjustment.rawValue
    periodKind = analysis.period.rawValue
    undated = analysis.undated
    periods = analysis.periods.map(PeriodRecord.init)
    segments = analysis.segments.map { group in
      Group(
        segment: group.segment, value: group.value, label: labels.value(group.value, of: group.segment),
        periods: group.periods.map(PeriodRecord.init))
    }
  }
}
