import Testing

@testable import SurveyReport

@Suite struct TextMetricsTests {
  @Test(arguments: 0..<12)
  func wrapsWithinTheWidth(index: Int) {
    let name = Sample.longName(index)
    for width in [90.0, 150, 178] {
      let lines = TextMetrics.wrap(name, width: width, size: 13.5, bold: true, maximumLines: 9)
      #expect(lines.allSatisfy { TextMetrics.width($0, size: 13.5, bold: true) <= width })
      let letters = name.filter { $0 != " " && $0 != "-" }
      #expect(lines.joined().filter { $0 != " " && $0 != "-" } == letters, "Nothing is lost.")
    }
  }

  @Test func cutsWithAnEllipsis() {
    let lines = TextMetrics.wrap("one two three four five", width: 40, size: 12, maximumLines: 2)
    #expect(lines.count == 2)
    #expect(lines[1].hasSuffix("…"))
    #expect(TextMetrics.width(lines[1], size: 12) <= 40)
  }

  @Test func breaksAtSpacesAndHyphens() {
    #expect(TextMetrics.wrap("prijs-kwaliteit", width: 70, size: 13.5) == ["prijs-", "kwaliteit"])
    #expect(TextMetrics.wrap("kort", width: 70, size: 13.5) == ["kort"])
    #expect(TextMetrics.wrap("", width: 70, size: 13.5) == [""])
  }

  @Test func measuresWideScripts() {
    #expect(TextMetrics.width("日本", size: 10) == 20)
    #expect(TextMetrics.width("e\u{301}", size: 10) == TextMetrics.width("e", size: 10))
    #expect(TextMetrics.width("mm", size: 10, bold: true) > TextMetrics.width("mm", size: 10))
  }
}
