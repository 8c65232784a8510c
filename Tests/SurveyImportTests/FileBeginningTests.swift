import Foundation
import SurveyModel
import Testing

@testable import SurveyImport

@Suite("Drafts from the beginning of a large file") struct FileBeginningTests {
  /// Forty thousand rows, every one with a text of two lines.
  private static let rows = (0..<40_000).map { row in
    (
      score: row * 7 % 11, price: 1 + row % 5,
      text: "Beste mensen,\n\(row) keer \"goed\" gebeld; dank voor de hulp, en tot ziens. " + "é…"
    )
  }

  private static func delimited(_ pad: Int) -> String {
    rows.reduce(into: "Hoe waarschijnlijk is het dat u ons aanbeveelt?;prijs;toelichting\r\n") { text, row in
      let quoted = row.text.replacing("\"", with: "\"\"") + String(repeating: "x", count: pad)
      text += "\(row.score);\(row.price);\"\(quoted)\"\r\n"
    }
  }

  private static func objects(between: String) -> String {
    rows.map { row in
      let words = row.text.replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
      return #"{"nps": \#(row.score), "price": \#(row.price), "comment": "\#(words)"}"#
    }.joined(separator: between)
  }

  private static func drafts(_ bytes: [UInt8]) throws -> (beginning: SurveyDraft, whole: SurveyDraft) {
    try ExportFixture.withFile(bytes) { path in
      let beginning = try ResponseFile(at: path, extent: .beginning)
      #expect(try #require(beginning.beginning).bytes.count <= FileBeginning.size)
      #expect(beginning.byteCount == bytes.count)
      return try (SurveyDraft(of: beginning), SurveyDraft(of: ResponseFile(at: path)))
    }
  }

  @Test func delimitedText() throws {
    let found = try Self.drafts(Array(Self.delimited(20).utf8))
    #expect(found.beginning == found.whole)
    #expect(found.beginning.rowsSeen == 5000)
  }

  @Test("Where the beginning has fewer rows than are looked at, it ends behind a row") func longRows() throws
  {
    let found = try Self.drafts(Array(Self.delimited(2000).utf8))
    #expect(found.beginning.survey == found.whole.survey)
    #expect((1500..<5000).contains(found.beginning.rowsSeen))
  }

  @Test func utf16() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in Self.delimited(50).utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let found = try Self.drafts(bytes)
    #expect(found.beginning == found.whole)
    #expect(found.beginning.layout.contains("UTF-16"))
  }

  @Test("A packed file of many times as much text as is looked at") func packed() throws {
    let text = Array(Self.delimited(400).utf8)
    #expect(text.count > 4 * FileBeginning.size)
    let bytes = try ExportFixture.withFile(text) { path in try Self.packed(path) }
    #expect(bytes.starts(with: [0x1F, 0x8B]) && bytes.count < text.count / 4)
    let found = try Self.drafts(bytes)
    #expect(found.beginning == found.whole)
    #expect(found.beginning.rowsSeen == 5000)
  }

  /// A file as `gzip` packs it.
  private static func packed(_ path: String) throws -> [UInt8] {
    let (gzip, pipe) = (Process(), Pipe())
    gzip.executableURL = URL(filePath: "/usr/bin/env")
    gzip.arguments = ["gzip", "--stdout", path]
    gzip.standardOutput = pipe
    try gzip.run()
    let data = try pipe.fileHandleForReading.readToEnd()
    gzip.waitUntilExit()
    return Array(data ?? Data())
  }

  @Test(arguments: [
    ("", "\n", ""), ("[", ",", "]"), ("[\n", ",\n  ", "\n]"), ("{\"responses\": [", ",", "]}"),
  ])
  func json(before: String, between: String, after: String) throws {
    let found = try Self.drafts(Array((before + Self.objects(between: between) + after).utf8))
    #expect(found.beginning.survey == found.whole.survey)
    #expect(found.beginning.rowsSeen == 5000)
  }
}
