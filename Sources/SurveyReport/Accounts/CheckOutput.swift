public import SurveyModel

/// The whole account of an export, as text for the terminal or for another program.
public enum CheckOutput {
  /// The account in a format, ending in a line break.
  ///
  /// The diagnostics are part of the JSON only; elsewhere they are printed apart, to standard error.
  ///
  /// - Parameters:
  ///   - account: The account of the file.
  ///   - waves: How its columns differ from those of the survey and of earlier files.
  ///   - survey: The survey.
  ///   - language: The language of words.
  ///   - format: The format.
  public static func text(
    of account: ExportAccount, _ waves: WaveComparison, survey: Survey, language: ReportLanguage,
    as format: ResultFormat
  ) throws -> String {
    let context = ReportContext(survey: survey, language: language)
    switch format {
    case .json: return try JSONFormat.text(of: CheckRecord(account, waves))
    case .csv: return CSVFormat.text(of: exactTable(account))
    case .table: return readable(account, waves, context).text
    case .markdown: return readable(account, waves, context).markdown
    }
  }

  /// What is said of columns that may have been renamed where the file cannot be read without one of them.
  public static func text(of waves: WaveComparison, survey: Survey, language: ReportLanguage) -> String {
    WaveSentences(context: ReportContext(survey: survey, language: language)).lines(of: waves)
      .joined(separator: "\n") + "\n"
  }

  private static func readable(
    _ account: ExportAccount, _ waves: WaveComparison, _ context: ReportContext
  ) -> ResultText {
    let summary = account.summary
    let rows = zip(summary.columns, account.cells).map { row($0, $1, context) }
    let notes =
      AccountSentences(context: context).lines(of: account) + ImportOutput.notes(summary, context)
      + WaveSentences(context: context).lines(of: waves)
    return ResultText(
      title: summary.fileName, facts: ImportOutput.facts(summary, context, isStored: false),
      table: ResultTable(columns: columns(context), rows: rows), notes: notes)
  }

  private static func columns(_ context: ReportContext) -> [ResultTable.Column] {
    let texts = [context.language("Question", "Vraag"), context.language("column", "kolom")]
    let counts =
      [context.language("answered", "beantwoord")] + ImportOutput.reasons.map(context.terms.missing)
    let others = [
      context.language("coded", "gecodeerd"), context.language("range", "bereik"),
      context.language("off scale", "buiten schaal"),
    ]
    return texts.map { ResultTable.Column($0) }
      + (counts + others).map { ResultTable.Column($0, .trailing) }
  }

  private static func row(
    _ column: ImportSummary.Column, _ cells: CellAccount, _ context: ReportContext
  ) -> [ResultTable.Cell] {
    let missing = ImportOutput.reasons.map { column.missing[$0] ?? 0 }
    let counts = [column.answered] + missing + [cells.coded]
    var row: [ResultTable.Cell] = [.text(column.id)]
    row.append(column.header.map { .text(ImportOutput.shortened($0)) } ?? .empty)
    row += counts.map { .number(context.numbers.integer($0)) }
    row.append(cells.range.map { .number(context.numbers.answers($0)) } ?? .empty)
    row.append(cells.offScale > 0 ? .number(context.numbers.integer(cells.offScale)) : .empty)
    return row
  }

  private static func exactTable(_ account: ExportAccount) -> ResultTable {
    let reasons = ImportOutput.reasons
    let figures =
      ["answered"] + reasons.map(\.rawValue) + ["coded", "lowest", "highest", "distinctAnswers", "offScale"]
    return ResultTable(
      columns: ["id", "header"].map { ResultTable.Column($0) }
        + figures.map { ResultTable.Column($0, .trailing) },
      rows: zip(account.summary.columns, account.cells).map { column, cells in
        let counts = [column.answered] + reasons.map { column.missing[$0] ?? 0 } + [cells.coded]
        let ends = [cells.range?.lowerBound, cells.range?.upperBound]
        let name: [ResultTable.Cell] = [.text(column.id), column.header.map { .text($0) } ?? .empty]
        return name + counts.map { .exact($0) } + ends.map { .exact(answer: $0) }
          + [cells.distinctAnswers, cells.offScale].map { .exact($0) }
      })
  }
}
