import Foundation
import GRDB
import SurveyModel
import Testing

@testable import SurveyStore

@Suite struct CodebookTests {
  private let first = SampleFile(
    name: "a.csv", digest: "aa",
    responses: [
      SampleResponse(Rating(7), Rating(3), "n", wave: "A"),
      SampleResponse(Rating(8), .dontKnow, nil, wave: "A"),
    ])

  private func service(_ id: String = "service") -> Question {
    Question(
      id: id, source: ColumnSource(name: "Q3"), label: LocalizedText("Service"),
      scale: Scale(minimum: 1, maximum: 5, labels: [.init(value: 5, text: "Good")], isReversed: true))
  }

  private func rows(_ sql: String, in store: ResponseStore) throws -> [[String]] {
    try DatabaseQueue(path: store.path).read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "NULL" : String.fromDatabaseValue($0) ?? "\($0)" }
      }
    }
  }

  @Test func addsAColumnForAQuestionOfALaterWave() throws {
    try withStore { store in
      try first.store(in: store)
      let survey = SampleFile.survey(extra: [service()])
      try SampleFile(
        survey: survey, name: "b.csv", digest: "bb",
        responses: [SampleResponse(Rating(1), .skipped, "s", wave: "B")]
      ).store(in: store)
      let table = try store.responses(of: survey)
      #expect(table.ratings["service"] == [.notShown, .notShown, Rating(3)])
      #expect(table.ratings["price"] == [Rating(3), .dontKnow, .skipped])
      #expect(table.segments["region"]?.levels == ["s", "n"])
      #expect(
        try rows("SELECT id, position FROM question ORDER BY position", in: store)
          == [["score", "1"], ["price", "2"], ["region", "3"], ["service", "4"]])
      #expect(
        try rows("SELECT missing FROM response ORDER BY response", in: store)
          == [["...n"], [".ddn"], [".s"]])
    }
  }

  @Test func countsAQuestionThatIsNoLongerAskedAsNotShown() throws {
    try withStore { store in
      var asked = first
      asked.survey = SampleFile.survey(extra: [service()])
      try asked.store(in: store)
      try SampleFile(
        name: "b.csv", digest: "bb", responses: [SampleResponse(Rating(1), Rating(2), "s", wave: "B")]
      ).store(in: store)
      #expect(try store.responses().ratings["service"] == [Rating(3), Rating(3), .notShown])
    }
  }

  @Test func tellsOtherProgramsWhyAnAnswerIsMissing() throws {
    try withStore { store in
      try first.store(in: store)
      let counts = """
        SELECT substr(missing, position, 1), count(*) FROM response JOIN question ON id = 'price' GROUP BY 1
        """
      #expect(try rows(counts, in: store) == [["NULL", "1"], ["d", "1"]])
      #expect(try rows("SELECT avg(price), count(price) FROM response", in: store) == [["3.0", "1"]])
    }
  }

  @Test func holdsTheLabelsAndScales() throws {
    try withStore { store in
      var file = first
      file.survey = SampleFile.survey(extra: [service()])
      try file.store(in: store)
      let questions = """
        SELECT id, kind, isOutcome, header, label, scaleMinimum, scaleMaximum, isReversed FROM question
        ORDER BY position
        """
      #expect(
        try rows(questions, in: store) == [
          ["score", "rating", "1", "Q1", "Score", "0", "10", "0"],
          ["price", "rating", "0", "Q2", "Price", "1", "5", "0"],
          ["service", "rating", "0", "Q3", "Service", "1", "5", "1"],
          ["region", "segment", "0", "R", "Regio", "NULL", "NULL", "0"],
        ])
      let values =
        "SELECT question, code, language, label FROM valueLabel ORDER BY question, position, language"
      #expect(
        try rows(values, in: store) == [
          ["region", "s", "nl", "Zuid"], ["region", "n", "en", "North"], ["region", "n", "nl", "Noord"],
          ["service", "5", "nl", "Good"],
        ])
      #expect(
        try rows("SELECT title, language, isSimulated FROM survey", in: store) == [["Sample", "nl", "0"]])
    }
  }

  @Test func refusesAQuestionThatBecameASegment() throws {
    try withStore { store in
      try first.store(in: store)
      let outcome = SampleFile.survey().outcome
      let price = Segment(id: "price", source: ColumnSource(name: "Q2"), label: LocalizedText("Price"))
      let survey = Survey(title: LocalizedText("Sample"), outcome: outcome, segments: [price])
      let file = SampleFile(survey: survey, digest: "bb")
      #expect(throws: StoreError.kindChanged(question: "price")) { try file.store(in: store) }
    }
  }

  @Test func refusesAChangedScale() throws {
    try withStore { store in
      try first.store(in: store)
      let file = SampleFile(
        survey: SampleFile.survey(priceScale: Scale(minimum: 1, maximum: 10)), name: "b.csv", digest: "bb")
      #expect(throws: StoreError.scaleChanged(question: "price", stored: "1–5", wanted: "1–10")) {
        try file.store(in: store, .replace)
      }
    }
  }

  @Test(arguments: ["weight", "Response", "missing"])
  func refusesTheNamesOfItsOwnColumns(name: String) throws {
    try withStore { store in
      let file = SampleFile(survey: SampleFile.survey(extra: [service(name)]))
      #expect(throws: StoreError.reservedName(question: name)) { try file.store(in: store) }
      #expect(!store.exists)
    }
  }

  @Test func refusesNamesThatDifferOnlyInCase() throws {
    try withStore { store in
      let file = SampleFile(survey: SampleFile.survey(extra: [service("Price")]))
      #expect(throws: StoreError.sameName(question: "Price", other: "price")) { try file.store(in: store) }
    }
  }

  @Test func takesNamesThatAreWordsOfSQL() throws {
    try withStore { store in
      var file = first
      file.survey = SampleFile.survey(extra: [service("select"), service("a\"b"), service("group by")])
      try file.store(in: store)
      #expect(try store.responses().ratings["a\"b"] == [Rating(3), Rating(3)])
    }
  }

  @Test(arguments: ["PRAGMA foreign_key_check", "PRAGMA integrity_check"])
  func keepsItsOwnConstraints(check: String) throws {
    try withStore { store in
      var changed = first
      changed.digest = "bb"
      try first.store(in: store)
      try changed.store(in: store, .replace)
      try changed.store(in: store, .replace)
      let found = try rows(check, in: store)
      #expect(found.allSatisfy { $0 == ["ok"] })
    }
  }

  @Test func keepsTheDatabaseFromHoldingAnAnswerOffTheScale() throws {
    try withStore { store in
      try first.store(in: store)
      #expect(throws: DatabaseError.self) {
        try DatabaseQueue(path: store.path).write { try $0.execute(sql: "UPDATE response SET score = 11") }
      }
    }
  }
}
