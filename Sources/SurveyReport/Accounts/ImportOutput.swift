public import SurveyModel

/// What came of reading an export, as text for the terminal or for another program.
public enum ImportOutput {
  /// The summary in a format, ending in a line break.
  ///
  /// The diagnostics are part of the JSON only; elsewhere they are printed apart, to standard error.
  public static func text(
    of summary: ImportSummary, survey: Survey, language: ReportLanguage, as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: ImportRecord(summary))
    case .csv: return CSVFormat.text(of: exactTable(summary))
    case .table: return readable(summary, context).text
    case .markdown: return readable(summary, context).markdown
    }
  }

  static let reasons: [MissingReason] = [.notShown, .skipped, .dontKnow]

  private static func readable(_ summary: ImportSummary, _ context: ReportContext) -> ResultText {
    let columns =
      [
        ResultTable.Column(context.language("Question", "Vraag")),
        ResultTable.Column(context.language("column", "kolom")),
        ResultTable.Column(context.language("answered", "beantwoord"), .trailing),
      ] + reasons.map { ResultTable.Column(context.terms.missing($0), .trailing) }
    let rows = summary.columns.map { column in
      [
        ResultTable.Cell.text(column.id), column.header.map { .text(shortened($0)) } ?? .empty,
        .number(context.numbers.integer(column.answered)),
      ] + reasons.map { .number(context.numbers.integer(column.missing[$0] ?? 0)) }
    }
    return ResultText(
      title: summary.fileName, facts: facts(summary, context),
      table: ResultTable(columns: columns, rows: rows), notes: notes(summary, context))
  }

  /// The rows, waves and dates; `isStored` is false where nothing was stored.
  static func facts(
    _ summary: ImportSummary, _ context: ReportContext, isStored: Bool = true
  ) -> [String] {
    let count = context.numbers.integer
    let (read, stored, rejected) = (
      count(summary.rowsRead), count(summary.rowsStored), count(summary.rowsRejected)
    )
    var facts = [
      isStored
        ? context.language(
          "\(read) rows read, \(stored) stored, \(rejected) rejected",
          "\(read) rijen gelezen, \(stored) opgeslagen, \(rejected) afgewezen")
        : context.language(
          "\(read) rows read, \(stored) can be stored, \(rejected) would be rejected",
          "\(read) rijen gelezen, \(stored) bruikbaar, \(rejected) zouden worden afgewezen")
    ]
    if isStored, summary.rowsRepeated + summary.rowsErased > 0 {
      let (repeated, erased) = (count(summary.rowsRepeated), count(summary.rowsErased))
      facts.append(
        context.language(
          "left out: \(repeated) stored already or repeated, \(erased) of erased respondents",
          "niet opgeslagen: \(repeated) al opgeslagen of herhaald, \(erased) van gewiste respondenten"))
    }
    if !summary.waves.isEmpty {
      let waves = summary.waves.joined(separator: ", ")
      facts.append(context.language("waves: \(waves)", "metingen: \(waves)"))
    }
    if let dates = summary.dates {
      let first = CalendarDate(daysSince1970: dates.lowerBound)
      let last = CalendarDate(daysSince1970: dates.upperBound)
      facts.append(context.language("dates: \(first) to \(last)", "datums: \(first) t/m \(last)"))
    }
    return facts
  }

  /// What else is to be known of the rows and columns.
  static func notes(_ summary: ImportSummary, _ context: ReportContext) -> [String] {
    var notes: [String] = []
    if summary.zeroWeights > 0 {
      let count = context.numbers.integer(summary.zeroWeights)
      notes.append(
        context.language("\(count) responses have a weight of 0.", "\(count) respondenten hebben gewicht 0."))
    }
    if !summary.ignoredHeaders.isEmpty {
      let names = summary.ignoredHeaders.prefix(12).map(shortened).joined(separator: ", ")
      let more = summary.ignoredHeaders.count - 12
      let rest = more > 0 ? context.language(" and \(more) more", " en nog \(more)") : ""
      notes.append(context.language("Not stored: \(names)\(rest)", "Niet opgeslagen: \(names)\(rest)"))
    }
    return notes
  }

  /// A header of at most 40 characters, for a table.
  static func shortened(_ header: String) -> String {
    header.count <= 40 ? header : header.prefix(39) + "…"
  }

  private static func exactTable(_ summary: ImportSummary) -> ResultTable {
    let figures = ["answered"] + reasons.map(\.rawValue)
    return ResultTable(
      columns: ["id", "header"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: summary.columns.map { column in
        [.text(column.id), column.header.map { .text($0) } ?? .empty, .exact(column.answered)]
          + reasons.map { .exact(column.missing[$0] ?? 0) }
      })
  }
}
