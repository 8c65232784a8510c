import Foundation
import GRDB
import SurveyModel
import TestSupport
import Testing

@testable import SurveyStore

@Suite struct LabelledResponsesTests {
  /// A survey with questions of the example's names.
  private static let survey: Survey = {
    func question(_ id: String, _ scale: Scale) -> Question {
      Question(id: id, source: ColumnSource(name: id), label: LocalizedText(id), scale: scale)
    }
    let east = Segment.Value(code: "2", label: LocalizedText(translations: [("en", "East"), ("nl", "Oost")]))
    let south = Segment.Value(code: "3", label: LocalizedText(translations: [("en", "South's end")]))
    return Survey(
      title: LocalizedText("Example"), language: "nl", outcome: question("aanbevelen", .recommendation),
      drivers: [question("servicesnelheid", Scale(minimum: 1, maximum: 10))],
      segments: [
        Segment(
          id: "regio", source: ColumnSource(name: "regio"), label: LocalizedText("Regio"),
          values: [east, south])
      ],
      weight: ColumnSource(name: "W"), wave: .column(ColumnSource(name: "V")))
  }()

  private static let file = SampleFile(
    survey: survey,
    responses: [
      SampleResponse(Rating(9), Rating(8), "2", wave: "A", weight: 3),
      SampleResponse(Rating(3), .notShown, "2", wave: "A", weight: 1),
      SampleResponse(Rating(8), Rating(5), "3", wave: "A", weight: 2),
      SampleResponse(Rating(0), Rating(4), "3", wave: "B", weight: 2),
      SampleResponse(.skipped, .dontKnow, "2", wave: "B", weight: 1),
    ])

  private func rows(_ sql: String, in store: ResponseStore) throws -> [[String]] {
    try DatabaseQueue(path: store.path).read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { $0.isNull ? "NULL" : String.fromDatabaseValue($0) ?? "\($0)" }
      }
    }
  }

  /// The queries of docs/store.md that stand between fences.
  private func documentedQueries() throws -> [String] {
    let page = try String(contentsOf: Fixture.url("docs/store.md"), encoding: .utf8)
    return page.components(separatedBy: "```sql\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
  }

  @Test func answersTheQueriesOfTheDocumentation() throws {
    try withStore { store in
      try Self.file.store(in: store)
      let results = try documentedQueries().map { try rows($0, in: store) }
      try #require(results.count == 3)
      #expect(results[0] == [["Oost", "50.0", "2"], ["South's end", "-50.0", "2"]])
      #expect(
        results[1] == [
          ["A", "Oost", "8.0", "1"], ["A", "South's end", "5.0", "1"],
          ["B", "Oost", "NULL", "0"], ["B", "South's end", "4.0", "1"],
        ])
      #expect(
        results[2] == [
          ["aanbevelen", "s", "1"], ["servicesnelheid", "d", "1"], ["servicesnelheid", "n", "1"],
        ])
    }
  }

  @Test func keepsCodesWithoutALabelAndFollowsNewQuestionsAndLabels() throws {
    try withStore { store in
      try SampleFile(
        digest: "aa",
        responses: [
          SampleResponse(Rating(7), Rating(3), "n", wave: "A"),
          SampleResponse(Rating(7), Rating(3), "x", wave: "A"),
          SampleResponse(Rating(7), Rating(3), nil, wave: "A"),
        ]
      ).store(in: store)
      let regions = "SELECT region FROM labelledResponse ORDER BY response"
      #expect(try rows(regions, in: store) == [["Noord"], ["x"], ["NULL"]])
      let extra = Question(
        id: "it's \"new\"", source: ColumnSource(name: "Q3"), label: LocalizedText("New"),
        scale: Scale(minimum: 1, maximum: 5))
      try SampleFile(
        survey: SampleFile.survey(extra: [extra]), name: "b.csv", digest: "bb",
        responses: [SampleResponse(Rating(1), Rating(2), "s", wave: "B")]
      ).store(in: store)
      #expect(
        try rows("SELECT region, \"it's \"\"new\"\"\" FROM labelledResponse ORDER BY response", in: store)
          == [["Noord", "NULL"], ["x", "NULL"], ["NULL", "NULL"], ["Zuid", "3"]])
    }
  }
}
