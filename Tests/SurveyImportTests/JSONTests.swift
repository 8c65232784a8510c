import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

@Suite("JSON as a table")
struct JSONTests {
  private static let yaml = """
    title: T
    outcome: {column: score}
    drivers: {price: {column: ratings.price, scale: 1-5}}
    segments: {region: {column: person.region}}
    """

  private static let objects = [
    #"{"score": 9, "ratings": {"price": 4}, "person": {"region": "N\u00e9"}}"#,
    #"{"person": {"region": "Z"}, "score": null, "ratings": {"price": 2, "service": 1}}"#,
    #"{"score": 0, "tags": ["a", "b"], "ratings": {}}"#,
  ]

  private static let all: [[Rating]] = [
    [Rating(9), Rating(4)], [.skipped, Rating(2)], [Rating(0), .skipped],
  ]

  private static func arranged(_ before: String, _ between: String, _ after: String) -> String {
    before + objects.joined(separator: between) + after
  }

  private static let arrangements: [String] = [
    arranged("", "\n", ""), arranged("", "\r\n", "\r\n"), arranged("\u{FEFF}", "", ""),
    arranged("[", ",", "]"),
    arranged("[\n  ", ",\n  ", "\n]\n"),
    arranged(#"{"page": 1, "more": {"a": [1]}, "responses": ["#, ", ", #"], "total": 3}"#),
  ]

  @Test(
    "Objects on lines, in a list, over several lines, and in a member give the same rows",
    arguments: JSONTests.arrangements)
  func arrangement(text: String) throws {
    let (summary, sink) = try ExportFixture.read(text, with: Self.yaml, name: "export.jsonl")
    #expect(sink.ratings == Self.all)
    #expect(sink.levels == [["Né", "Z"]])
    #expect(summary.rowsRejected == 0)
    #expect(Set(summary.ignoredHeaders) == ["ratings.service", "tags"])
  }

  @Test("A wrong value is placed by line and byte")
  func placed() throws {
    let text = Self.objects[0] + "\n" + #"{"ratings": {"price": 4},   "score": 12}"# + "\n" + Self.objects[2]
    let (summary, _) = try ExportFixture.read(text, with: Self.yaml, name: "export.jsonl")
    let error = try #require(summary.diagnostics.first { $0.code == "value-off-scale" })
    #expect(error.location.line == 2 && error.location.column == 38)
    #expect(error.excerpt == "12")
  }

  private static let faults: [(String, Int, Int)] = [
    ("{\"a\": 1}\n{\"a\": }", 2, 7), (#"[{"a": 1}, {"a": 2}"#, 1, 20), (#"{"a": "open"#, 1, 7),
    (#"[{"a": 1} {"a": 2}]"#, 1, 11), (#"{"a": 1e999}"#, 1, 7), (#"{"a": "\u12"}"#, 1, 12),
    (#"{"a" 1}"#, 1, 6),
  ]

  @Test("What is not JSON is refused with its place", arguments: JSONTests.faults)
  func broken(text: String, line: Int, column: Int) throws {
    let error = #expect(throws: ImportError.self) {
      try ExportFixture.withFile(Array(text.utf8)) { try ResponseFile(at: $0) }
    }
    #expect(error?.diagnostics.map(\.code) == ["json-syntax"])
    #expect(error?.diagnostics[0].location.line == line)
    #expect(error?.diagnostics[0].location.column == column)
  }

  @Test("Lists within a row: texts are joined, objects are numbered")
  func lists() throws {
    let text = (0..<3).map {
      #"{"id": \#($0), "reasons": ["price", "web, shop"], "answers": [{"q": "a", "v": 1}, {"q": "b", "v": 2}]}"#
    }
    try ExportFixture.withFile(Array(text.joined(separator: "\n").utf8)) { path in
      let file = try ResponseFile(at: path)
      let layout = try FileLayout(of: file, format: FileFormat())
      #expect(
        layout.headers == ["id", "reasons", "answers.1.q", "answers.1.v", "answers.2.q", "answers.2.v"])
      var scanner = try file.scanner(layout.dialect)
      #expect(try scanner.next())
      #expect(try scanner.next())
      #expect(scanner.text(of: 1) == "price; web, shop")
    }
  }

  @Test("Objects that nest without end and pairs of surrogates do no harm")
  func odd() throws {
    let deep = String(repeating: #"{"a": "#, count: 100_000)
    #expect(throws: ImportError.self) {
      try ExportFixture.withFile(Array(deep.utf8)) { try ResponseFile(at: $0) }
    }
    let text = #"{"score": 7, "person": {"region": "\ud83d\ude00 \ud83d x"}, "ratings": {"price": 1}}"#
    let (_, sink) = try ExportFixture.read(text + "\n" + text, with: Self.yaml, name: "export.jsonl")
    #expect(sink.levels == [["😀 \u{FFFD} x"]])
  }

  @Test("A row per answer in JSON becomes a row per respondent, and a draft reads it")
  func answers() throws {
    let rows = (0..<60).flatMap { respondent in
      [("How likely are you to recommend us?", respondent % 11), ("Price", 1 + respondent % 5)].map {
        #"{"respondentId": "r\#(respondent)", "question": "\#($0.0)", "answer": \#($0.1)}"#
      }
    }
    try ExportFixture.withFile(Array(rows.joined(separator: "\n").utf8), name: "export.jsonl") { path in
      let file = try ResponseFile(at: path)
      let draft = try SurveyDraft(of: file)
      #expect(draft.layout == "JSON, a row per answer, 3 columns")
      var sink = RecordingSink()
      let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
      #expect(summary.rowsStored == 60 && summary.rowsRejected == 0)
    }
  }
}
