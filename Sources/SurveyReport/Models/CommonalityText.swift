import SurveyAnalysis

extension ModelText {
  /// Commonalities.
  init(_ analysis: CommonalityTable, _ context: ReportContext) {
    let words = ModelWords(context: context)
    let language = context.language
    let parts = analysis.parts.prefix(5).map { part in
      let names = part.drivers.map(context.labels.question).joined(separator: " + ")
      return "\(names): \(context.numbers.decimal(part.value, 3))"
    }
    self.init(
      record: CommonalityRecord(analysis, context),
      facts: [
        language("Commonality", "Commonaliteit") + " · R² = \(context.numbers.decimal(analysis.rSquared, 2))"
          + " · n = \(context.size(of: analysis.base))"
      ],
      table: ModelText.table(analysis, words),
      notes: [
        language("Largest shared parts: ", "Grootste gedeelde delen: ") + parts.joined(separator: "; ") + ".",
        language(
          "A negative part is suppression: a driver that makes others explain more.",
          "Een negatief deel is suppressie: een driver waardoor andere meer verklaren."),
      ],
      exactTable: ModelText.exactTable(analysis, context),
      explanation: [
        language(
          "What the drivers explain is divided into what each explains by itself (unique) and what sets of drivers explain together.",
          "Wat de drivers verklaren is verdeeld in wat elk op zichzelf verklaart (uniek) en wat groepen drivers samen verklaren."
        ),
        language(
          "A large common part says that the answers cannot tell whose it is; no method of sharing can know either.",
          "Een groot gemeenschappelijk deel zegt dat de antwoorden niet kunnen zeggen van wie het is; geen verdeelmethode weet dat."
        ),
      ])
  }

  private static func table(_ analysis: CommonalityTable, _ words: ModelWords) -> ResultTable {
    let (context, language) = (words.context, words.context.language)
    let interval = context.terms.interval(analysis.confidence)
    return ResultTable(
      columns: [
        ResultTable.Column(context.terms.driver), ResultTable.Column(language("unique", "uniek"), .trailing),
        ResultTable.Column(interval), ResultTable.Column(language("common", "gemeenschappelijk"), .trailing),
        ResultTable.Column(interval), ResultTable.Column(language("alone (r²)", "alleen (r²)"), .trailing),
      ],
      rows: analysis.drivers.map { driver in
        [
          .text(context.labels.question(driver.id)), words.decimal(driver.unique, 3),
          words.decimal(driver.uniqueInterval, 3), words.decimal(driver.common, 3),
          words.decimal(driver.commonInterval, 3), words.decimal(driver.total, 3),
        ]
      })
  }

  private static func exactTable(_ analysis: CommonalityTable, _ context: ReportContext) -> ResultTable {
    let figures = ["unique", "uniqueLower", "uniqueUpper", "common", "commonLower", "commonUpper", "total"]
    return ResultTable(
      columns: ["id", "label"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.map { driver in
        [
          .text(driver.id), .text(context.labels.question(driver.id)), .exact(driver.unique),
          .exact(driver.uniqueInterval?.lowerBound), .exact(driver.uniqueInterval?.upperBound),
          .exact(driver.common), .exact(driver.commonInterval?.lowerBound),
          .exact(driver.commonInterval?.upperBound),
          .exact(driver.total),
        ]
      })
  }
}

/// `loyalty drivers --method commonality --format json`.
private struct CommonalityRecord: Encodable {
  struct Driver: Encodable {
    let id: String
    let label: String
    let unique: Double
    @Nullable var uniqueInterval: IntervalRecord<Double>?
    let common: Double
    @Nullable var commonInterval: IntervalRecord<Double>?
    let total: Double
  }
  struct Part: Encodable {
    let drivers: [String]
    let value: Double
  }

  let version = JSONFormat.version
  let method = "commonality"
  let outcome: String
  let rSquared: Double
  let baseSize: Int
  let effectiveBaseSize: Double
  let confidence: Double
  @Nullable var intervals: IntervalMethodRecord?
  let drivers: [Driver]
  let parts: [Part]

  init(_ analysis: CommonalityTable, _ context: ReportContext) {
    (outcome, rSquared) = (analysis.outcome.rawValue, analysis.rSquared)
    (baseSize, effectiveBaseSize) = (analysis.base.size, analysis.base.effectiveSize)
    confidence = analysis.confidence
    intervals = analysis.intervals.map(IntervalMethodRecord.init)
    drivers = analysis.drivers.map {
      Driver(
        id: $0.id, label: context.labels.question($0.id), unique: $0.unique,
        uniqueInterval: $0.uniqueInterval.map(IntervalRecord.init), common: $0.common,
        commonInterval: $0.commonInterval.map(IntervalRecord.init), total: $0.total)
    }
    parts = analysis.parts.map { Part(drivers: $0.drivers, value: $0.value) }
  }
}
