import Glibc
import LoyaltyDrivers

/// Feeds one case to the importer; any case must end with an account or with an `ImportError`.
///
/// The first byte chooses the way in: exports of any kind by their own signature, or `survey.yaml`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let start, count > 1 else { return 0 }
  let bytes = UnsafeBufferPointer(start: start + 1, count: count - 1)
  if start.pointee & 3 == 3 {
    readSurveyFile(String(decoding: bytes, as: UTF8.self))
  } else {
    readExport(bytes)
  }
  return 0
}

/// Where cases are put, so that they are read as files are: in memory, one per process.
private let path = "/dev/shm/loyalty-fuzz-\(getpid())"

private func readExport(_ bytes: UnsafeBufferPointer<UInt8>) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  precondition(descriptor >= 0 && write(descriptor, bytes.baseAddress, bytes.count) == bytes.count)
  close(descriptor)
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
    precondition(summary.rowsStored + summary.rowsRejected == summary.rowsRead, "No row is lost.")
    precondition(summary.rowsStored == sink.stored && summary.rowsRejected == sink.rejected, "Rows arrive.")
  } catch {
    precondition(error is ImportError, "Only the file can be at fault.")
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

  mutating func store(_ batch: ResponseBatch) { stored += batch.count }
  mutating func reject(_ row: RejectedRow) { rejected += 1 }
}
