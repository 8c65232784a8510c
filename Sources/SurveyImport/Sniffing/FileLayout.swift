import SurveyModel

/// How an export is laid out: dialect, decimal mark and header.
struct FileLayout {
  /// How cells are kept apart.
  let dialect: Dialect
  /// `.` or `,`.
  let decimalMark: UInt8
  /// How many records stand above the first response.
  let headerRows: Int
  /// The headers as they stand in the file.
  private(set) var headers: [String] = []
  /// Where each header stands.
  private(set) var places: [SourceLocation] = []

  /// Looks at the beginning of a file.
  ///
  /// - Throws: `ImportError` with `header-only`, `quote-unclosed` or a failure of the file.
  init(of file: ResponseFile, format: FileFormat) throws(ImportError) {
    let sample = try file.sample()
    var dialect = DialectDetection(of: sample, given: format.delimiter).dialect
    if dialect.delimiter == Dialect.tab {
      var quoted = try file.scanner(dialect)
      dialect.hasQuotes = !QuoteUse(in: &quoted).isIdle
    }
    self.dialect = dialect
    decimalMark = format.decimalMark ?? DecimalDetection(of: sample, dialect: dialect).mark
    headerRows = format.headerRows ?? 1
    var scanner = try file.scanner(dialect)
    try readHeader(from: &scanner, of: file)
    guard try FileLayout.nextFilled(&scanner, in: file) else {
      throw ImportError(.headerOnly(file.path, rows: headerRows))
    }
  }

  /// Reads the header, blank lines above it aside.
  private mutating func readHeader(
    from scanner: inout DelimitedScanner, of file: ResponseFile
  ) throws(ImportError) {
    guard try FileLayout.nextFilled(&scanner, in: file) else { throw ImportError(.blank(file.path)) }
    headers = scanner.texts()
    for cell in headers.indices { places.append(scanner.location(of: cell, in: file)) }
    try FileLayout.skip(headerRows - 1, of: &scanner, in: file)
  }

  /// Moves a scanner at the beginning of the file to the last record of the header.
  func skipHeader(_ scanner: inout DelimitedScanner, in file: ResponseFile) throws(ImportError) {
    _ = try FileLayout.nextFilled(&scanner, in: file)
    try FileLayout.skip(headerRows - 1, of: &scanner, in: file)
  }

  private static func skip(
    _ count: Int, of scanner: inout DelimitedScanner, in file: ResponseFile
  ) throws(ImportError) {
    for _ in 0..<count { _ = try scanner.next(in: file) }
  }

  /// Moves to the next record that is not blank; false at the end of the file.
  private static func nextFilled(
    _ scanner: inout DelimitedScanner, in file: ResponseFile
  ) throws(ImportError) -> Bool {
    while try scanner.next(in: file) {
      if !scanner.isBlank { return true }
    }
    return false
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
