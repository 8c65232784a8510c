/// Finds out whether quotes mean anything in a tab-delimited file.
///
/// Spreadsheets that write tabs often do not quote at all, and a quote in such a file is a letter. That is assumed
/// where quotes that open a cell are placed wrongly at least as often as rightly, over the whole file.
struct QuoteUse {
  /// Cells in quotes as they should be.
  private(set) var rightCells = 0
  /// Records with a cell that goes on behind its closing quote, and a quote that is never closed.
  private(set) var wrongCells = 0

  /// Whether a quote is a letter like any other.
  var isIdle: Bool { wrongCells > 0 && wrongCells >= rightCells }

  /// Reads all records of a scanner that takes quotes seriously.
  init(in scanner: inout DelimitedScanner) {
    do throws(ScanFailure) {
      while try scanner.next() {
        if scanner.strayQuote != nil { wrongCells += 1 }
        for cell in 0..<scanner.cellCount where scanner.isQuoted(cell) { rightCells += 1 }
      }
    } catch {
      wrongCells += 1
    }
  }
}
