import SurveyModel

/// Writes rows with a cell per question, while a file with a column per option is read.
///
/// Where a respondent has two answers to a question they are joined with `; `, so that neither is lost.
final class OptionTableText: TableText {
  private let table: OptionTable
  private var scanner: DelimitedScanner
  private var isStarted = false

  /// The rows of a table, from the beginning.
  init(_ table: OptionTable) throws(ImportError) {
    self.table = table
    scanner = try table.base.scanner(table.layout.dialect)
    try table.layout.skipHeader(&scanner, in: table.base)
  }

  override var bytesRead: Int { scanner.bytesRead }

  override func writeRow(to text: inout [UInt8]) throws(SystemFailure) -> Bool {
    guard isStarted else {
      isStarted = true
      write(
        table.sources.map(\.name), table.sources.map { place(table.layout.places[$0.columns[0]]) }, to: &text)
      return true
    }
    do throws(ScanFailure) {
      repeat {
        guard try scanner.next() else { return false }
      } while scanner.isBlank
    } catch {
      throw TableText.changed
    }
    writeRecord(to: &text)
    return true
  }

  /// Writes the record that was read; one that is too short or too long stays so, to be told as such.
  private func writeRecord(to text: inout [UInt8]) {
    var (cells, places): ([String], [(Int, Int)]) = ([], [])
    for source in table.sources {
      let given = source.columns.filter { $0 < scanner.cellCount }
      if given.isEmpty { break }
      let filled = given.filter { !FoldedText(scanner.text(of: $0)).text.isEmpty }
      cells.append(filled.map { scanner.text(of: $0) }.joined(separator: "; "))
      places.append(place(scanner.location(of: filled.first ?? given[0], in: table.base)))
    }
    let count = table.layout.headers.count
    if scanner.cellCount > count, !scanner.isEmpty(from: count) {
      cells.append(scanner.text(of: count))
      places.append(place(scanner.location(of: count, in: table.base)))
    }
    write(cells, places, to: &text)
  }

  private func place(_ location: SourceLocation) -> (Int, Int) { (location.line ?? 0, location.column ?? 0) }
}
