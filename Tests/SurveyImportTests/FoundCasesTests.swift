import Foundation
import SurveyModel
import TestSupport
import Testing

@testable import SurveyImport

/// Files with which fuzzing (Tests/Fuzzing) once broke the importer; by their names they are exports, matrices or survey files.
@Suite("Cases found by fuzzing")
struct FoundCasesTests {
  private static let folder = Fixture.url("Tests/SurveyImportTests/FoundCases")

  private static func names(_ kind: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(kind + "-") }
      .sorted()
  }

  @Test(arguments: try FoundCasesTests.names("export")) func export(name: String) throws {
    do {
      let file = try ResponseFile(at: Self.folder.appending(path: name).path)
      let draft = try SurveyDraft(of: file)
      let survey = try SurveyFileReader().read(draft.surveyFile, file: "survey.yaml").survey
      var sink = RecordingSink()
      let summary = try ResponseReader(for: survey).read(file, into: &sink)
      #expect(summary.rowsStored == sink.ratings.count && summary.rowsRejected == sink.rejected.count)
    } catch let error as ImportError {
      #expect(error.diagnostics.contains { $0.severity == .error })
    }
  }

  @Test(arguments: try FoundCasesTests.names("matrix")) func matrix(name: String) throws {
    do throws(ImportError) {
      _ = try MatrixReader().read(at: Self.folder.appending(path: name).path)
    } catch {
      #expect(error.diagnostics.contains { $0.severity == .error })
    }
  }

  @Test(arguments: try FoundCasesTests.names("survey")) func surveyFile(name: String) throws {
    let text = try String(decoding: Data(contentsOf: Self.folder.appending(path: name)), as: UTF8.self)
    do throws(ImportError) {
      let survey = try SurveyFileReader().read(text, file: "survey.yaml").survey
      let written = SurveyFileWriter().text(of: survey)
      #expect(try SurveyFileReader().read(written, file: "survey.yaml").survey == survey)
    } catch {
      #expect(error.diagnostics.contains { $0.severity == .error })
    }
  }
}
