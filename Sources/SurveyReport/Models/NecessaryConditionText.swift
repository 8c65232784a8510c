import Statistics
import SurveyAnalysis

extension ModelText {
  /// Necessary conditions.
  init(_ analysis: NecessaryConditionTable, _ context: ReportContext) {
    let words = ModelWords(context: context)
    let language = context.language
    self.init(
      record: NecessaryConditionRecord(analysis, context),
      facts: [
        language("Necessary conditions for a high score", "Noodzakelijke voorwaarden voor een hoge score")
          + " · n = \(context.size(of: analysis.base))"
      ],
      table: ModelText.table(analysis, words),
      notes: [
        language(
          "Effect: the empty room above the ceiling, 0 to 1; below 0.1 is small. Adjusted p: Holm, over all drivers. A ceiling rests on the "
            + "few respondents at its corners.",
          "Effect: de lege ruimte boven het plafond, 0 tot 1; onder 0,1 is klein. Aangepaste p: Holm, over alle drivers. Een plafond rust op de "
            + "paar respondenten op de hoeken."),
        analysis.permutations > 0
          ? language(
            "p: how often \(context.numbers.integer(analysis.permutations)) shuffles of the scores gave as large an effect.",
            "p: hoe vaak \(context.numbers.integer(analysis.permutations)) keer schudden van de scores een even groot effect gaf."
          )
          : "",
      ].filter { !$0.isEmpty } + words.findings(analysis.findings),
      exactTable: ModelText.exactTable(analysis, context),
      explanation: [
        language(
          "For each driver the highest score seen at or below each rating is drawn as a ceiling: as steps (CE-FDH) and as a line through "
            + "their corners (CR-FDH). The empty corner above it is the effect.",
          "Voor elke driver is de hoogste score bij of onder elk oordeel getekend als plafond: als treden (CE-FDH) en als lijn door "
            + "de hoeken (CR-FDH). De lege hoek erboven is het effect."),
        language(
          "It says what nobody does without, not what helps on average, and one careless answer can remove it. Weights "
            + "count in the accuracy only: a ceiling lies above whoever was seen.",
          "Het zegt waar niemand zonder kan, niet wat gemiddeld helpt, en één slordig antwoord kan het wegnemen. Gewichten "
            + "tellen alleen mee in de nauwkeurigheid: een plafond ligt boven iedereen die er was."
        ),
      ])
  }

  private static func table(_ analysis: NecessaryConditionTable, _ words: ModelWords) -> ResultTable {
    let (context, language) = (words.context, words.context.language)
    let headers = [
      "CE-FDH", "p", language("adjusted p", "aangepaste p"), "CR-FDH", "p",
      language("accuracy", "nauwkeurigheid"),
      language("corners", "hoeken"), "n",
    ]
    return ResultTable(
      columns: [ResultTable.Column(context.terms.driver)] + headers.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.map { driver in
        let found = driver.ceilings
        return [
          .text(context.labels.question(driver.id)), words.decimal(found.steps.effect, 2),
          words.pValue(found.steps.pValue), words.pValue(driver.adjustedPValue),
          words.decimal(found.line.effect, 2),
          words.pValue(found.line.pValue), .number(context.numbers.percent(found.line.accuracy)),
          .number(String(found.peers)), .number(context.numbers.integer(driver.answered)),
        ]
      })
  }

  private static func exactTable(_ analysis: NecessaryConditionTable, _ context: ReportContext) -> ResultTable
  {
    let figures = [
      "stepsEffect", "stepsPValue", "adjustedPValue", "lineEffect", "linePValue", "lineAccuracy", "scope",
      "peers",
      "answered",
    ]
    return ResultTable(
      columns: ["id", "label"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.map { driver in
        let found = driver.ceilings
        return [
          .text(driver.id), .text(context.labels.question(driver.id)), .exact(found.steps.effect),
          .exact(found.steps.pValue), .exact(driver.adjustedPValue), .exact(found.line.effect),
          .exact(found.line.pValue), .exact(found.line.accuracy), .exact(found.scope), .exact(found.peers),
          .exact(driver.answered),
        ]
      })
  }
}

/// `loyalty drivers --method necessary-condition --format json`.
private struct NecessaryConditionRecord: Encodable {
  struct Ceiling: Encodable {
    let effect: Double
    let zone: Double
    let accuracy: Double
    @Nullable var pValue: Double?

    init(_ ceiling: NecessaryConditionAnalysis.Ceiling) {
      (effect, zone, accuracy) = (ceiling.effect, ceiling.zone, ceiling.accuracy)
      pValue = ceiling.pValue
    }
  }
  struct Driver: Encodable {
    let id: String
    let label: String
    let answered: Int
    let scope: Double
    let peers: Int
    let steps: Ceiling
    let line: Ceiling
    @Nullable var adjustedPValue: Double?
  }

  let version = JSONFormat.version
  let method = "necessary-condition"
  let baseSize: Int
  let permutations: Int
  let seed: UInt64
  let drivers: [Driver]
  let findings: [FindingRecord]

  init(_ analysis: NecessaryConditionTable, _ context: ReportContext) {
    (baseSize, permutations, seed) = (analysis.base.size, analysis.permutations, analysis.seed)
    drivers = analysis.drivers.map {
      Driver(
        id: $0.id, label: context.labels.question($0.id), answered: $0.answered, scope: $0.ceilings.scope,
        peers: $0.ceilings.peers, steps: Ceiling($0.ceilings.steps), line: Ceiling($0.ceilings.line),
        adjustedPValue: $0.adjustedPValue)
    }
    findings = FindingRecord.all(analysis.findings, context)
  }
}
