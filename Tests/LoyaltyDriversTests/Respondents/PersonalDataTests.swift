import Foundation
import LoyaltyDrivers
import TestSupport
import Testing

@Suite("Personal data") struct PersonalDataTests {
  private static let secrets = [
    "Ottokar Quist", "ottokar@example.org", "203.0.113.77", "0699 1234567", "quite dreadful",
  ]

  private static let export =
    "Name,E-mail,IP Address,Phone,How likely are you to recommend us?,Speed,Price,Region,Comments\n"
    + (0..<60).map {
      "\(secrets[0]) \($0),\(secrets[1])\($0).org,\(secrets[2]),\(secrets[3]),\($0 % 11),\(1 + $0 % 5),\(1 + $0 % 4),N\($0 % 3),\(secrets[4])\n"
    }
    .joined()
    + "\(secrets[0]),\"\(secrets[1])\" x,\(secrets[2]),\(secrets[3]),7,3,3,N1,\"\(secrets[4])\" x\n"

  private func holdsSecrets(_ data: Data) -> Bool {
    Self.secrets.contains { data.firstRange(of: Data($0.utf8)) != nil }
  }

  @Test func isStoredByNoPathUnlessAskedFor() throws {
    try RespondentSurvey.with { survey in
      let export = survey.folder.appending(path: "export.csv")
      try Data(Self.export.utf8).write(to: export)
      let draft = try Study.draft(of: export.path)
      #expect(draft.survey.comments.isEmpty && draft.survey.respondent == nil)
      try FileManager.default.removeItem(at: survey.folder.appending(path: "survey.yaml"))
      _ = try Study.write(draft, into: survey.folder.path)
      #expect(try !holdsSecrets(Data(contentsOf: survey.folder.appending(path: "survey.yaml"))))
      let outcome = try survey.study.importResponses(from: export.path)
      guard case .imported(let summary, _) = outcome else { throw RespondentSurvey.Unexpected() }
      #expect(summary.rowsStored == 61 && summary.rowsRejected == 0)
      #expect(summary.diagnosticCounts["quote-stray"] == 1)
      let told = summary.diagnostics.map(DiagnosticFormatter().text(of:)).joined()
      #expect(!holdsSecrets(Data(told.utf8)))
      #expect(try !holdsSecrets(Data(contentsOf: URL(filePath: survey.study.databasePath))))
      let report = try Study.reportOnExport(export.path, toolVersion: "test")
      #expect(!holdsSecrets(Data(report.report.html.utf8)))
    }
  }

  @Test func commentsAreKeptWhenAskedForAndShownByNoDiagnostic() throws {
    try RespondentSurvey.with { survey in
      let summary = try survey.summary([
        "a,Q1,9,8,N,\"quite\" dreadful", "b,Q1,9,8,N,  fine \u{A0}", "c,Q1,9,8,N,", "d,Q1,3,8,N,=1+1",
      ])
      #expect(summary.diagnostics.map(\.excerpt) == [nil])
      #expect(
        try survey.query("SELECT response, question, text FROM comment")
          == "1|why|\"quite\" dreadful\n2|why|fine\n4|why|=1+1")
      #expect(try survey.query("SELECT id, header, label FROM commentQuestion") == "why|Why?|Why?")
    }
  }

  @Test func commentsOfManyBatchesBelongToTheirResponses() throws {
    try RespondentSurvey.with { survey in
      try survey.importing((0..<1700).map { "c\($0),Q1,9,8,N,\($0 % 3 == 0 ? "said by c\($0)" : "")" })
      let wrong = """
        SELECT count(*), sum(text <> 'said by ' || respondent) FROM comment
        JOIN response ON response.response = comment.response
        """
      #expect(try survey.query(wrong) == "567|0")
    }
  }
}
