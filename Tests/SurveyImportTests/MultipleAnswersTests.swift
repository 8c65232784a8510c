import SurveyModel
import Testing

@testable import SurveyImport

@Suite("Several answers in one cell")
struct MultipleAnswersTests {
  private func column(_ cells: [String]) -> ColumnProfile {
    var column = ColumnProfile(header: "used")
    for cell in cells { column.add(cell, decimalMark: Dialect.comma) }
    return column
  }

  @Test("Options that hold the mark themselves stay whole")
  func options() throws {
    let hours = "Opening hours, weekend"
    let cells = (0..<60).map { row in
      [row % 2 == 0 ? "Price" : "", row % 3 == 0 ? hours : "", row % 5 < 3 ? "Web" : ""]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let answers = try #require(MultipleAnswers(in: column(cells)))
    #expect(Set(answers.options) == ["Price", hours, "Web"])
    #expect(answers.separator == ",")
  }

  @Test("Open text and single answers are no options")
  func others() {
    let text = (0..<60).map { "I like it, because of reason \($0), and the \($0 * 7)th thing" }
    #expect(MultipleAnswers(in: column(text)) == nil)
    #expect(MultipleAnswers(in: column((0..<60).map { ["North", "South"][$0 % 2] })) == nil)
  }

  @Test("An option is found between marks, not within another word")
  func chosen() {
    let option = OptionText("Web")
    for cell in ["Web", "price;web", "Web , shop", "a | WEB", "a / web / b"] {
      #expect(option.isChosen(in: FoldedText(cell)))
    }
    for cell in ["", "Website", "my web", "Webshop, price"] {
      #expect(!option.isChosen(in: FoldedText(cell)))
    }
  }

  @Test("Each option becomes a segment of yes and no, and the draft reads back")
  func draft() throws {
    let rows = (0..<80).map { row in
      "\(row % 11),\(1 + row % 5),\(1 + row % 4),\(["Price; Web", "Web", "Shop", ""][row % 4])"
    }
    let text = "nps,price,service,used\n" + rows.joined(separator: "\n") + "\n"
    try ExportFixture.withFile(Array(text.utf8)) { path in
      let file = try ResponseFile(at: path)
      let draft = try SurveyDraft(of: file)
      let segments = draft.survey.segments
      #expect(Set(segments.compactMap(\.option)) == ["Price", "Web", "Shop"])
      #expect(try SurveyFileReader().read(draft.surveyFile, file: "s").survey == draft.survey)
      var sink = RecordingSink()
      let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
      let web = try #require(summary.columns.first { $0.id == "used-web" })
      #expect(web.answered == 60 && web.missing == [.skipped: 20])
      let index = try #require(segments.firstIndex { $0.id == "used-web" })
      #expect(sink.categories.filter { $0[index] == 0 }.count == 40)
    }
  }

  @Test("ISO 8859-15 is told from Windows-1252 by its euro sign and letters")
  func latin() throws {
    let cases: [([UInt8], String)] = [
      ([0xA4, 0x20, 0x35], "€ 5"), ([0x63, 0xBD, 0x75, 0x72], "cœur"), ([0xA6, 0x69, 0x6D], "Šim"),
      ([0x80, 0x20, 0x35], "€ 5"), ([0x35, 0xBD, 0x20, 0xE9], "5½ é"),
    ]
    for (bytes, text) in cases {
      let file = Array("nps,regio\n9,".utf8) + bytes + Array("\n8,N\n".utf8)
      try ExportFixture.withFile(file) { path in
        var scanner = try ResponseFile(at: path).scanner(Dialect(delimiter: Dialect.comma))
        #expect(try scanner.next())
        #expect(try scanner.next())
        #expect(scanner.text(of: 1) == text)
      }
    }
  }
}
