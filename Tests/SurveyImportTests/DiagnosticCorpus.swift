import Foundation
import SurveyModel
import TestSupport

@testable import SurveyImport

/// Every diagnostic as the code words it: the snapshots, and those that need a file of their own.
enum DiagnosticCorpus {
  static func texts() throws -> [String] {
    var texts: [String] = []
    for folder in [ExportFixture.folder, SurveyFileReaderTests.folder, MatrixReaderTests.folder] {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      where name.hasSuffix(".diagnostics") {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        texts += text.components(separatedBy: "\n\n")
      }
    }
    return texts + (try special())
  }

  private static func special() throws -> [String] {
    let yaml = "title: x\noutcome: {column: nps}\nsegments: {regio: {}}\n"
    let many = "nps,regio\n" + (0...1000).map { "9,r\($0)\n" }.joined()
    let cases: [() throws -> Void] = [
      { _ = try ResponseFile(at: "no-such.csv") },
      { try Fixture.withTemporaryFolder { _ = try ResponseFile(at: $0.path) } },
      { _ = try ExportFixture.read("nps,regio\n9," + String(repeating: "x", count: 9_000_000), with: yaml) },
      { _ = try ExportFixture.read(many, with: yaml) },
      { _ = try ExportFixture.read(many, with: "title: x\noutcome: {column: nps}\nwave: regio\n") },
      { _ = try ExportFixture.read(many, with: yaml + "wave: {file: \"{wave}_survey*.csv\"}\n") },
      { _ = try SurveyFileReader().read(at: "no-such/survey.yaml") },
      {
        try ExportFixture.withFile(Array("a,b\n0,10\n10,0\n".utf8)) { path in
          _ = try SurveyDraft(of: ResponseFile(at: path))
        }
      },
      { throw ImportError(.unreadable("export.csv", SystemFailure(number: EACCES))) },
      {
        let text = PlatformRowTests.qualtrics
        throw ImportError(try ExportFixture.read(text, with: PlatformRowTests.yaml).summary.diagnostics)
      },
      {
        try ExportFixture.withFile(Array(AnswerTableTests.export.utf8)) { path in
          throw ImportError(try ResponseFile(at: path).notes())
        }
      },
      {
        try ExportFixture.withFile(Array(OptionTableTests.export().utf8)) { path in
          throw ImportError(try ResponseFile(at: path).notes())
        }
      },
      {
        try ExportFixture.withFile(Array("{\"nps\": 9}\n{\"nps\": }\n".utf8)) { path in
          _ = try ResponseFile(at: path)
        }
      },
      {
        try ExportFixture.withFile(Array(PlatformRowTests.aggregated.utf8)) { path in
          _ = try SurveyDraft(of: ResponseFile(at: path))
        }
      },
      { throw ImportError(try respondents()) },
      { throw ImportError(.workbook(.tooLarge, in: "export.xlsx")) },
      { throw ImportError(try ResponseFile(at: ExportFixture.path("workbook.xlsx")).notes()) },
      { throw ImportError(try ResponseFile(at: ExportFixture.path("labels.sav")).notes()) },
      { _ = try ResponseFile(at: ExportFixture.path("workbook-cut.xlsx")) },
      { _ = try ResponseFile(at: ExportFixture.path("archive.xlsx")) },
      { _ = try ResponseFile(at: ExportFixture.path("packed-cut.csv.gz")) },
      {
        let rows = "nps,regio\n" + String(repeating: "9,N\n", count: 250)
        throw ImportError(try ExportFixture.read(rows, with: yaml).summary.diagnostics)
      },
    ]
    var texts: [String] = []
    for body in cases {
      do {
        try body()
      } catch let error as ImportError {
        texts += error.diagnostics.map { DiagnosticFormatter().text(of: withoutFolder($0)) }
      }
    }
    return texts
  }

  /// A file with a respondent who is stored with other answers, some who occur twice, and one who was erased.
  private static func respondents() throws -> [Diagnostic] {
    var treatment = RespondentTreatment()
    let key = RespondentKey()
    treatment.key = key
    treatment.register.erased = [key.pseudonym(of: "d")]
    let stored = ResponseFingerprint(respondent: "c", wave: nil)
    treatment.register.enterStored(respondent: stored.value, answers: 0)
    return try ExportFixture.read(
      "id,nps\na,9\na,9\nb,1\nb,2\nc,3\nd,4\n",
      with: "title: x\noutcome: {column: nps}\nrespondent: id\n", treatment: treatment
    ).summary.diagnostics
  }

  /// The diagnostic with the file's name in place of its path in a temporary folder.
  private static func withoutFolder(_ diagnostic: Diagnostic) -> Diagnostic {
    let place = diagnostic.location
    let shown = place.file.replacingOccurrences(of: ExportFixture.folder.path + "/", with: "")
    let isTemporary = place.file.contains("loyalty-test-")
    let name = place.file.hasSuffix(".csv") ? "export.csv" : "exports"
    return Diagnostic(
      diagnostic.severity, code: diagnostic.code,
      at: SourceLocation(file: isTemporary ? name : shown, line: place.line, column: place.column),
      summary: diagnostic.summary, excerpt: diagnostic.excerpt, fix: diagnostic.fix)
  }
}
