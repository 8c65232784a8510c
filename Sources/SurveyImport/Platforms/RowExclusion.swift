import SurveyModel

/// Rows that a survey tool exports and that are no answers: previews, tests, and responses not handed in.
struct RowExclusion: Equatable {
  /// The column that tells.
  let column: Int
  /// The texts that mark such a row, folded; the empty text for an empty cell.
  let texts: Set<String>
  /// Whether all other texts mark such a row, and these do not.
  var isInverted = false
  /// What the rows are, as it stands behind "12 rows".
  let reason: String
  /// Of each character of ASCII, whether a text begins with it.
  private let isHead: [Bool]

  /// An exclusion by a column.
  init(column: Int, texts: Set<String>, reason: String) {
    self.column = column
    self.texts = texts
    self.reason = reason
    let heads = Set(texts.compactMap(\.utf8.first))
    isHead = (0..<0x80).map { heads.contains($0) }
  }

  /// An exclusion by a column of a name; nil where the header has no such column among its first 30.
  init?(_ name: String, in names: [String], where texts: Set<String>, reason: String) {
    guard let column = names.prefix(30).firstIndex(where: { FoldedText($0).text == name }) else { return nil }
    self.init(column: column, texts: texts, reason: reason)
  }

  /// An exclusion by a column of a name, in which all texts but some mark a row.
  init?(_ name: String, in names: [String], whereNot texts: Set<String>, reason: String) {
    self.init(name, in: names, where: texts, reason: reason)
    isInverted = true
  }

  /// Whether the scanner's record is to be left out.
  func applies(to scanner: borrowing DelimitedScanner) -> Bool {
    guard column < scanner.cellCount else { return isInverted }
    let bytes = scanner.bytes(of: column)
    guard bytes.count <= 30, mayBeMarked(bytes.first) else { return isInverted }
    return texts.contains(FoldedText(scanner.text(of: column)).text) != isInverted
  }

  /// Whether a cell that begins so may hold one of the texts: it is asked of every row, and nearly all are told by that.
  private func mayBeMarked(_ first: UInt8?) -> Bool {
    guard let first, FoldedText.isPrinted(first) else { return true }
    return isHead[Int(FoldedText.lowercased(first))]
  }

  /// "No" in the languages that tools export in.
  static let no: Set<String> = [
    "0", "false", "no", "nee", "nein", "non", "falsch", "faux", "falso", "onwaar",
  ]
}

extension ExportHeader {
  /// Leaves out exclusions that would leave no row of a sample, as where the column that tells was emptied.
  mutating func dropIdleExclusions(in scanner: inout DelimitedScanner) {
    var kept = Set<Int>()
    while kept.count < exclusions.count, (try? scanner.next()) == true {
      if scanner.isBlank { continue }
      for (index, exclusion) in exclusions.enumerated() where !exclusion.applies(to: scanner) {
        kept.insert(index)
      }
    }
    exclusions = exclusions.indices.filter(kept.contains).map { exclusions[$0] }
  }
}

extension Diagnostic {
  static func rowsLeftOut(_ count: Int, _ exclusion: RowExclusion, header: String, in path: String)
    -> Diagnostic
  {
    Diagnostic(
      .note, .rowsLeftOut, at: SourceLocation(file: path),
      count == 1
        ? "1 row is \(exclusion.reason) and was left out"
        : "\(count) rows are \(exclusion.reason) and were left out",
      fix: "rename the column \"\(DiagnosticText.oneLine(header))\" in the file to keep them")
  }
}
