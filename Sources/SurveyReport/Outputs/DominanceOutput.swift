internal import Statistics
public import SurveyAnalysis
public import SurveyModel

/// Dominance among drivers, as text for the terminal or for another program.
public enum DominanceOutput {
  /// The table in a format, ending in a line break.
  public static func text(
    of table: DominanceTable, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: DominanceRecord(table, context: context))
    case .csv: return CSVFormat.text(of: exactTable(table, context))
    case .table: return readable(table, context).text
    case .markdown: return readable(table, context).markdown
    }
  }

  private static func readable(_ table: DominanceTable, _ context: ReportContext) -> ResultText {
    let (numbers, language) = (context.numbers, context.language)
    let sizes = table.drivers.indices.map { ResultTable.Column(String($0), .trailing) }
    let columns =
      [
        ResultTable.Column("", .trailing), ResultTable.Column(context.terms.driver),
        ResultTable.Column(language("general", "algemeen"), .trailing),
      ] + sizes + [
        ResultTable.Column(language("completely over", "volledig over")),
        ResultTable.Column(language("conditionally over", "voorwaardelijk over")),
        ResultTable.Column(language("generally over", "algemeen over")),
      ]
    let rows = table.drivers.indices.map { row -> [ResultTable.Cell] in
      let average = table.conditional.row(row).map { ResultTable.Cell.number(numbers.decimal($0, 3)) }
      let head: [ResultTable.Cell] = [
        .number(String(row + 1)), .text(context.labels.question(table.drivers[row])),
        .number(numbers.decimal(table.shares[row], 3)),
      ]
      return head + average + [
        dominated(by: row, table.dominance.complete, table.reproducibility?.complete, context),
        dominated(
          by: row, table.dominance.conditional, table.reproducibility?.conditional,
          beyond: table.dominance.complete, context),
        dominated(
          by: row, table.dominance.general, table.reproducibility?.general,
          beyond: table.dominance.conditional, context),
      ]
    }
    let explained = numbers.decimal(table.rSquared, 2)
    return ResultText(
      title: context.labels.title,
      facts: [
        language("Dominance", "Dominantie") + " · R² = \(explained) · n = \(context.size(of: table.base))"
      ],
      table: ResultTable(columns: columns, rows: rows), notes: notes(context))
  }

  private static func notes(_ context: ReportContext) -> [String] {
    [
      context.language(
        "General: average gain in R² over all models (the Shapley share). 0, 1, …: average gain over models with that "
          + "many other drivers.",
        "Algemeen: gemiddelde winst in R² over alle modellen (het Shapley-aandeel). 0, 1, …: gemiddelde winst over "
          + "modellen met zoveel andere drivers."),
      context.language(
        "Completely over: adds at least as much in every model, and more in some. Conditionally over: if not that, on average at every size. "
          + "Generally over: if neither, on average. In brackets: the share of resamples with the same verdict (reproducibility).",
        "Volledig over: voegt in elk model minstens zoveel toe, en in sommige meer. Voorwaardelijk over: zo niet, dan gemiddeld bij elke omvang. "
          + "Algemeen over: geen van beide, wel gemiddeld. Tussen haakjes: het deel van de hersteekproeven met hetzelfde oordeel (reproduceerbaarheid)."
      ),
      context.language("Associations, not proven effects.", "Verbanden, geen bewezen gevolgen."),
    ]
  }

  /// The rows that a row dominates at a level and not at a stricter one, by number, with the share of resamples that agree.
  private static func dominated(
    by row: Int, _ verdicts: Matrix, _ level: DominanceReproducibility.Level?, beyond stricter: Matrix? = nil,
    _ context: ReportContext
  ) -> ResultTable.Cell {
    let names = (0..<verdicts.rows).filter { other in
      other != row && verdicts[row, other] == 1 && stricter.map { $0[row, other] != 1 } ?? true
    }.map { other in
      guard let share = level?.reproducibility[row, other] else { return "\(other + 1)" }
      return "\(other + 1) (\(context.numbers.shortCertainty(share)))"
    }
    return .text(names.isEmpty ? "–" : names.joined(separator: ", "))
  }

  private static func exactTable(_ table: DominanceTable, _ context: ReportContext) -> ResultTable {
    let sizes = table.drivers.indices.map { "conditional\($0)" }
    return ResultTable(
      columns: ["id", "label"].map { ResultTable.Column($0) }
        + (["general"] + sizes).map { ResultTable.Column($0, .trailing) },
      rows: table.drivers.indices.map { row in
        [
          .text(table.drivers[row]), .text(context.labels.question(table.drivers[row])),
          .exact(table.shares[row]),
        ]
          + table.conditional.row(row).map { .exact($0) }
      })
  }
}

/// `loyalty drivers --method dominance --format json`; matrices are lists of rows in the order of `drivers`.
struct DominanceRecord: Encodable {
  struct Driver: Encodable {
    let id: String
    let label: String
    let general: Double
    let conditional: [Double]
  }

  let version = JSONFormat.version
  let method = "dominance"
  let outcome: String
  let rSquared: Double
  let baseSize: Int
  let drivers: [Driver]
  let completeDominance: [[Double]]
  let conditionalDominance: [[Double]]
  let proportions: [[Double]]
  @Nullable var reproducibility: [[Double]]?
  @Nullable var resampled: ReproducibilityRecord?

  init(_ table: DominanceTable, context: ReportContext) {
    let places = table.drivers.indices
    outcome = table.outcome.rawValue
    rSquared = table.rSquared
    baseSize = table.base.size
    drivers = places.map {
      Driver(
        id: table.drivers[$0], label: context.labels.question(table.drivers[$0]), general: table.shares[$0],
        conditional: table.conditional.row($0))
    }
    completeDominance = places.map { table.dominance.complete.row($0) }
    conditionalDominance = places.map { table.dominance.conditional.row($0) }
    proportions = places.map { table.dominance.proportions.row($0) }
    reproducibility = table.reproducibility.map { found in places.map { found.complete.frequencies.row($0) } }
    resampled = table.reproducibility.map(ReproducibilityRecord.init)
  }
}

/// How often the verdicts came back in resamples; matrices as lists of rows.
struct ReproducibilityRecord: Encodable {
  struct Level: Encodable {
    let mean: [[Double]]
    let standardError: [[Double]]
    let reproducibility: [[Double]]

    init(_ level: DominanceReproducibility.Level) {
      func rows(_ matrix: Matrix) -> [[Double]] { (0..<matrix.rows).map { matrix.row($0) } }
      mean = rows(level.means)
      standardError = rows(level.standardErrors)
      reproducibility = rows(level.reproducibility)
    }
  }

  let replicates: Int
  let complete: Level
  let conditional: Level
  let general: Level

  init(_ found: DominanceReproducibility) {
    replicates = found.replicates
    complete = Level(found.complete)
    conditional = Level(found.conditional)
    general = Level(found.general)
  }
}
