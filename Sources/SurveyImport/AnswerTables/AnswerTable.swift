import SurveyModel

/// A file with a row per answer, as a table with a row per respondent and a column per question.
final class AnswerTable: Sendable {
  /// The file with a row per answer.
  let base: ResponseFile
  /// Which of its columns are which.
  let columns: AnswerColumns
  /// Its columns that say something of the respondent: the same in all of a respondent's rows.
  let kept: [Int]
  /// The questions.
  let questions: [AnswerScan.Question]
  /// How many answers the file has.
  let answerCount: Int
  /// How that file is laid out.
  let layout: FileLayout
  /// The answers in order, where those of a respondent do not stand together in the file.
  let sorted: SortedAnswers?
  /// How many respondents there are.
  let respondentCount: Int
  /// Columns that differ between the answers of a respondent and are not kept.
  let left: [Int]

  /// The rows looked at to tell which column is which.
  private static let sampleRows = 400

  /// Looks whether a file has a row per answer, and reads it once if its header says so; nil for any other file.
  init?(of file: ResponseFile, _ layout: FileLayout) throws(ImportError) {
    guard layout.header.rows == 1,
      AnswerColumns.areLikely(in: layout.headers),
      let profile = try? FileProfile(of: file, atMost: AnswerTable.sampleRows),
      let columns = AnswerColumns(profile)
    else { return nil }
    var scan = try AnswerTable.scan(file, layout, columns)
    let isRepeated = scan.runs * 3 <= scan.rows * 2 || scan.isScattered
    guard !scan.isHopeless, scan.questions.count >= 2, scan.rows >= 4, isRepeated else { return nil }
    var rows = file
    if scan.isScattered {
      let answers = try SortedAnswers(of: file, layout, columns)
      sorted = answers
      rows.sorted = answers
      let sortedLayout = try FileLayout(of: rows, format: FileFormat())
      scan = try AnswerTable.scan(rows, sortedLayout, columns)
      guard scan.runs * 3 <= scan.rows * 2 else { return nil }
      self.layout = sortedLayout
    } else {
      sorted = nil
      self.layout = layout
    }
    base = rows
    self.columns = columns
    questions = scan.questions
    answerCount = scan.rows
    let own = Set([columns.question] + columns.answers + (columns.wording.map { [$0] } ?? []))
    kept = layout.headers.indices.filter { !own.contains($0) && !scan.varying.contains($0) }
    respondentCount = scan.runs
    left = layout.headers.indices.filter { !own.contains($0) && scan.varying.contains($0) }
  }

  private static func scan(
    _ file: ResponseFile, _ layout: FileLayout, _ columns: AnswerColumns
  ) throws(ImportError) -> AnswerScan {
    var scan = AnswerScan(columns, width: layout.headers.count)
    var scanner = try file.scanner(layout.dialect)
    try layout.skipHeader(&scanner, in: file)
    while !scan.isHopeless, try scanner.next(in: file) { scan.add(scanner, in: file) }
    return scan
  }

  /// The table as delimited text, from its beginning.
  func text() throws(SystemFailure) -> TableText {
    do throws(ImportError) {
      return try AnswerText(self)
    } catch {
      throw TableText.changed
    }
  }

  /// What the file says about each column of the table.
  var facts: [ColumnFacts] {
    kept.map { _ in ColumnFacts() } + questions.map { ColumnFacts(text: $0.wording) }
  }

  /// What is to be said about the file.
  var note: Diagnostic {
    let names = ([columns.respondent, columns.question] + columns.answers.prefix(1)).map {
      "\"\(DiagnosticText.oneLine(layout.headers[$0]))\""
    }
    let order = sorted == nil ? "" : "; they were put in order by respondent on disk"
    let dropped = left.map { "\"\(DiagnosticText.oneLine(layout.headers[$0]))\"" }
    return Diagnostic(
      .note, .layoutLong, at: SourceLocation(file: base.path),
      "the file has a row per answer (\(names.joined(separator: ", "))); its \(answerCount) rows were read as"
        + " \(respondentCount) respondents with \(questions.count) questions\(order)",
      fix: dropped.isEmpty
        ? nil
        : "not kept, as they differ between the answers of a respondent: \(dropped.joined(separator: ", "))"
    )
  }
}

extension AnswerTable: Equatable {
  static func == (first: AnswerTable, second: AnswerTable) -> Bool {
    first.columns == second.columns && first.questions == second.questions && first.kept == second.kept
      && first.answerCount == second.answerCount
  }
}
