import SurveyModel

/// A file with a column per option, as SurveyMonkey calls expanded, as a table with a column per question.
final class OptionTable: Sendable {
  /// The file with a column per option.
  let base: ResponseFile
  /// How that file is laid out.
  let layout: FileLayout
  /// Where each column of the table comes from.
  let sources: [Source]

  /// Where the cells of a column come from.
  struct Source: Sendable, Equatable {
    let name: String
    let text: String
    /// One column, or those of the options.
    let columns: [Int]
  }

  /// Looks whether a file has questions with a column per option, and reads it once if its header says so; nil for any
  /// other file.
  init?(of file: ResponseFile, _ layout: FileLayout) throws(ImportError) {
    guard layout.header.platform == SurveyMonkeyExport.name else { return nil }
    var groups = OptionGroup.candidates(in: layout.header.texts)
    guard !groups.isEmpty else { return nil }
    var scanner = try file.scanner(layout.dialect)
    try layout.skipHeader(&scanner, in: file)
    while try scanner.next(in: file) {
      guard scanner.cellCount >= layout.headers.count else { continue }
      for index in groups.indices { groups[index].add { scanner.text(of: $0) } }
    }
    let questions = OptionGroup.questions(among: groups)
    guard !questions.isEmpty else { return nil }
    base = file
    self.layout = layout
    sources = OptionTable.sources(of: layout.header, questions)
  }

  /// The columns in the order of the file, the options of a question together where the first of them stands.
  private static func sources(of header: ExportHeader, _ questions: [OptionGroup]) -> [Source] {
    let first = Dictionary(questions.map { ($0.columns[0], $0) }, uniquingKeysWith: { first, _ in first })
    let taken = Set(questions.flatMap(\.columns))
    return header.names.indices.compactMap { column in
      if let question = first[column] {
        return Source(name: question.name, text: question.name, columns: question.columns)
      }
      if taken.contains(column) { return nil }
      return Source(name: header.names[column], text: header.texts[column], columns: [column])
    }
  }

  /// The table as delimited text, from its beginning.
  func text() throws(SystemFailure) -> TableText {
    do throws(ImportError) {
      return try OptionTableText(self)
    } catch {
      throw TableText.changed
    }
  }

  /// What the file says about each column of the table.
  var facts: [ColumnFacts] { sources.map { ColumnFacts(text: $0.text) } }

  /// What is to be said about the file.
  var note: Diagnostic {
    let questions = sources.filter { $0.columns.count > 1 }
    let columns = questions.reduce(0) { $0 + $1.columns.count }
    return Diagnostic(
      .note, .layoutOptions, at: SourceLocation(file: base.path),
      "the file has a column per option; \(columns) columns were read as \(questions.count) questions with one answer, the"
        + " first of them \"\(DiagnosticText.oneLine(questions.first?.name ?? ""))\"")
  }
}

extension OptionTable: Equatable {
  static func == (first: OptionTable, second: OptionTable) -> Bool { first.sources == second.sources }
}
