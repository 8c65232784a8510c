import Statistics
import SurveyAnalysis

extension ModelText {
  /// A multinomial logit.
  init(_ analysis: MultinomialAnalysis, _ context: ReportContext) {
    let words = ModelWords(context: context)
    let language = context.language
    let baseline = words.name(ofGroup: analysis.baseline)
    let fit = "McFadden = \(context.numbers.decimal(analysis.rSquared.mcFadden, 3))"
    self.init(
      record: MultinomialRecord(analysis, context),
      facts: [
        language("Multinomial logit against \(baseline)", "Multinomiale logit tegenover \(baseline)")
          + " · \(fit) · n = \(context.size(of: analysis.base))"
      ],
      table: ModelText.table(analysis, words),
      notes: (analysis.isConverged ? [] : [words.noMaximum])
        + words.completeCases(analysis.base, of: analysis.rated) + words.design(analysis.design)
        + words.findings(analysis.findings),
      exactTable: ModelText.exactTable(analysis, context),
      explanation: [
        language(
          "A multinomial regression compares each group with \(baseline), without using the order of the groups.",
          "Een multinomiale regressie vergelijkt elke groep met \(baseline), zonder de volgorde van de groepen te gebruiken."
        ),
        words.oddsRatio,
        language(
          "Use it where an ordinal model does not hold; its intervals are wider, because it estimates more numbers.",
          "Gebruik het waar een ordinaal model niet klopt; de intervallen zijn breder, omdat er meer getallen worden geschat."
        ),
        words.completeness,
      ])
  }

  private static func table(_ analysis: MultinomialAnalysis, _ words: ModelWords) -> ResultTable {
    let context = words.context
    let groups = analysis.levels.flatMap { level in
      [
        ResultTable.Column(words.name(ofGroup: level), .trailing),
        ResultTable.Column(context.terms.interval(analysis.confidence)), ResultTable.Column("p", .trailing),
      ]
    }
    return ResultTable(
      columns: [ResultTable.Column(context.terms.driver)] + groups,
      rows: analysis.drivers.map { driver in
        [.text(context.labels.question(driver.id))]
          + driver.oddsRatios.flatMap {
            [words.odds($0?.value), words.odds($0?.interval), words.pValue($0?.pValue)]
          }
      })
  }

  /// A row per driver and group.
  private static func exactTable(_ analysis: MultinomialAnalysis, _ context: ReportContext) -> ResultTable {
    let figures = ["level", "oddsRatio", "lower", "upper", "pValue", "coefficient", "standardError"]
    return ResultTable(
      columns: ["id", "label"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.flatMap { driver in
        zip(analysis.levels, driver.oddsRatios).map { level, ratio in
          [
            .text(driver.id), .text(context.labels.question(driver.id)), .exact(level), .exact(ratio?.value),
            .exact(ratio?.interval.lowerBound), .exact(ratio?.interval.upperBound), .exact(ratio?.pValue),
            .exact(ratio?.coefficient), .exact(ratio?.standardError),
          ]
        }
      })
  }
}

/// `loyalty drivers --method multinomial --format json`.
private struct MultinomialRecord: Encodable {
  struct Contrast: Encodable {
    let level: Int
    @Nullable var oddsRatio: OddsRatioRecord?
  }
  struct Driver: Encodable {
    let id: String
    let label: String
    let contrasts: [Contrast]
  }

  let version = JSONFormat.version
  let method = "multinomial"
  let baseline: Int
  let baseSize: Int
  let effectiveBaseSize: Double
  let ratedSize: Int
  let confidence: Double
  let isConverged: Bool
  let pseudoRSquared: PseudoRSquaredRecord
  @Nullable var design: DesignRecord?
  let drivers: [Driver]
  let findings: [FindingRecord]

  init(_ analysis: MultinomialAnalysis, _ context: ReportContext) {
    (baseline, baseSize, effectiveBaseSize) = (
      analysis.baseline, analysis.base.size, analysis.base.effectiveSize
    )
    (ratedSize, confidence, isConverged) = (analysis.rated, analysis.confidence, analysis.isConverged)
    pseudoRSquared = PseudoRSquaredRecord(analysis.rSquared)
    design = analysis.design.map(DesignRecord.init)
    drivers = analysis.drivers.map { driver in
      Driver(
        id: driver.id, label: context.labels.question(driver.id),
        contrasts: zip(analysis.levels, driver.oddsRatios).map {
          Contrast(level: $0, oddsRatio: $1.map(OddsRatioRecord.init))
        })
    }
    findings = FindingRecord.all(analysis.findings, context)
  }
}
