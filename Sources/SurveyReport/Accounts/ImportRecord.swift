import SurveyModel

/// What came of reading an export, as JSON.
struct ImportRecord: Encodable {
  let version = JSONFormat.version
  let file: String
  let sha256: String
  let rowsRead: Int
  let rowsStored: Int
  let rowsRejected: Int
  let rowsRepeated: Int
  let rowsStoredBefore: Int
  let rowsConflicting: Int
  let respondentsRepeated: Int
  let rowsErased: Int
  let rowsBlank: Int
  let rowsLeftOut: [LeftOut]
  let zeroWeights: Int
  let waves: [String]
  let columns: [Column]
  let ignoredHeaders: [String]
  let diagnostics: [DiagnosticRecord]
  let diagnosticCounts: [String: Int]

  struct Column: Encodable {
    let id: String
    @Nullable var header: String?
    let answered: Int
    let notShown: Int
    let skipped: Int
    let dontKnow: Int
  }

  struct LeftOut: Encodable {
    let header: String
    let reason: String
    let count: Int
  }

  init(_ summary: ImportSummary) {
    file = summary.fileName
    sha256 = summary.digest
    rowsRead = summary.rowsRead
    rowsStored = summary.rowsStored
    rowsRejected = summary.rowsRejected
    rowsRepeated = summary.rowsRepeated
    rowsStoredBefore = summary.rowsStoredBefore
    rowsConflicting = summary.rowsConflicting
    respondentsRepeated = summary.respondentsRepeated
    rowsErased = summary.rowsErased
    rowsBlank = summary.rowsBlank
    rowsLeftOut = summary.rowsLeftOut.map {
      LeftOut(header: $0.header, reason: $0.reason, count: $0.count)
    }
    zeroWeights = summary.zeroWeights
    waves = summary.waves
    columns = summary.columns.map {
      Column(
        id: $0.id, header: $0.header, answered: $0.answered, notShown: $0.missing[.notShown] ?? 0,
        skipped: $0.missing[.skipped] ?? 0, dontKnow: $0.missing[.dontKnow] ?? 0)
    }
    ignoredHeaders = summary.ignoredHeaders
    diagnostics = summary.diagnostics.map(DiagnosticRecord.init)
    diagnosticCounts = summary.diagnosticCounts
  }
}

/// A diagnostic as JSON.
struct DiagnosticRecord: Encodable {
  let severity: String
  let code: String
  let file: String
  @Nullable var line: Int?
  @Nullable var column: Int?
  let summary: String
  @Nullable var excerpt: String?
  @Nullable var fix: String?

  init(_ diagnostic: Diagnostic) {
    severity = diagnostic.severity.rawValue
    code = diagnostic.code
    file = diagnostic.location.file
    line = diagnostic.location.line
    column = diagnostic.location.column
    summary = diagnostic.summary
    excerpt = diagnostic.excerpt
    fix = diagnostic.fix
  }
}
