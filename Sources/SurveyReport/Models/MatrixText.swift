import SurveyAnalysis
import SurveyModel

extension ModelText {
  /// A ranking from a published matrix.
  init(_ analysis: MatrixAnalysis, _ context: ReportContext) {
    let (numbers, language) = (context.numbers, context.language)
    let assumed = language(
      "From a matrix without answers: the intervals assume that answers are jointly normal, which ratings are not quite.",
      "Uit een matrix zonder antwoorden: de intervallen nemen aan dat antwoorden samen normaal verdeeld zijn, wat oordelen niet helemaal zijn."
    )
    self.init(
      record: MatrixRecord(analysis),
      facts: [
        "\(context.terms.name(of: analysis.method)) → \(analysis.outcome) · R² = \(numbers.decimal(analysis.rSquared, 2))"
          + " · n = \(numbers.integer(analysis.size))"
      ],
      table: ModelText.table(analysis, context), notes: [assumed], exactTable: ModelText.exactTable(analysis),
      explanation: [
        language(
          "Each driver's share is what it adds to the explanation of \(analysis.outcome), as far as correlations can tell.",
          "Het aandeel van een driver is wat die toevoegt aan de verklaring van \(analysis.outcome), voor zover correlaties dat zeggen."
        ),
        assumed,
      ])
  }

  private static func table(_ analysis: MatrixAnalysis, _ context: ReportContext) -> ResultTable {
    let (numbers, language) = (context.numbers, context.language)
    let sign = language("%", "\(NumberFormat.noBreak)%")
    return ResultTable(
      columns: [
        ResultTable.Column(context.terms.rank, .trailing), ResultTable.Column(language("may be", "mogelijk")),
        ResultTable.Column(context.terms.driver), ResultTable.Column(context.terms.importance, .trailing),
        ResultTable.Column(context.terms.interval(analysis.confidence)),
        ResultTable.Column("top 3", .trailing),
        ResultTable.Column(language("correlation", "correlatie"), .trailing),
        ResultTable.Column("beta", .trailing),
      ],
      rows: analysis.drivers.map { driver in
        let ranks = driver.rankInterval
        return [
          .number(String(driver.rank)),
          .number(ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)–\(ranks.upperBound)"),
          .text(driver.label), .number(numbers.percent(driver.importance)),
          .number(numbers.percentRange(driver.interval) + sign),
          .number(numbers.shortCertainty(driver.probabilityTop3)),
          .number(numbers.decimal(driver.correlation, 2)),
          driver.standardizedCoefficient.map { .number(numbers.decimal($0, 2)) } ?? .empty,
        ]
      })
  }

  private static func exactTable(_ analysis: MatrixAnalysis) -> ResultTable {
    let figures = [
      "importance", "lower", "upper", "rank", "rankLower", "rankUpper", "probabilityTop3", "otherImportance",
      "correlation", "standardizedCoefficient",
    ]
    return ResultTable(
      columns: [ResultTable.Column("label")] + figures.map { ResultTable.Column($0, .trailing) },
      rows: analysis.drivers.map { driver in
        [
          .text(driver.label), .exact(driver.importance), .exact(driver.interval.lowerBound),
          .exact(driver.interval.upperBound), .exact(driver.rank), .exact(driver.rankInterval.lowerBound),
          .exact(driver.rankInterval.upperBound), .exact(driver.probabilityTop3),
          .exact(driver.otherImportance),
          .exact(driver.correlation), .exact(driver.standardizedCoefficient),
        ]
      })
  }
}

/// `loyalty drivers --matrix FILE --n N --format json`.
private struct MatrixRecord: Encodable {
  struct Driver: Encodable {
    let label: String
    let importance: Double
    let interval: IntervalRecord<Double>
    let rank: Int
    let rankInterval: IntervalRecord<Int>
    let probabilityTop3: Double
    let otherImportance: Double
    let correlation: Double
    @Nullable var standardizedCoefficient: Double?
  }

  let version = JSONFormat.version
  let outcome: String
  let method: String
  let intervals = "normal-theory"
  let rSquared: Double
  let baseSize: Int
  let confidence: Double
  let drivers: [Driver]

  init(_ analysis: MatrixAnalysis) {
    (outcome, method, rSquared) = (analysis.outcome, analysis.method.rawValue, analysis.rSquared)
    (baseSize, confidence) = (analysis.size, analysis.confidence)
    drivers = analysis.drivers.map {
      Driver(
        label: $0.label, importance: $0.importance, interval: IntervalRecord($0.interval), rank: $0.rank,
        rankInterval: IntervalRecord($0.rankInterval), probabilityTop3: $0.probabilityTop3,
        otherImportance: $0.otherImportance, correlation: $0.correlation,
        standardizedCoefficient: $0.standardizedCoefficient)
    }
  }
}
