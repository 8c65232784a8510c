import SurveyAnalysis
import SurveyModel

extension ModelText {
  /// Themes and their drivers.
  init(_ analysis: ThemeAnalysis, _ context: ReportContext) {
    let (numbers, language) = (context.numbers, context.language)
    let explained = "R² = \(numbers.decimal(analysis.rSquared, 2)) · n = \(context.size(of: analysis.base))"
    let names = analysis.covariates.map { ModelText.name(of: $0, context) }.joined(separator: ", ")
    let alone = numbers.decimal(analysis.covariateRSquared, 2)
    let held = language(
      "Always in the model: \(names), which alone explain R² = \(alone). Shares are of what they leave.",
      "Altijd in het model: \(names), die alleen R² = \(alone) verklaren. Aandelen zijn van wat zij overlaten."
    )
    self.init(
      record: ThemeRecord(analysis, context),
      facts: [ModelText.heading(analysis, language) + " · " + explained],
      table: ModelText.table(analysis, context),
      notes: (analysis.covariates.isEmpty ? [] : [held])
        + ModelWords(context: context).findings(analysis.findings),
      exactTable: ModelText.exactTable(analysis, context),
      explanation: [
        language(
          "A theme's share is what its drivers add together to the explanation of the answers, averaged over every order of the themes.",
          "Het aandeel van een thema is wat de drivers ervan samen toevoegen aan de verklaring van de antwoorden, gemiddeld over elke volgorde van thema's."
        ),
        language(
          "Within a theme the share is divided over its drivers in the same way (Owen values), so that five questions about one thing do not "
            + "count as five themes.",
          "Binnen een thema is het aandeel op dezelfde manier verdeeld over de drivers (Owen-waarden), zodat vijf vragen over één ding niet "
            + "als vijf thema's tellen."),
      ] + (analysis.covariates.isEmpty ? [] : [held]))
  }

  private static func heading(_ analysis: ThemeAnalysis, _ language: ReportLanguage) -> String {
    hasThemes(analysis)
      ? language("Shapley shares of themes", "Shapley-aandelen van thema's")
      : language("Shapley shares", "Shapley-aandelen")
  }

  /// Whether some drivers are taken together.
  private static func hasThemes(_ analysis: ThemeAnalysis) -> Bool {
    analysis.themes.contains { !standsAlone($0) }
  }

  /// The label of a driver or segment, or the theme's own name.
  private static func name(of id: String, _ context: ReportContext) -> String {
    let isSegment = context.survey.segments.contains { $0.id == id }
    return isSegment ? context.labels.segment(id) : context.labels.question(id)
  }

  /// Whether a theme is a single driver without a theme of its own.
  private static func standsAlone(_ theme: ThemeAnalysis.Theme) -> Bool {
    theme.drivers.count == 1 && theme.drivers[0].id == theme.name
  }

  private static func table(_ analysis: ThemeAnalysis, _ context: ReportContext) -> ResultTable {
    let (numbers, language) = (context.numbers, context.language)
    let sign = language("%", "\(NumberFormat.noBreak)%")
    func interval(_ value: ClosedRange<Double>?) -> ResultTable.Cell {
      value.map { .number(numbers.percentRange($0) + sign) } ?? .empty
    }
    let rows = analysis.themes.flatMap { theme -> [[ResultTable.Cell]] in
      let ranks = theme.rankInterval.map {
        $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
      }
      let head: [ResultTable.Cell] = [
        .number(String(theme.rank)), ranks.map { .number($0) } ?? .empty,
        .text(name(of: theme.name, context)),
        .number(numbers.percent(theme.importance)), interval(theme.interval),
        theme.probabilityTop3.map { .number(numbers.shortCertainty($0)) } ?? .empty,
      ]
      let members =
        standsAlone(theme)
        ? []
        : theme.drivers.map { driver -> [ResultTable.Cell] in
          [
            .empty, .empty, .text("  " + context.labels.question(driver.id)),
            .number(numbers.percent(driver.importance)), interval(driver.interval), .empty,
          ]
        }
      return [head] + members
    }
    return ResultTable(
      columns: [
        ResultTable.Column(context.terms.rank, .trailing), ResultTable.Column(language("may be", "mogelijk")),
        ResultTable.Column(hasThemes(analysis) ? language("Theme", "Thema") : context.terms.driver),
        ResultTable.Column(context.terms.importance, .trailing),
        ResultTable.Column(context.terms.interval(analysis.confidence)),
        ResultTable.Column("top 3", .trailing),
      ], rows: rows)
  }

  /// A row per driver, with its theme's figures.
  private static func exactTable(_ analysis: ThemeAnalysis, _ context: ReportContext) -> ResultTable {
    let figures = [
      "importance", "lower", "upper", "themeImportance", "themeLower", "themeUpper", "rank", "rankLower",
      "rankUpper", "probabilityTop3",
    ]
    return ResultTable(
      columns: ["theme", "id", "label"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.themes.flatMap { theme in
        theme.drivers.map { driver in
          [
            .text(theme.name), .text(driver.id), .text(context.labels.question(driver.id)),
            .exact(driver.importance), .exact(driver.interval?.lowerBound),
            .exact(driver.interval?.upperBound),
            .exact(theme.importance), .exact(theme.interval?.lowerBound), .exact(theme.interval?.upperBound),
            .exact(theme.rank), .exact(theme.rankInterval?.lowerBound),
            .exact(theme.rankInterval?.upperBound),
            .exact(theme.probabilityTop3),
          ]
        }
      })
  }
}

/// `loyalty drivers --themes --format json`, and with covariates.
private struct ThemeRecord: Encodable {
  struct Driver: Encodable {
    let id: String
    let label: String
    let importance: Double
    @Nullable var interval: IntervalRecord<Double>?
  }
  struct Theme: Encodable {
    let theme: String
    let importance: Double
    @Nullable var interval: IntervalRecord<Double>?
    let rank: Int
    @Nullable var rankInterval: IntervalRecord<Int>?
    @Nullable var probabilityTop3: Double?
    let drivers: [Driver]
  }

  let version = JSONFormat.version
  let method = "shapley"
  let outcome: String
  let missing: String
  let rSquared: Double
  let covariates: [String]
  let covariateRSquared: Double
  let baseSize: Int
  let effectiveBaseSize: Double
  let confidence: Double
  @Nullable var intervals: IntervalMethodRecord?
  let themes: [Theme]
  let findings: [FindingRecord]

  init(_ analysis: ThemeAnalysis, _ context: ReportContext) {
    (outcome, missing) = (analysis.outcome.rawValue, analysis.missing.rawValue)
    (rSquared, covariates) = (analysis.rSquared, analysis.covariates)
    covariateRSquared = analysis.covariateRSquared
    (baseSize, effectiveBaseSize) = (analysis.base.size, analysis.base.effectiveSize)
    confidence = analysis.confidence
    intervals = analysis.intervals.map(IntervalMethodRecord.init)
    themes = analysis.themes.map { theme in
      Theme(
        theme: theme.name, importance: theme.importance, interval: theme.interval.map(IntervalRecord.init),
        rank: theme.rank, rankInterval: theme.rankInterval.map(IntervalRecord.init),
        probabilityTop3: theme.probabilityTop3,
        drivers: theme.drivers.map {
          Driver(
            id: $0.id, label: context.labels.question($0.id), importance: $0.importance,
            interval: $0.interval.map(IntervalRecord.init))
        })
    }
    findings = FindingRecord.all(analysis.findings, context)
  }
}
