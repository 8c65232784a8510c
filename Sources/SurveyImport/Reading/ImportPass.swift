import SurveyModel

/// One reading of a file: turns records into responses and keeps the account.
struct ImportPass {
  /// How the file is laid out.
  let layout: FileLayout
  /// The responses that are not in the sink yet.
  private(set) var batch: ResponseBatch

  private let file: ResponseFile
  private let leastWidth: Int
  /// Which column of the file holds which of the survey.
  let columns: ColumnMatching
  private var rows: RowReader
  private var account: ImportAccount
  private var gate: RespondentGate

  /// Looks at the header of a file and finds the survey's columns in it.
  ///
  /// - Throws: `ImportError` where a column that cannot be done without is missing.
  init(
    of file: ResponseFile, for survey: Survey, wave: String?, _ treatment: RespondentTreatment
  ) throws(ImportError) {
    self.file = file
    layout = try FileLayout(of: file, format: survey.format)
    leastWidth = layout.leastWidth
    account = ImportAccount(of: file, for: survey)
    for note in try file.notes() { account.add(note) }
    let fixedWave = if let wave { wave } else { try ImportPass.waveOfName(of: file, survey) }
    columns = ColumnMatching(of: survey, in: layout, isWaveGiven: fixedWave != nil)
    if columns.diagnostics.contains(where: { $0.severity == .error }) {
      throw ImportError(columns.diagnostics)
    }
    for diagnostic in columns.diagnostics { account.add(diagnostic) }
    rows = RowReader(for: survey, columns, layout: layout, wave: fixedWave)
    batch = ResponseBatch(for: survey)
    gate = RespondentGate(treatment, cell: columns.respondent, segmentCount: survey.storedSegments.count)
  }

  /// Reads the scanner's record; returns it as rejected where it cannot be stored.
  mutating func read(_ scanner: borrowing DelimitedScanner) throws(ImportError) -> RejectedRow? {
    if scanner.isBlank {
      account.countBlankRow()
      return nil
    }
    let place = SourceLocation(file: file.path, line: scanner.lineOfRow(hasPlaces: layout.hasPlaces))
    if scanner.isCut { return rejectRow(scanner, .cutRow(at: place)) }
    let width = layout.width
    if scanner.cellCount < leastWidth || (scanner.cellCount > width && !scanner.isEmpty(from: width)) {
      return rejectRow(scanner, .ragged(at: place, cells: scanner.cellCount, headers: width))
    }
    for (index, exclusion) in layout.header.exclusions.enumerated() where exclusion.applies(to: scanner) {
      account.countRow(excludedBy: index)
      return nil
    }
    guard let respondent = gate.respondent(in: scanner) else {
      account.countErasedRow()
      return nil
    }
    if let cell = scanner.strayQuote {
      let text = columns.isShown(cell) ? scanner.text(of: cell) : nil
      account.add(.strayQuote(at: scanner.location(of: cell, in: file), cell: text))
    }
    do throws(RowReader.Fault) {
      try rows.read(scanner, respondent: respondent, into: &batch)
    } catch {
      return try reject(scanner, error, respondent: respondent.isEmpty ? nil : respondent)
    }
    account.countRow(isRejected: false)
    if columns.respondent != nil { admit() }
    return nil
  }

  /// Takes the last response out again where its respondent is stored with the same or other answers.
  private mutating func admit() {
    let verdict = gate.verdict(onLastOf: batch)
    account.count(verdict)
    let isKept = verdict == .first || verdict == .another || gate.keepsRepeats
    if !isKept { batch.removeLast() }
  }

  /// Hands the responses to a sink.
  mutating func flush<Sink: ResponseSink>(into sink: inout Sink) throws {
    guard batch.count > 0 else { return }
    account.count(batch)
    try sink.store(batch)
    batch.removeResponses()
  }

  /// The account so far.
  var summary: ImportSummary { account.summary }

  /// The account of the whole file.
  consuming func finished() -> ImportSummary {
    account.finished(layout.header, columns)
  }

  private mutating func reject(
    _ scanner: borrowing DelimitedScanner, _ error: RowReader.Fault, respondent: String?
  ) throws(ImportError) -> RejectedRow {
    let cell = scanner.text(of: error.cell)
    let diagnostic = Diagnostic(
      .error, error.fault.code, at: scanner.location(of: error.cell, in: file), error.fault.summary,
      excerpt: cell.isEmpty ? nil : cell, fix: error.fault.fix)
    guard !error.fault.isFatal else { throw ImportError(account.summary.diagnostics + [diagnostic]) }
    account.add(diagnostic)
    account.countRow(isRejected: true)
    return RejectedRow(
      line: diagnostic.location.line ?? scanner.line, column: layout.headers[error.cell],
      code: diagnostic.code, cell: cell, summary: diagnostic.summary, respondent: respondent)
  }

  private mutating func rejectRow(
    _ scanner: borrowing DelimitedScanner, _ diagnostic: Diagnostic
  ) -> RejectedRow {
    account.add(diagnostic)
    account.countRow(isRejected: true)
    return RejectedRow(
      line: diagnostic.location.line ?? scanner.line, column: nil, code: diagnostic.code, cell: nil,
      summary: diagnostic.summary)
  }

  private static func waveOfName(of file: ResponseFile, _ survey: Survey) throws(ImportError) -> String? {
    guard case .fileName(let pattern) = survey.wave else { return nil }
    if let wave = WavePattern(pattern)?.wave(in: file.name) { return wave }
    throw ImportError(.noWaveInName(of: file, pattern: pattern))
  }
}

extension Diagnostic {
  fileprivate static func cutRow(at place: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, .rowCut, at: place,
      "the file ends within a quoted cell of this row, so the row is not complete",
      fix: "export the file again: its end is missing")
  }

  fileprivate static func ragged(at place: SourceLocation, cells: Int, headers: Int) -> Diagnostic {
    let counts = "the row has \(cells) cell\(cells == 1 ? "" : "s"), the header has \(headers)"
    if cells < headers {
      return Diagnostic(
        .error, .rowTooShort, at: place, counts,
        fix: "look for a line break within a cell that is not in quotes, or a delimiter that is missing")
    }
    return Diagnostic(
      .error, .rowTooLong, at: place, counts,
      fix: "put the cell that holds the delimiter in double quotes")
  }

  fileprivate static func noWaveInName(of file: ResponseFile, pattern: String) -> Diagnostic {
    Diagnostic(
      .error, .waveNotInFileName, at: SourceLocation(file: file.path),
      "the file's name does not fit the pattern of the wave, \"\(pattern)\"", excerpt: file.name,
      fix: "rename the file, correct `wave: {file: …}` in survey.yaml, or name the wave with --wave")
  }
}
