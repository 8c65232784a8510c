public import SurveyModel

/// Reads an export of a survey, row after row, in constant memory.
///
/// ```swift
/// let file = try ResponseFile(at: "export.csv")
/// var sink = DiscardingSink()
/// let summary = try ResponseReader(for: survey).read(file, into: &sink)
/// ```
public struct ResponseReader: Sendable {
  private let survey: Survey
  private let wave: String?

  private static let batchSize = 500

  /// A reader for the exports of a survey.
  ///
  /// - Parameters:
  ///   - survey: The survey.
  ///   - wave: The wave of all responses of a file; nil where the survey says where to find it.
  public init(for survey: Survey, wave: String? = nil) {
    self.survey = survey
    self.wave = wave
  }

  /// Reads a file into a sink.
  ///
  /// A row with an answer that is not allowed is not stored: it goes to `sink.reject(_:)`, with a diagnostic in
  /// the summary. Rows that are empty from end to end are passed over.
  ///
  /// - Parameters:
  ///   - file: The export.
  ///   - sink: Takes the responses, some hundreds at a time, and the rejected rows.
  ///   - treatment: What is known of respondents, and whether they are pseudonymised.
  ///   - progress: Called from time to time with the share of the file that has been read, 0…1.
  /// - Returns: What was read, stored, rejected and missing.
  /// - Throws: `ImportError` where the file cannot be read on, or what the sink throws.
  public func read<Sink: ResponseSink>(
    _ file: ResponseFile, into sink: inout Sink, treatment: RespondentTreatment = RespondentTreatment(),
    progress: ((Double) -> Void)? = nil
  ) throws -> ImportSummary {
    var pass = try ImportPass(of: file, for: survey, wave: wave, treatment)
    var scanner = try file.scanner(pass.layout.dialect)
    try pass.layout.skipHeader(&scanner, in: file)
    while try scanner.next(in: file) {
      if let rejected = try pass.read(scanner) { try sink.reject(rejected) }
      guard pass.batch.count == ResponseReader.batchSize else { continue }
      try pass.flush(into: &sink)
      progress?(Double(scanner.bytesRead) / Double(file.textByteCount))
    }
    try pass.flush(into: &sink)
    progress?(1)
    return pass.finished()
  }

  /// Reads a file into a sink as `read` does, and gives the whole account of it.
  ///
  /// - Throws: `ImportError` where the file cannot be read on, or what the sink throws.
  public func inspect<Sink: ResponseSink>(
    _ file: ResponseFile, into sink: inout Sink, treatment: RespondentTreatment = RespondentTreatment()
  ) throws -> ExportAccount {
    var pass = try ImportPass(of: file, for: survey, wave: wave, treatment)
    var inspection = ExportInspection(
      of: survey, in: pass.layout, pass.columns, summary: pass.summary)
    var scanner = try file.scanner(pass.layout.dialect)
    try pass.layout.skipHeader(&scanner, in: file)
    while try scanner.next(in: file) {
      let (readBefore, keptBefore) = (pass.summary.rowsRead, pass.batch.count)
      let rejected = try pass.read(scanner)
      // Rows that were passed over are no answers, and those of the wrong width no rows.
      guard pass.summary.rowsRead > readBefore, scanner.cellCount >= pass.layout.headers.count else {
        continue
      }
      inspection.look(at: scanner)
      if rejected != nil { inspection.lookAtRejected(scanner) }
      if pass.batch.count > keptBefore { inspection.lookAtKept(scanner, in: pass.batch) }
      if pass.batch.count == ResponseReader.batchSize { try pass.flush(into: &sink) }
    }
    try pass.flush(into: &sink)
    return inspection.finished(pass.finished())
  }
}
