import SurveyModel
import Testing

@Suite struct DiagnosticFormatterTests {
  @Test func writesPlaceSummaryCodeExcerptAndFix() {
    let diagnostic = Diagnostic(
      .error, code: "value-off-scale", at: SourceLocation(file: "responses.csv", line: 118, column: 6),
      summary: "\"eleven\" is not on the 0–10 scale of `nps`", excerpt: "eleven",
      fix: "correct the cell, or list it under `missing:`")
    let expected = """
      responses.csv:118:6: error: "eleven" is not on the 0–10 scale of `nps` [value-off-scale]
      118 | eleven
      fix: correct the cell, or list it under `missing:`
      """
    #expect(DiagnosticFormatter().text(of: diagnostic) == expected)
  }

  @Test func leavesOutWhatIsNotThere() {
    let diagnostic = Diagnostic(
      .note, code: "empty-file", at: SourceLocation(file: "responses.csv"), summary: "it is empty")
    #expect(DiagnosticFormatter().text(of: diagnostic) == "responses.csv: note: it is empty [empty-file]")
  }

  @Test func keepsAnExcerptOnOneShortLine() {
    let diagnostic = Diagnostic(
      .error, code: "c", at: SourceLocation(file: "f", line: 2), summary: "s",
      excerpt: "a\nb\u{1B}[31m" + String(repeating: "x", count: 300))
    let lines = DiagnosticFormatter().text(of: diagnostic).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("2 | a b[31mxxx"))
    #expect(lines[1].hasSuffix("x…"))
    #expect(lines[1].count == 124)
  }
}
