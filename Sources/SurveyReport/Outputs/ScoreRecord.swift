import SurveyAnalysis

/// A score as JSON.
struct ScoreRecord: Encodable {
  @Nullable var nps: Double?
  @Nullable var interval: IntervalRecord<Double>?
  @Nullable var standardError: Double?
  @Nullable var promoters: Double?
  @Nullable var passives: Double?
  @Nullable var detractors: Double?
  let responses: Int
  let baseSize: Int
  let effectiveBaseSize: Double
  let lowBase: Bool
  let suppressed: Bool
  @Nullable var withheld: String?

  init(_ score: NetPromoterScore?, base: Base, withheld reason: Withholding? = nil) {
    let reason = reason ?? (base.size > 0 && base.isSuppressed ? .fewAnswers : nil)
    nps = score?.value
    interval = score.map { IntervalRecord($0.interval) }
    standardError = score?.standardError
    promoters = score?.promoters
    passives = score?.passives
    detractors = score?.detractors
    responses = base.responses
    baseSize = base.size
    effectiveBaseSize = base.effectiveSize
    lowBase = base.isLow
    suppressed = reason != nil
    withheld = reason?.rawValue
  }
}

/// A difference between two scores as JSON.
struct DifferenceRecord: Encodable {
  let value: Double
  let interval: IntervalRecord<Double>
  let pValue: Double
  let adjustedPValue: Double
  let smallestDetectable: Double
  let significant: Bool

  init(_ difference: ScoreDifference) {
    value = difference.value
    interval = IntervalRecord(difference.interval)
    pValue = difference.pValue
    adjustedPValue = difference.adjustedPValue
    smallestDetectable = difference.smallestDetectable
    significant = difference.isSignificant
  }
}

/// A score with names before its own keys.
struct NamedScoreRecord: Encodable {
  let names: [(key: NameKey, value: String)]
  let score: ScoreRecord
  @Nullable var againstRest: DifferenceRecord?
  let comparesWithRest: Bool

  enum NameKey: String, CodingKey {
    case segment, value, label, wave, againstRest
  }

  func encode(to encoder: any Encoder) throws {
    try score.encode(to: encoder)
    var container = encoder.container(keyedBy: NameKey.self)
    for name in names { try container.encode(name.value, forKey: name.key) }
    if comparesWithRest { try container.encode(_againstRest, forKey: .againstRest) }
  }
}

/// `loyalty score --format json`.
struct ScoreAnalysisRecord: Encodable {
  let version = JSONFormat.version
  let confidence: Double
  @Nullable var design: DesignRecord?
  let adjustment: String
  let total: ScoreRecord
  let segments: [NamedScoreRecord]
  let waves: [NamedScoreRecord]

  init(_ analysis: ScoreAnalysis, labels: SurveyLabels) {
    confidence = analysis.confidence
    design = analysis.design.map(DesignRecord.init)
    adjustment = analysis.adjustment.rawValue
    total = ScoreRecord(analysis.total, base: analysis.base)
    segments = analysis.segments.map { group in
      NamedScoreRecord(
        names: [
          (.segment, group.segment), (.value, group.value),
          (.label, labels.value(group.value, of: group.segment)),
        ],
        score: ScoreRecord(group.score, base: group.base, withheld: group.withheld),
        againstRest: group.againstRest.map(DifferenceRecord.init), comparesWithRest: true)
    }
    waves = analysis.waves.map { wave in
      NamedScoreRecord(
        names: [(.wave, wave.wave)], score: ScoreRecord(wave.score, base: wave.base), againstRest: nil,
        comparesWithRest: false)
    }
  }
}
