import Glibc
import LoyaltyDrivers

/// What the cases are: `KIND` in the environment.
private enum Kind: String {
  /// Exports of any format, by their own signature.
  case export
  /// The parts of a workbook, packed here so that they are reached whatever the case is.
  case workbook
  /// Published matrices.
  case matrix
  /// `survey.yaml`.
  case survey
}

private let kind = getenv("KIND").flatMap { Kind(rawValue: String(cString: $0)) } ?? .export

/// Feeds one case to the importer; any case must end with an account or with an `ImportError`.
@_cdecl("LLVMFuzzerTestOneInput")
public func runCase(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start else { return 0 }
  let bytes = UnsafeBufferPointer(start: start, count: count)
  switch kind {
  case .export: readExport(bytes)
  case .workbook: StoredArchive(workbook: bytes).bytes.withUnsafeBufferPointer(readExport)
  case .matrix: readMatrix(bytes)
  case .survey: readSurveyFile(String(decoding: bytes, as: UTF8.self))
  }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What the package manager calls `main`.
@_cdecl("fuzz_main")
public func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments, runCase)
}

/// Where cases are put, so that they are read as files are: in memory, one per process.
private let path = "/dev/shm/loyalty-fuzz-\(getpid())"

private func write(_ bytes: UnsafeBufferPointer<UInt8>) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  precondition(descriptor >= 0 && Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count)
  close(descriptor)
}

private func readExport(_ bytes: UnsafeBufferPointer<UInt8>) {
  write(bytes)
  do throws(ImportError) {
    let file = try ResponseFile(at: path)
    let draft = try SurveyDraft(of: file)
    let survey = try SurveyFileReader().read(draft.surveyFile, file: "survey.yaml").survey
    check(file, survey)
  } catch {
    precondition(error.diagnostics.contains { $0.severity == .error }, "A refusal says why.")
  }
}

/// The account of an import adds up.
private func check(_ file: ResponseFile, _ survey: Survey) {
  var sink = CountingSink()
  do {
    let summary = try ResponseReader(for: survey).read(file, into: &sink)
    precondition(summary.rowsStored == sink.stored && summary.rowsRejected == sink.rejected, "Rows arrive.")
    precondition(summary.rowsStored + summary.rowsRejected <= summary.rowsRead, "No row is made up.")
  } catch {
    precondition(error is ImportError, "Only the file can be at fault.")
  }
}

private func readMatrix(_ bytes: UnsafeBufferPointer<UInt8>) {
  write(bytes)
  do throws(ImportError) {
    _ = try MatrixReader().read(at: path)
  } catch {
    precondition(error.diagnostics.contains { $0.severity == .error }, "A refusal says why.")
  }
}

private func readSurveyFile(_ text: String) {
  do throws(ImportError) {
    let survey = try SurveyFileReader().read(text, file: "survey.yaml").survey
    let written = SurveyFileWriter().text(of: survey)
    let again = try SurveyFileReader().read(written, file: "survey.yaml").survey
    precondition(again == survey, "What is written reads as it was.")
  } catch {
    precondition(error.diagnostics.contains { $0.severity == .error }, "A refusal says why.")
  }
}

private struct CountingSink: ResponseSink {
  var stored = 0
  var rejected = 0

  mutating func store(_ batch: borrowing ResponseBatch) { stored += batch.count }
  mutating func reject(_ row: RejectedRow) { rejected += 1 }
}
