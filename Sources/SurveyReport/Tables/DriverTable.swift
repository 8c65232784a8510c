import SurveyAnalysis

/// A ranking as a table for readers.
struct DriverTable {
  let context: ReportContext
  let analysis: DriverAnalysis

  private var numbers: NumberFormat { context.numbers }
  private var language: ReportLanguage { context.language }

  /// All columns.
  var table: ResultTable { table(of: Array(0..<6) + sides + Array(8..<12)) }

  /// Without correlation, coefficient and n, to fit a terminal of a hundred columns.
  var compactTable: ResultTable { table(of: Array(0..<6) + sides + [10]) }

  /// The columns of detractors and promoters, where there are such groups.
  private var sides: [Int] { analysis.hasSides ? [6, 7] : [] }

  private func table(of kept: [Int]) -> ResultTable {
    ResultTable(
      columns: kept.map { columns[$0] },
      rows: analysis.drivers.map { driver in
        let cells = row(driver)
        return kept.map { cells[$0] }
      })
  }

  private var columns: [ResultTable.Column] {
    let terms = context.terms
    return [
      ResultTable.Column(terms.rank, .trailing), ResultTable.Column(language("may be", "mogelijk")),
      ResultTable.Column(terms.driver), ResultTable.Column(terms.importance, .trailing),
      ResultTable.Column(terms.interval(analysis.confidence)),
      ResultTable.Column(language("top 3", "top 3"), .trailing),
      ResultTable.Column(terms.detractors, .trailing), ResultTable.Column(terms.promoters, .trailing),
      ResultTable.Column(language("correlation", "correlatie"), .trailing),
      ResultTable.Column(language("coefficient", "coëfficiënt"), .trailing),
      ResultTable.Column(language("mean rating", "gemiddelde"), .trailing),
      ResultTable.Column("n", .trailing),
    ]
  }

  private func row(_ driver: RankedDriver) -> [ResultTable.Cell] {
    [
      .number(String(driver.rank)), number(driver.rankInterval, ranks),
      .text(context.labels.question(driver.id)), .number(numbers.percent(driver.importance)),
      number(driver.interval) { numbers.percentRange($0) + language("%", "\(NumberFormat.noBreak)%") },
      number(driver.probabilityTop3) { numbers.shortCertainty($0) },
      number(driver.detractorImportance) { numbers.percent($0) },
      number(driver.promoterImportance) { numbers.percent($0) },
      .number(numbers.decimal(driver.correlation, 2)), number(driver.coefficient) { numbers.decimal($0, 2) },
      .number(numbers.decimal(driver.performance, 1)), .number(numbers.integer(driver.answered)),
    ]
  }

  private func ranks(_ interval: ClosedRange<Int>) -> String {
    interval.count == 1 ? "\(interval.lowerBound)" : "\(interval.lowerBound)–\(interval.upperBound)"
  }

  private func number<Value>(_ value: Value?, _ word: (Value) -> String) -> ResultTable.Cell {
    value.map { .number(word($0)) } ?? .empty
  }
}

extension DriverAnalysis {
  /// Whether shares for promoters or detractors are known, as they are where the outcome has such groups.
  var hasSides: Bool {
    drivers.contains { $0.promoterImportance != nil || $0.detractorImportance != nil }
  }
}
