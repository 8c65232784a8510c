import Statistics
import SurveyAnalysis

/// An interval of which a limit may be missing, because it is infinite.
struct OpenIntervalRecord: Encodable {
  @Nullable var lower: Double?
  @Nullable var upper: Double?

  init(_ interval: ClosedRange<Double>) {
    (lower, upper) = (interval.lowerBound, interval.upperBound)
  }
}

/// An odds ratio.
struct OddsRatioRecord: Encodable {
  @Nullable var value: Double?
  let interval: OpenIntervalRecord
  let pValue: Double
  let coefficient: Double
  let standardError: Double

  init(_ ratio: OddsRatio) {
    value = ratio.value
    interval = OpenIntervalRecord(ratio.interval)
    (pValue, coefficient, standardError) = (ratio.pValue, ratio.coefficient, ratio.standardError)
  }
}

/// The measures of explained variation of a model of probabilities.
struct PseudoRSquaredRecord: Encodable {
  let mcFadden: Double
  let coxSnell: Double
  let nagelkerke: Double
  let estrella: Double

  init(_ measures: PseudoRSquared) {
    (mcFadden, coxSnell) = (measures.mcFadden, measures.coxSnell)
    (nagelkerke, estrella) = (measures.nagelkerke, measures.estrella)
  }
}

/// A chi-squared test.
struct TestRecord: Encodable {
  let statistic: Double
  let degreesOfFreedom: Int
  let pValue: Double

  init(_ result: ProportionalOddsTest.Result) {
    (statistic, degreesOfFreedom, pValue) = (result.statistic, result.degreesOfFreedom, result.pValue)
  }
}

extension FindingRecord {
  /// Findings with their sentences.
  static func all(_ findings: [DriverFinding], _ context: ReportContext) -> [FindingRecord] {
    findings.map { FindingRecord($0, text: context.findings.text(of: $0)) }
  }
}
