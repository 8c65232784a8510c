import GRDB
import SurveyModel
import Testing

@testable import SurveyStore

/// A database as version 1 wrote it: read as it is, brought up to date by the next import.
@Suite struct EarlierVersionTests {
  private func withEarlierStore(_ body: (ResponseStore, SampleFile) throws -> Void) throws {
    try withStore { store in
      let file = SampleFile(responses: [
        SampleResponse(Rating(7), Rating(3), "n", wave: "A", respondent: "x"),
        SampleResponse(Rating(8), .dontKnow, nil, wave: "A", respondent: "y"),
      ])
      try file.store(in: store)
      try DatabaseQueue(path: store.path).writeWithoutTransaction { database in
        try database.execute(
          sql: """
            DROP TABLE importHeader; DROP TABLE comment; DROP TABLE commentQuestion; DROP TABLE privacy;
            DROP TABLE erasedRespondent; DROP TABLE erasure; ALTER TABLE rejectedRow DROP COLUMN respondent;
            ALTER TABLE question DROP COLUMN theme; ALTER TABLE question DROP COLUMN decimals;
            PRAGMA user_version = 1
            """)
      }
      try body(store, file)
    }
  }

  @Test func isReadWithoutBeingChanged() throws {
    try withEarlierStore { store, file in
      #expect(try store.responses().count == 2)
      #expect(try store.rejectedRows(of: 1).isEmpty)
      #expect(try store.privacy() == StoredPrivacy())
      #expect(try store.storedAnswers(to: ["score"]).counts["score"] == ["7": 1, "8": 1])
      #expect(try store.storedAnswers(to: []).headers.isEmpty)
      var register = try store.register(of: file.survey)
      let known = ResponseFingerprint(respondent: "x", wave: "A")
      #expect(register.verdict(respondent: known.value, answers: 0) == .conflicting)
      let version = try DatabaseQueue(path: store.path).read {
        try Int.fetchOne($0, sql: "PRAGMA user_version")
      }
      #expect(version == 1)
    }
  }

  @Test func isBroughtUpToDateByAnImportAndByAnErasure() throws {
    try withEarlierStore { store, file in
      let erasure = try store.erase("x", pseudonym: "p", keyCheck: "k")
      #expect(erasure.responses == 1)
      #expect(try store.responses().count == 1)
      #expect(try store.privacy().keyCheck == "k")
    }
    try withEarlierStore { store, file in
      var other = file
      (other.name, other.digest, other.responses) = (
        "b.csv", "bb", [SampleResponse(Rating(1), Rating(1), "s", wave: "B")]
      )
      try other.store(in: store)
      #expect(try store.responses().count == 3)
      let version = try DatabaseQueue(path: store.path).read {
        try Int.fetchOne($0, sql: "PRAGMA user_version")
      }
      #expect(version == Schema.version)
    }
  }
}
