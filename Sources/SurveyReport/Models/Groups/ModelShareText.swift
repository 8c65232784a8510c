import SurveyAnalysis

extension ModelText {
  /// Shares of what a binary or ordinal model explains.
  init(_ analysis: ModelShareAnalysis, _ context: ReportContext) {
    let words = ModelWords(context: context)
    let outcome =
      analysis.contrast.map { words.name(of: $0) } ?? analysis.levels.map { words.name(of: $0) } ?? ""
    let explained = context.numbers.decimal(analysis.rSquared, 3)
    self.init(
      record: ModelShareRecord(analysis, context),
      facts: [
        "\(ModelText.name(of: analysis.method, context.language)): \(outcome) · "
          + "\(ModelText.measure(of: analysis.method, context.language)) = \(explained) · n = \(context.size(of: analysis.base))"
      ],
      table: ModelText.table(analysis, words), notes: ModelText.notes(analysis, words),
      exactTable: ModelText.exactTable(analysis, context), explanation: ModelText.explanation(analysis, words)
    )
  }

  private static func name(of method: ModelShareMethod, _ language: ReportLanguage) -> String {
    switch method {
    case .logisticShapley: language("Shapley shares of a logit", "Shapley-aandelen van een logit")
    case .logisticRelativeWeights:
      language("Relative weights of a logit", "Relatieve gewichten van een logit")
    case .ordinalShapley:
      language("Shapley shares of an ordinal model", "Shapley-aandelen van een ordinaal model")
    case .ordinalRelativeWeights:
      language("Relative weights of an ordinal model", "Relatieve gewichten van een ordinaal model")
    }
  }

  private static func measure(of method: ModelShareMethod, _ language: ReportLanguage) -> String {
    switch method {
    case .logisticShapley, .ordinalShapley: "McFadden"
    case .logisticRelativeWeights: "R²"
    case .ordinalRelativeWeights: language("latent R²", "latente R²")
    }
  }

  private static func table(_ analysis: ModelShareAnalysis, _ words: ModelWords) -> ResultTable {
    let (context, numbers) = (words.context, words.context.numbers)
    let hasNagelkerke = analysis.drivers.contains { $0.nagelkerkeImportance != nil }
    let columns =
      [
        ResultTable.Column(context.terms.rank, .trailing),
        ResultTable.Column(context.language("may be", "mogelijk")), ResultTable.Column(context.terms.driver),
        ResultTable.Column(context.terms.importance, .trailing),
        ResultTable.Column(context.terms.interval(analysis.confidence)),
        ResultTable.Column("top 3", .trailing),
      ] + (hasNagelkerke ? [ResultTable.Column("Nagelkerke", .trailing)] : [])
    let rows = analysis.drivers.map { driver -> [ResultTable.Cell] in
      let ranks = driver.rankInterval.map {
        $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
      }
      let sign = context.language("%", "\(NumberFormat.noBreak)%")
      let nagelkerke =
        driver.nagelkerkeImportance.map { ResultTable.Cell.number(numbers.percent($0)) } ?? .empty
      return [
        .number(String(driver.rank)), ranks.map { .number($0) } ?? .empty,
        .text(context.labels.question(driver.id)), .number(numbers.percent(driver.importance)),
        driver.interval.map { .number(numbers.percentRange($0) + sign) } ?? .empty,
        driver.probabilityTop3.map { .number(numbers.shortCertainty($0)) } ?? .empty,
      ] + (hasNagelkerke ? [nagelkerke] : [])
    }
    return ResultTable(columns: columns, rows: rows)
  }

  private static func notes(_ analysis: ModelShareAnalysis, _ words: ModelWords) -> [String] {
    words.completeCases(analysis.base, of: analysis.rated)
      + words.design(analysis.design)
      + words.findings(analysis.findings)
  }

