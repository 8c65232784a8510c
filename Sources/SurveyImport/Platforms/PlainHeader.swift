/// The header of a file that no known tool made: one row, or up to three where those below it hold texts in columns of
/// numbers and dates.
enum PlainHeader {
  private static let mostRows = 3

  /// The header at the beginning of some records.
  ///
  /// The names are those of the first row, the questions those of the second. Where the first has gaps above names in the
  /// second, its texts go on over them: `Rate us:`, empty above `Price`, `Speed`.
  ///
  /// - Parameter rows: How many records are the header, where that is known.
  static func header(in records: [[String]], rows: Int?) -> ExportHeader {
    var header = named(in: records, rows: rows)
    header.exclusions = [totals(below: header.names)].compactMap(\.self)
    return header
  }

  /// Words in front of sums and means below a table, in the languages that reports are written in.
  private static let totalWords: Set<String> = [
    "total", "totals", "grand total", "sum", "average", "mean", "totaal", "eindtotaal", "som", "gemiddelde",
    "gesamt", "gesamtergebnis", "summe", "mittelwert", "durchschnitt", "somme", "moyenne", "total général",
    "suma", "promedio", "media", "total general",
  ]

  /// Leaves out totals below the answers, where the first column has no name or that of respondents.
  private static func totals(below names: [String]) -> RowExclusion? {
    guard let first = names.first,
      first.isEmpty || DraftVocabulary.names(ColumnProfile(header: first), DraftVocabulary.respondent)
    else { return nil }
    return RowExclusion(column: 0, texts: totalWords, reason: "a total or a mean")
  }

  private static func named(in records: [[String]], rows: Int?) -> ExportHeader {
    let count = rows ?? rowCount(of: records)
    let first = records[0]
    guard count > 1, records.count > 1 else {
      return ExportHeader(platform: nil, rows: count, names: first, texts: first)
    }
    let second = records[1].padded(to: first.count)
    if zip(first, second).contains(where: { $0.isEmpty && !$1.isEmpty }) {
      let names = joined(first, with: second)
      return ExportHeader(platform: nil, rows: count, names: names, texts: names)
    }
    let texts = zip(second, first).map { $0.isEmpty ? $1 : $0 }
    return ExportHeader(platform: nil, rows: count, names: first, texts: texts)
  }

  /// Questions that go on over empty cells, each with the option below it in brackets.
  static func joined(
    _ questions: [String], with options: [String], isPlain: (String) -> Bool = \.isEmpty
  ) -> [String] {
    var question = ""
    return zip(questions, options).map { cell, option in
      if !cell.isEmpty { question = cell }
      return isPlain(option) ? question : "\(question) [\(option)]"
    }
  }

  private static func rowCount(of records: [[String]]) -> Int {
    guard records.count > mostRows + 2 else { return 1 }
    let answers = records.dropFirst(mostRows)
    let columns = records[0].indices.filter { column in
      let cells = answers.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
      return cells.count >= 3 && cells.count(where: isAnswer) * 5 >= cells.count * 4
    }
    guard columns.count >= 2 else { return 1 }
    var count = 1
    while count < mostRows, isWording(records[count], in: columns) { count += 1 }
    return count
  }

  /// Whether a record holds texts in most of the columns in which answers are numbers or dates, and no answer in any.
  private static func isWording(_ record: [String], in columns: [Int]) -> Bool {
    let cells = columns.map { $0 < record.count ? record[$0] : "" }
    let texts = cells.filter { !$0.isEmpty }
    return texts.count * 2 > columns.count && !texts.contains(where: isAnswer)
  }

  /// Whether a text is a number, with words or without, a date, or one that stands for no answer.
  ///
  /// `0-10` below a name says how long the scale is.
  private static func isAnswer(_ text: String) -> Bool {
    let mayBeScale = text.utf8.count <= 8 && text.dropFirst().contains { "-–t".contains($0) }
    if mayBeScale, StatedScale(in: "(\(text))") != nil { return false }
    let hasDigitAtEnd = text.first?.isASCIIDigit == true || text.last?.isASCIIDigit == true
    return hasDigitAtEnd || DraftVocabulary.missingReason(of: text) != nil
      || !text.contains(where: \.isLetter)
  }
}
