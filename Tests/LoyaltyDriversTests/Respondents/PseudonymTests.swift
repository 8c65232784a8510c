import Foundation
import LoyaltyDrivers
import Testing

@Suite("Pseudonyms") struct PseudonymTests {
  private static let append = ImportOptions(mode: .append)

  /// RFC 4231, test case 2: HMAC-SHA-256 of "what do ya want for nothing?" under "Jefe", which as a key of 32 bytes is
  /// filled up with zeros, as HMAC does by itself.
  @Test func areThoseOfThePublishedTest() throws {
    try RespondentSurvey.with { survey in
      let path = survey.folder.appending(path: RespondentKey.fileName)
      let digits = "4a656665" + String(repeating: "0", count: 56)
      try Data(digits.utf8).write(to: path)
      let key = try #require(try RespondentKey(at: path))
      #expect(key.pseudonym(of: " what do ya want for nothing? ") == "5bdcc146bf60754e6a042426089575c7")
    }
  }

  @Test func takeThePlaceOfIdentifiersInEveryWave() throws {
    try RespondentSurvey.with("pseudonymise: true\n") { survey in
      try survey.importing(["anna@example.org,Q1,9,8,N,", "bo@example.org,Q1,eleven,8,N,"])
      let more = ["anna@example.org,Q1,9,8,N,", "anna@example.org,Q2,7,7,N,"]
      let second = try survey.summary(more, name: "more.csv", options: Self.append)
      #expect(second.rowsRepeated == 1 && second.rowsStored == 1)
      #expect(try !survey.holds("example.org"))
      #expect(
        try survey.query("SELECT count(*), count(DISTINCT respondent), length(max(respondent)) FROM response")
          == "2|1|32")
      let key = survey.folder.appending(path: RespondentKey.fileName).path
      let permissions = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
      #expect(permissions == 0o600)
    }
  }

  @Test func differFromSurveyToSurvey() throws {
    let pseudonyms = try (0..<2).map { _ in
      try RespondentSurvey.with("pseudonymise: true\n") { survey in
        try survey.importing(["a,Q1,9,8,N,"])
        return try survey.query("SELECT respondent FROM response")
      }
    }
    #expect(pseudonyms[0] != pseudonyms[1])
  }

  @Test func replaceIdentifiersThatAreStoredForGood() throws {
    try RespondentSurvey.with { survey in
      let rows = (0..<2000).map { "customer-\($0)-x,Q1,9,8,N," } + ["bad-customer-x,Q1,eleven,8,N,"]
      try survey.importing(rows)
      #expect(try survey.holds("customer-77-x"))
      let again = try survey.importing(rows, options: ImportOptions(pseudonymises: true))
      guard case .unchanged = again else {
        Issue.record("The file was stored twice.")
        return
      }
      #expect(try !survey.holds("customer-77-x"))
      #expect(try !survey.holds("customer-"))
      let later = try survey.summary(["customer-77-x,Q1,9,8,N,"], name: "later.csv", options: Self.append)
      #expect(later.rowsRepeated == 1, "Once stored so, respondents stay under pseudonyms.")
    }
  }

  @Test func areRehearsedAgainstIdentifiers() throws {
    try RespondentSurvey.with { survey in
      try survey.importing(["a,Q1,9,8,N,"])
      let before = try survey.bytes()
      let options = ImportOptions(mode: .append, pseudonymises: true, isRehearsal: true)
      let summary = try survey.summary(["a,Q1,9,8,N,", "b,Q1,1,1,N,"], name: "b.csv", options: options)
      #expect(summary.rowsRepeated == 1 && summary.rowsStored == 1)
      #expect(try survey.bytes() == before)
    }
  }

  @Test func needTheirKey() throws {
    try RespondentSurvey.with("pseudonymise: true\n") { survey in
      try survey.importing(["a,Q1,9,8,N,"])
      let key = survey.folder.appending(path: RespondentKey.fileName)
      try FileManager.default.removeItem(at: key)
      #expect(throws: RespondentKeyError.missing(path: key.path)) {
        try survey.importing(["b,Q2,9,8,N,"], name: "b.csv")
      }
      try RespondentKey().write(to: key)
      #expect(throws: RespondentKeyError.wrong(path: key.path)) { try survey.study.forget(respondent: "a") }
      try Data("no key".utf8).write(to: key)
      #expect(throws: RespondentKeyError.damaged(path: key.path)) {
        try survey.importing(["b,Q2,9,8,N,"], name: "b.csv")
      }
    }
  }

  @Test func leaveNoKeyBehindWhereNothingIsStored() throws {
    try RespondentSurvey.with("pseudonymise: true\n") { survey in
      #expect(throws: RefusedImportError.self) {
        try survey.importing(["a,Q1,eleven,8,N,"], options: ImportOptions(isStrict: true))
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: survey.folder.path)
      #expect(left == ["survey.yaml"])
    }
  }
}
