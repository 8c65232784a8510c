import Foundation
import LoyaltyDrivers
import Testing

@Suite("Erasing a respondent") struct ForgettingTests {
  private static let secret = "zerzura-4711"
  private static let comment = "my neighbour Ottokar was rude"

  /// Some thousand rows, so that erased cells lie on pages of their own; the respondent is in two waves and rejected once.
  private static func rows(_ secret: String = secret) -> [String] {
    let others = (0..<3000).map { "customer-\($0),Q\($0 % 3),\($0 % 11),\(1 + $0 % 10),N,words of \($0)" }
    return others[..<1500]
      + [
        "\(secret),Q1,9,8,N,\(comment)", "\(secret),Q2,1,1,N,\(comment)",
        "\(secret),Q0,Ottokar,1,N,\(comment)",
      ]
      + others[1500...]
  }

  private func holdsSecrets(_ survey: RespondentSurvey) throws -> Bool {
    try [Self.secret, Self.comment, "Ottokar"].contains { try survey.holds($0) }
  }

  @Test func leavesNoByteOfIt() throws {
    try RespondentSurvey.with { survey in
      try survey.importing(Self.rows())
      #expect(try holdsSecrets(survey))
      let erasure = try survey.study.forget(respondent: " \(Self.secret) ")
      #expect(erasure.responses == 2 && erasure.comments == 2)
      #expect(erasure.rejectedRows == 1 && erasure.diagnostics == 1)
      #expect(try !holdsSecrets(survey))
      #expect(try survey.study.responses().count == 3000)
      #expect(try survey.query("PRAGMA integrity_check") == "ok")
      #expect(try survey.query("SELECT responses FROM erasure") == "2")
      #expect(try survey.query("SELECT sum(responses) FROM importWave") == "3000")
    }
  }

  @Test func leavesNoByteOfResponsesThatWereReplacedBefore() throws {
    try RespondentSurvey.with { survey in
      try survey.importing(Self.rows())
      let changed = Self.rows().map { $0.replacing("\(Self.secret),Q1,9", with: "\(Self.secret),Q1,3") }
      try survey.importing(changed, options: ImportOptions(mode: .replace))
      _ = try survey.study.forget(respondent: Self.secret)
      #expect(try !holdsSecrets(survey))
    }
  }

  @Test func leavesNoByteInTheWriteAheadLog() throws {
    try RespondentSurvey.with { survey in
      try survey.importing(["a,Q1,9,8,N,"])
      _ = try survey.query("PRAGMA journal_mode = WAL")
      try survey.importing(
        Self.rows().map { $0.replacing(",Q1,", with: ",Q9,") }, name: "more.csv",
        options: ImportOptions(mode: .append))
      _ = try survey.study.forget(respondent: Self.secret)
      #expect(try !holdsSecrets(survey))
    }
  }

  @Test func keepsTheRespondentOutOfLaterImports() throws {
    try RespondentSurvey.with { survey in
      try survey.importing(Self.rows())
      _ = try survey.study.forget(respondent: Self.secret)
      let again = try survey.summary(Self.rows(), options: ImportOptions(mode: .replace))
      #expect(again.rowsErased == 3)
      #expect(again.rowsStored == 3000 && again.rowsRejected == 0)
      #expect(again.diagnosticCounts == ["respondent-erased": 1])
      #expect(try !holdsSecrets(survey))
    }
  }

  @Test func canBeAskedForTwiceButNotOfAStranger() throws {
    try RespondentSurvey.with { survey in
      #expect(throws: StoreError.self) { try survey.study.forget(respondent: "a") }
      try survey.importing(["a,Q1,9,8,N,", "b,Q1,9,8,N,"])
      let before = try survey.bytes()
      #expect(try !survey.study.forget(respondent: "nobody").foundAnything)
      #expect(try survey.bytes() == before)
      #expect(try survey.study.forget(respondent: "a").responses == 1)
      let second = try survey.study.forget(respondent: "a")
      #expect(second.wasErased && second.responses == 0)
    }
  }

  @Test func findsPseudonymsByTheOriginalIdentifier() throws {
    try RespondentSurvey.with("pseudonymise: true\n") { survey in
      try survey.importing(Self.rows())
      #expect(try !survey.holds(Self.secret))
      #expect(try survey.holds(Self.comment))
      let erasure = try survey.study.forget(respondent: Self.secret)
      #expect(erasure.responses == 2 && erasure.rejectedRows == 1)
      #expect(try !holdsSecrets(survey))
    }
  }

  @Test func findsAPseudonymByItself() throws {
    try RespondentSurvey.with("pseudonymise: true\n") { survey in
      try survey.importing(["a,Q1,9,8,N,", "b,Q1,9,8,N,"])
      let pseudonym = try survey.query("SELECT respondent FROM response WHERE response = 1")
      #expect(try survey.study.forget(respondent: pseudonym).responses == 1)
      let again = try survey.summary(
        ["a,Q1,9,8,N,", "b,Q1,9,8,N,"], options: ImportOptions(mode: .replace))
      #expect(again.rowsErased == 1 && again.rowsStored == 1)
    }
  }
}
