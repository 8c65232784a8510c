import Foundation
import GRDB
import SurveyModel
import Testing

@testable import SurveyStore

@Suite struct StagedResponsesTests {
  private let file = SampleFile(responses: [
    SampleResponse(Rating(7), Rating(3), "n", wave: "A", respondent: "r1"),
    SampleResponse(Rating(9), .skipped, "s", wave: "A", respondent: "r2"),
  ])

  private func nextFile() -> SampleFile {
    var next = SampleFile(name: "b.csv", digest: "bb")
    next.responses = [SampleResponse(Rating(0), Rating(1), nil, wave: "B", respondent: "r3")]
    return next
  }

  /// Without the short way through SQLite an import is right, but takes half as long again.
  @Test func movesRowsWithoutTakingThemApart() throws {
    try withStore { store in
      try file.store(in: store)
      try store.writing { database in
        let staged = try StagedResponses(in: database, at: store.path)
        let next = staged.nextRow
        #expect(next == 3)
        let plan = try Row.fetchAll(database, sql: "EXPLAIN \(StagedResponses.move)")
        let steps = Set(plan.map { $0["opcode"] as String })
        #expect(steps.contains("RowData") || steps.contains("RowCell"))
        #expect(!steps.contains("Column") && !steps.contains("MakeRecord"))
        return .rollback
      }
    }
  }

  @Test func numbersRowsOnwards() throws {
    try withStore { store in
      try file.store(in: store)
      try nextFile().store(in: store)
      let rows = try DatabaseQueue(path: store.path).read {
        try Row.fetchAll($0, sql: "SELECT response, import, respondent, missing FROM response ORDER BY 1")
      }
      #expect(rows.map { $0["response"] as Int } == [1, 2, 3])
      #expect(rows.map { $0["import"] as Int } == [1, 1, 2])
      #expect(rows.map { $0["respondent"] as String } == ["r1", "r2", "r3"])
      #expect(rows.map { $0["missing"] as String? } == [nil, ".s", "..d"])
    }
  }

  /// Rows longer than a page, and columns whose names need quotes.
  @Test func storesLongRowsAndOddNames() throws {
    try withStore { store in
      let odd = Question(
        id: "order", source: ColumnSource(name: "Q3"), label: LocalizedText("Order"),
        scale: Scale(minimum: 1, maximum: 5))
      let names = (1...40).map { String(repeating: "é\($0)", count: $0 * 900) }
      var long = SampleFile(survey: SampleFile.survey(extra: [odd]))
      long.responses = names.map { SampleResponse(Rating(5), Rating(5), $0, respondent: "r" + $0) }
      try long.store(in: store)
      try DatabaseQueue(path: store.path).read { database in
        #expect(try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"])
        let stored = try String.fetchAll(database, sql: "SELECT region FROM response ORDER BY line")
        #expect(stored == names)
        #expect(try Int.fetchOne(database, sql: "SELECT sum(\"order\") FROM response") == 120)
      }
    }
  }

  @Test func leavesNoFileBehind() throws {
    try withStore { store in
      let folder = URL(filePath: store.path).deletingLastPathComponent().path
      _ = try store.importResponses(of: file.survey, fileName: "a.csv", digest: "aa") { writer in
        let summary = try file.write(into: &writer)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(names).isSubset(of: ["responses.sqlite", "responses.sqlite-journal"]))
        return summary
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["responses.sqlite"])
    }
  }

  /// Were the second file read too early, SQLite would not see what was added: that must not pass in silence.
  @Test func storesAllRowsOrNone() throws {
    try withStore { store in
      #expect(throws: StoreError.corrupt(path: store.path)) {
        try store.writing { database in
          var staged = try StagedResponses(in: database, at: store.path)
          let early = try Int.fetchOne(database, sql: "SELECT count(*) FROM staged.response")
          #expect(early == 0)
          var record = ByteBuffer(capacity: 8)
          record.append(recordOf: RecordPart(columns: 0), RecordPart(columns: 0))
          try staged.append(record.content)
          try staged.moveToDatabase()
          return .commit
        }
      }
      #expect(!store.exists)
    }
  }
}