  private static func exactTable(_ analysis: ModelShareAnalysis, _ context: ReportContext) -> ResultTable {
    let figures = [
      "importance", "lower", "upper", "nagelkerkeImportance", "rank", "rankLower", "rankUpper",
      "probabilityTop3",
    ]
    return ResultTable(
      columns: ["id", "label"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.map { driver in
        [
          .text(driver.id), .text(context.labels.question(driver.id)), .exact(driver.importance),
          .exact(driver.interval?.lowerBound), .exact(driver.interval?.upperBound),
          .exact(driver.nagelkerkeImportance), .exact(driver.rank), .exact(driver.rankInterval?.lowerBound),
          .exact(driver.rankInterval?.upperBound), .exact(driver.probabilityTop3),
        ]
      })
  }

  private static func explanation(_ analysis: ModelShareAnalysis, _ words: ModelWords) -> [String] {
    let language = words.context.language
    let how =
      analysis.method.isShapley
      ? language(
        "A driver's share is what it adds to the fit of the model (McFadden's R²), averaged over every order in which drivers can be added.",
        "Het aandeel van een driver is wat die toevoegt aan de aansluiting van het model (R² van McFadden), gemiddeld over elke volgorde van toevoegen."
      )
      : language(
        "The drivers are replaced by uncorrelated ones as close to them as can be; what those explain in the model is handed back.",
        "De drivers worden vervangen door ongecorreleerde die er zo dicht mogelijk bij liggen; wat die in het model verklaren, gaat terug."
      )
    let what = language(
      analysis.method.isOrdinal
        ? "The model knows that the levels are ordered, and nothing of how far they lie apart."
        : "The model is of who belongs to the first group: shares for promoters and for detractors may differ, and that is the point.",
      analysis.method.isOrdinal
        ? "Het model weet dat de niveaus een volgorde hebben, en niet hoe ver ze uit elkaar liggen."
        : "Het model gaat over wie tot de eerste groep hoort: aandelen voor promotors en criticasters kunnen verschillen, en daar gaat het om."
    )
    return [how, what, words.completeness]
  }
}

/// `loyalty drivers --method logistic-shapley --format json`, and the other shares of binary and ordinal models.
private struct ModelShareRecord: Encodable {
  struct Driver: Encodable {
    let id: String
    let label: String
    let importance: Double
    @Nullable var interval: IntervalRecord<Double>?
    @Nullable var nagelkerkeImportance: Double?
    let rank: Int
    @Nullable var rankInterval: IntervalRecord<Int>?
    @Nullable var probabilityTop3: Double?
  }

  let version = JSONFormat.version
  let method: String
  @Nullable var contrast: String?
  @Nullable var levels: String?
  let rSquared: Double
  let baseSize: Int
  let effectiveBaseSize: Double
  let ratedSize: Int
  let confidence: Double
  @Nullable var intervals: IntervalMethodRecord?
  @Nullable var design: DesignRecord?
  let drivers: [Driver]
  let findings: [FindingRecord]

  init(_ analysis: ModelShareAnalysis, _ context: ReportContext) {
    method = analysis.method.rawValue
    contrast = analysis.contrast?.rawValue
    levels = analysis.levels?.rawValue
    (rSquared, baseSize) = (analysis.rSquared, analysis.base.size)
    (effectiveBaseSize, ratedSize) = (analysis.base.effectiveSize, analysis.rated)
    confidence = analysis.confidence
    intervals = analysis.intervals.map(IntervalMethodRecord.init)
    design = analysis.design.map(DesignRecord.init)
    drivers = analysis.drivers.map {
      Driver(
        id: $0.id, label: context.labels.question($0.id), importance: $0.importance,
        interval: $0.interval.map(IntervalRecord.init), nagelkerkeImportance: $0.nagelkerkeImportance,
        rank: $0.rank, rankInterval: $0.rankInterval.map(IntervalRecord.init),
        probabilityTop3: $0.probabilityTop3)
    }
    findings = FindingRecord.all(analysis.findings, context)
  }
}
