import SurveyModel

/// Writes the answers of each respondent as one row, while they are read.
///
/// A question answered several times has its answers joined with `; `, as a question with several answers has.
final class AnswerText: TableText {
  private let table: AnswerTable
  private let columnOfQuestion: [String: Int]
  private var scanner: DelimitedScanner
  private var isStarted = false
  private var isPending = false
  private var cells: [String] = []
  private var places: [(Int, Int)] = []

  /// The rows of a table, from the beginning.
  init(_ table: AnswerTable) throws(ImportError) {
    self.table = table
    var columns: [String: Int] = [:]
    for (index, question) in table.questions.enumerated() {
      columns[question.name] = table.kept.count + index
    }
    columnOfQuestion = columns
    scanner = try table.base.scanner(table.layout.dialect)
    try table.layout.skipHeader(&scanner, in: table.base)
  }

  override var bytesRead: Int { scanner.bytesRead }

  override func writeRow(to text: inout [UInt8]) throws(SystemFailure) -> Bool {
    if !isStarted {
      isStarted = true
      writeHeader(to: &text)
      isPending = try moveOn()
      return true
    }
    guard isPending else { return false }
    begin()
    let respondent = scanner.text(of: table.columns.respondent)
    repeat {
      takeAnswer()
      isPending = try moveOn()
    } while isPending && scanner.text(of: table.columns.respondent) == respondent
    write(cells, places, to: &text)
    return true
  }

  private func writeHeader(to text: inout [UInt8]) {
    let names = table.kept.map { table.layout.headers[$0] } + table.questions.map(\.name)
    let places = table.kept.map { column -> (Int, Int) in
      let place = table.layout.places[column]
      return (place.line ?? 0, place.column ?? 0)
    }
    write(names, places + table.questions.map { ($0.line, $0.column) }, to: &text)
  }

  /// Moves to the next row with all cells.
  private func moveOn() throws(SystemFailure) -> Bool {
    do throws(ScanFailure) {
      while try scanner.next() {
        if !scanner.isBlank, scanner.cellCount >= table.layout.headers.count { return true }
      }
      return false
    } catch {
      throw TableText.changed
    }
  }

  private func place(of cell: Int) -> (Int, Int) {
    let place = scanner.location(of: cell, in: table.base)
    return (place.line ?? 0, place.column ?? 0)
  }

  /// Begins a row with what is said of the respondent.
  private func begin() {
    cells = table.kept.map { scanner.text(of: $0) } + table.questions.map { _ in "" }
    places = table.kept.map { place(of: $0) }
    let start = (place(of: table.columns.respondent).0, 0)
    places += table.questions.map { _ in start }
  }

  private func takeAnswer() {
    let name = FoldedText.trimmed(scanner.text(of: table.columns.question))
    guard let column = columnOfQuestion[name] else { return }
    let filled = table.columns.answers.first { !FoldedText.trimmed(scanner.text(of: $0)).isEmpty }
    let source = filled ?? table.columns.answers[0]
    let answer = scanner.text(of: source)
    if cells[column].isEmpty {
      cells[column] = answer
      places[column] = place(of: source)
    } else if !answer.isEmpty, cells[column] != answer {
      cells[column] += "; " + answer
    }
  }
}
