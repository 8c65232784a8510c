import Testing

@testable import SurveyReport

@Suite struct FormatTests {
  private let table = ResultTable(
    columns: [ResultTable.Column("Group"), ResultTable.Column("n", .trailing)],
    rows: [
      [.text("=SUM(A1)"), .number("-12")], [.text("a, \"b\"\nc"), .empty], [.text("日本"), .number("+3")],
      [.text("heading that is long"), .empty],
    ])

  @Test(arguments: ["=1+1", "+1+1", "-1-1", "-1.", "-", "@cmd", "＝1", "\tx", "\rx", "\nx", "-1,2,3"])
  func neutralisesFormulas(text: String) {
    let one = ResultTable(columns: [ResultTable.Column("a")], rows: [[.text(text)]])
    let line = CSVFormat.text(of: one).dropFirst(2)
    #expect(line.hasPrefix("'") || line.hasPrefix("\"'"))
  }

  @Test func leavesNumbersAndHarmlessTextAlone() {
    let one = ResultTable(
      columns: [ResultTable.Column("a")], rows: [[.number("-1.5")], [.text("a=b-c@d")], [.text("-12.5")]])
    #expect(CSVFormat.text(of: one) == "a\r\n-1.5\r\na=b-c@d\r\n-12.5\r\n")
  }

  @Test func quotesByRFC4180() {
    #expect(
      CSVFormat.text(of: table)
        == "Group,n\r\n'=SUM(A1),-12\r\n\"a, \"\"b\"\"\nc\",\r\n日本,+3\r\nheading that is long,\r\n")
  }

  @Test func alignsByDisplayWidth() {
    #expect(
      TextTableFormat.lines(of: table) == [
        "Group       n", "─────────────", "=SUM(A1)  -12", "a, \"b\" c", "日本       +3",
        "heading that is long",
      ])
  }

  @Test(
    arguments: [("abc", 3), ("日本", 4), ("e\u{301}", 1), ("🙂", 2), ("▲ +6", 4), ("\u{200B}", 0), ("", 0)]
      as [(String, Int)])
  func countsTerminalColumns(text: String, expected: Int) {
    #expect(DisplayWidth.columns(of: text) == expected)
  }

  @Test func escapesMarkdown() {
    let one = ResultTable(
      columns: [ResultTable.Column("a|b"), ResultTable.Column("n", .trailing)],
      rows: [[.text("<b>*x*</b>\nnext"), .number("1")]])
    #expect(
      MarkdownFormat.lines(of: one) == [
        "| a\\|b | n |", "| --- | ---: |", "| &lt;b>\\*x\\*&lt;/b> next | 1 |",
      ])
  }

  @Test func terminalTextHoldsNoControlCharacters() {
    let one = ResultTable(
      columns: [ResultTable.Column("a"), ResultTable.Column("b")], rows: [[.text("x\u{1B}[2Jy"), .text("z")]])
    #expect(TextTableFormat.lines(of: one).last == "x [2Jy  z")
  }
}
