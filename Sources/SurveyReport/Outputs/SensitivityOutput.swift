public import SurveyAnalysis
public import SurveyModel

/// The ranking under every reasonable choice, as text for the terminal or for another program.
public enum SensitivityOutput {
  /// The panel in a format, ending in a line break.
  public static func text(
    of panel: SensitivityPanel, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: SensitivityRecord(panel, context: context))
    case .csv: return CSVFormat.text(of: exactTable(panel, context))
    case .table: return readable(panel, context).map(\.text).joined(separator: "\n")
    case .markdown: return readable(panel, context).map(\.markdown).joined(separator: "\n")
    }
  }

  private static func readable(_ panel: SensitivityPanel, _ context: ReportContext) -> [ResultText] {
    let compared = RankingComparison(context: context, panel: panel)
    let count = panel.rankings.count
    return [
      ResultText(
        title: context.labels.title,
        facts: [
          context.language(
            "The ranking under \(count) reasonable choices.", "De rangorde bij \(count) redelijke keuzes.")
        ],
        table: compared.ranges, notes: []),
      ResultText(
        title: context.language("Places by choice", "Plaatsen per keuze"), facts: [],
        table: compared.places, notes: SensitivitySentences(context: context, panel: panel).all),
    ]
  }

  private static func exactTable(_ panel: SensitivityPanel, _ context: ReportContext) -> ResultTable {
    let names = ["choice", "id", "label"]
    let figures = ["importance", "rank", "rSquared", "baseSize"]
    return ResultTable(
      columns: names.map { ResultTable.Column($0) } + figures.map { ResultTable.Column($0, .trailing) },
      rows: panel.rankings.flatMap { ranking in
        panel.drivers.indices.map { driver in
          [
            .text(ranking.choice.rawValue), .text(panel.drivers[driver]),
            .text(context.labels.question(panel.drivers[driver])), .exact(ranking.importance[driver]),
            .exact(ranking.ranks[driver]), .exact(ranking.rSquared), .exact(ranking.baseSize),
          ]
        }
      })
  }
}

/// `loyalty drivers --sensitivity --format json`.
struct SensitivityRecord: Encodable {
  struct Driver: Encodable {
    let id: String
    let label: String
    let importance: Double
    let rank: Int
  }

  struct Ranking: Encodable {
    let choice: String
    let rSquared: Double
    let baseSize: Int
    let usesRelativeWeights: Bool
    let drivers: [Driver]
  }

  struct Omission: Encodable {
    let choice: String
    let reason: String
  }

  struct Pair: Encodable {
    let higher: String
    let lower: String
  }

  let version = JSONFormat.version
  let rankings: [Ranking]
  let omissions: [Omission]
  @Nullable var concordance: Double?
  @Nullable var meanRankCorrelation: Double?
  let alwaysAmongFirst3: [String]
  let neverAmongFirst3: [String]
  let settledPairs: [Pair]
  let conclusion: String

  init(_ panel: SensitivityPanel, context: ReportContext) {
    let words = MeasureWords(language: context.language, numbers: context.numbers)
    rankings = panel.rankings.map { ranking in
      Ranking(
        choice: ranking.choice.rawValue, rSquared: ranking.rSquared, baseSize: ranking.baseSize,
        usesRelativeWeights: ranking.usesRelativeWeights,
        drivers: panel.drivers.indices.map {
          Driver(
            id: panel.drivers[$0], label: context.labels.question(panel.drivers[$0]),
            importance: ranking.importance[$0], rank: ranking.ranks[$0])
        })
    }
    omissions = panel.omissions.map { Omission(choice: $0.choice.rawValue, reason: words.reason($0)) }
    concordance = panel.concordance
    meanRankCorrelation = panel.meanRankCorrelation
    alwaysAmongFirst3 = panel.alwaysAmongFirst(3)
    neverAmongFirst3 = panel.neverAmongFirst(3)
    settledPairs = panel.settledPairs.map { Pair(higher: $0.higher, lower: $0.lower) }
    conclusion = SensitivitySentences(context: context, panel: panel).conclusion
  }
}
