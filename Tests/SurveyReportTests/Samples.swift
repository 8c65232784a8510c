@testable import SurveyAnalysis
import SurveyModel
import SurveyReport

/// Hand-made values as the analyses give them; the figures are invented.
enum Sample {
  /// A sample by its name, so that a test's log names it and does not print it.
  static func named(_ name: String) throws -> ReportContent {
    switch name {
    case "dutch": return dutch()
    case "large": return large()
    case "single": return single()
    case "bare": return bare()
    default: throw UnknownSample(name: name)
    }
  }

  struct UnknownSample: Error {
    let name: String
  }

  /// The groups of the scale 0–10.
  static var promoterGroups: PromoterGroups {
    guard let groups = PromoterGroups(of: .recommendation) else { preconditionFailure("0–10 has groups.") }
    return groups
  }

  /// A score from shares, its interval as wide as simple random sampling of `n` would make it.
  static func score(_ detractors: Double, _ promoters: Double, n: Int, effective: Double? = nil)
    -> NetPromoterScore
  {
    let effective = effective ?? Double(n)
    let value = (promoters - detractors) * 100
    let variance = promoters + detractors - (promoters - detractors) * (promoters - detractors)
    let error = 100 * (variance / effective).squareRoot()
    return NetPromoterScore(
      value: value, interval: max(-100, value - 1.96 * error)...min(100, value + 1.96 * error),
      confidence: 0.95,
      standardError: error, promoters: promoters, passives: 1 - promoters - detractors,
      detractors: detractors,
      base: Base(responses: n, size: n, effectiveSize: effective))
  }

  /// A difference that is judged by its interval.
  static func difference(_ value: Double, error: Double, isLowBase: Bool = false) -> ScoreDifference {
    let isSignificant = value.magnitude > 1.96 * error && !isLowBase
    return ScoreDifference(
      value: value, interval: (value - 1.96 * error)...(value + 1.96 * error),
      pValue: isSignificant ? 0.0134 : 0.31, adjustedPValue: isSignificant ? 0.0268 : 0.62,
      smallestDetectable: 2.8 * error, isLowBase: isLowBase, isSignificant: isSignificant)
  }

  /// A group of a segment, withheld below 5 answers.
  static func group(
    _ segment: String, _ value: String, _ detractors: Double, _ promoters: Double, n: Int, rest: Double = 0
  ) -> SegmentScore {
    let shown = score(detractors, promoters, n: n)
    let difference = difference(rest, error: shown.standardError, isLowBase: n < 30)
    return SegmentScore(
      segment: segment, value: value, base: shown.base, score: n < 5 ? nil : shown,
      withheld: n < 5 ? .fewAnswers : nil,
      againstRest: n < 5 ? nil : difference)
  }

  /// Periods from scores; nil is a gap without answers.
  static func periods(_ scores: [(name: String, score: NetPromoterScore?)]) -> [PeriodScore] {
    var periods: [PeriodScore] = []
    var hasGap = false
    for entry in scores {
      guard let score = entry.score else {
        hasGap = true
        continue
      }
      let shown = score.base.size < 5 ? nil : score
      let before = periods.last?.score
      let change = before.flatMap { before in
        shown.map { now in
          let pooled = now.standardError * now.standardError + before.standardError * before.standardError
          let isLow = now.base.isLow || before.base.isLow
          return difference(now.value - before.value, error: pooled.squareRoot(), isLowBase: isLow)
        }
      }
      periods.append(
        PeriodScore(
          period: entry.name, base: score.base, score: shown, withheld: shown == nil ? .fewAnswers : nil,
          change: change, followsGap: hasGap))
      hasGap = false
    }
    return periods
  }

  /// A ranked driver around its importance.
  static func driver(
    _ id: String, rank: Int, importance: Double, ranks: ClosedRange<Int>, promoter: Double, detractor: Double,
    performance: Double, half: Double = 0.05, top3: Double = 0.5
  ) -> RankedDriver {
    func around(_ value: Double) -> ClosedRange<Double> { max(0, value - half)...(value + half) }
    return RankedDriver(
      id: id, importance: importance, interval: around(importance), rank: rank, rankInterval: ranks,
      probabilityTop3: top3, promoterImportance: promoter, promoterInterval: around(promoter),
      detractorImportance: detractor, detractorInterval: around(detractor),
      otherImportance: importance * 0.98,
      correlation: 0.3 + importance, coefficient: importance * 2, coefficientStandardError: 0.05,
      standardizedCoefficient: importance * 1.5, performance: performance,
      performanceInterval: (performance - 0.15)...(performance + 0.15), answered: 1100)
  }

  /// A ranking of given drivers.
  static func ranking(
    _ drivers: [RankedDriver], ties: [ClosedRange<Int>] = [], findings: [DriverFinding] = [], n: Int = 1204
  ) -> DriverAnalysis {
    DriverAnalysis(
      outcome: .score, method: .shapley, missing: .expectationMaximization, rSquared: 0.4567,
      promoterRSquared: 0.31, detractorRSquared: 0.35,
      base: Base(responses: n + 64, size: n, effectiveSize: Double(n) * 0.872), completeCases: n * 3 / 4,
      drivers: drivers, ties: ties.map { RankTie(ranks: $0) }, findings: findings, confidence: 0.95,
      intervals: .bootstrap(replicates: 2000, seed: 1))
  }
}
