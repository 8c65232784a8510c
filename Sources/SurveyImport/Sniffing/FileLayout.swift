import SurveyModel

/// How an export is laid out: dialect, decimal mark and header.
struct FileLayout {
  /// How cells are kept apart.
  let dialect: Dialect
  /// `.` or `,`.
  let decimalMark: UInt8
  /// The header.
  private(set) var header = ExportHeader(platform: nil, rows: 1, names: [], texts: [])
  /// How many lines of a title stand above the header.
  private(set) var titleRows = 0
  /// Whether the file is no text, so that its dates are year-month-day whatever other files have.
  let isConverted: Bool
  /// Whether each row has one more cell at its end, which holds the places of the others.
  let hasPlaces: Bool
  /// Where each column's name stands.
  private(set) var places: [SourceLocation] = []
  /// How many records there are up to the last of the header, blank ones among them.
  private var recordsAbove = 0

  private static let mostTitleRows = 20
  private static let mostHeaderRows = 9

  /// Looks at the beginning of a file.
  ///
  /// - Throws: `ImportError` with `header-only`, `quote-unclosed` or a failure of the file.
  init(of file: ResponseFile, format: FileFormat) throws(ImportError) {
    let sample = try file.sample()
    isConverted = file.converted != nil || file.hasPlaces
    hasPlaces = file.hasPlaces
    let detection = DialectDetection(of: sample, given: isConverted ? Dialect.comma : format.delimiter)
    var dialect = detection.dialect
    if dialect.delimiter == Dialect.tab {
      var quoted = try file.scanner(dialect)
      dialect.hasQuotes = !QuoteUse(in: &quoted).isIdle
    }
    self.dialect = dialect
    decimalMark =
      (isConverted ? nil : format.decimalMark)
      ?? DecimalDetection(of: sample, dialect: dialect).mark
    try readHeader(of: file, rows: hasPlaces ? nil : format.headerRows, width: detection.columns)
    if !header.exclusions.isEmpty {
      var rows = sample.scanner(dialect)
      for _ in 0..<recordsAbove { _ = try? rows.next() }
      header.dropIdleExclusions(in: &rows)
    }
    let facts = file.facts
    if !facts.isEmpty {
      if file.converted != nil { header.platform = "SPSS" }
      if let options = file.options { header.platform = options.layout.header.platform }
      header.texts = zip(facts, header.names).map { $0.text.isEmpty ? $1 : $0.text }
    }
  }

  /// The names of the columns.
  var headers: [String] { header.names }

  /// How many cells a row must have: up to the last column with a name, as spreadsheets leave out what is empty.
  var leastWidth: Int {
    hasPlaces ? width : 1 + (headers.lastIndex { !FoldedText($0).text.isEmpty } ?? headers.count - 1)
  }

  /// How many cells a row has.
  var width: Int { headers.count + (hasPlaces ? 1 : 0) }

  private struct Record {
    let number: Int
    let texts: [String]
  }

  private mutating func readHeader(
    of file: ResponseFile, rows: Int?, width: Int
  ) throws(ImportError) {
    let records = try firstRecords(of: file)
    if records.isEmpty { throw ImportError(.blank(file.path)) }
    titleRows =
      records.dropLast().prefix(FileLayout.mostTitleRows).prefix { record in
        let filled = record.texts.filter { !FoldedText($0).text.isEmpty }.count
        return filled <= 2 && filled * 2 < width
      }.count
    let below = Array(records[titleRows...])
    header = ExportHeader.recognised(in: below.map(\.texts), rows: rows)
    guard below.count > header.rows else {
      throw ImportError(.headerOnly(file.path, rows: header.rows))
    }
    places = try places(ofRecord: below[0].number, in: file)
    recordsAbove = below[header.rows - 1].number
  }

  /// The first records that are not blank, enough for a title, a header and a response.
  private func firstRecords(of file: ResponseFile) throws(ImportError) -> [Record] {
    var scanner = try file.scanner(dialect)
    var records: [Record] = []
    var number = 0
    while records.count <= FileLayout.mostTitleRows + FileLayout.mostHeaderRows, try scanner.next(in: file) {
      number += 1
      if scanner.isBlank { continue }
      let count = scanner.cellCount - (hasPlaces ? 1 : 0)
      records.append(Record(number: number, texts: Array(scanner.texts().prefix(count))))
    }
    return records
  }

  /// Where the cells of a record stand, counted from 1.
  private func places(ofRecord number: Int, in file: ResponseFile) throws(ImportError) -> [SourceLocation] {
    var scanner = try file.scanner(dialect)
    for _ in 0..<number { _ = try scanner.next(in: file) }
    return scanner.locations(ofFirst: scanner.cellCount - (hasPlaces ? 1 : 0), in: file)
  }

  /// Moves a scanner at the beginning of the file to the last record of the header.
  func skipHeader(_ scanner: inout DelimitedScanner, in file: ResponseFile) throws(ImportError) {
    for _ in 0..<recordsAbove { _ = try scanner.next(in: file) }
  }
}

extension Diagnostic {
  fileprivate static func blank(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, .fileEmpty, at: SourceLocation(file: path), "the file holds nothing but blank lines",
      fix: "export the answers again")
  }

  fileprivate static func headerOnly(_ path: String, rows: Int) -> Diagnostic {
    Diagnostic(
      .error, .headerOnly, at: SourceLocation(file: path),
      rows == 1
        ? "the file has a header and no responses below it"
        : "the file has \(rows) header rows and no responses below them",
      fix: "export the answers again, with all responses included")
  }
}
