import Foundation
import HTML
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct HTMLFormatterTests {
  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("\"quoted\" and 'single'", "&quot;quoted&quot; and &#39;single&#39;"),
    ("bell\u{7} and nul\u{0}", "bell and nul"),
    ("é 日本 🙂", "é 日本 🙂"),
  ])
  func escapesTextOnOutput(text: String, expected: String) {
    #expect(HTMLFormatter.escaped(text) == expected)
    #expect(HTMLFormatter().text(of: .p(nil, .text(text))) == "<p>\(expected)</p>\n")
  }

  @Test func escapesAttributeValues() {
    let node = HTMLNode.element("a", [HTMLAttribute("href", "?a=1&b=\"><script>")], ["x"])
    #expect(
      HTMLFormatter().text(of: node) == "<a href=\"?a=1&amp;b=&quot;&gt;&lt;script&gt;\">x</a>\n")
  }

  @Test func keepsAttributesInOrder() {
    let node = HTMLNode.element("rect", [HTMLAttribute("y", 2.0), HTMLAttribute("x", 1.0), .class("b")])
    #expect(HTMLFormatter().text(of: node) == "<rect y=\"2\" x=\"1\" class=\"b\" />\n")
  }

  @Test func indentsStructureAndKeepsRunningTextTogether() {
    let node = HTMLNode.div("box", [.p(nil, "one ", .strong("two"), " three"), .div("empty", [])])
    let expected = """
      <div class="box">
       <p>one <strong>two</strong> three</p>
       <div class="empty"></div>
      </div>

      """
    #expect(HTMLFormatter().text(of: node) == expected)
  }

  @Test func writesAFragmentWithoutATag() {
    let node = HTMLNode.fragment([.text("a"), .empty, .text("b")])
    #expect(HTMLFormatter().text(of: .p(nil, node)) == "<p>ab</p>\n")
    #expect(HTMLNode.empty.isEmpty && HTMLNode.fragment([.empty, .fragment([])]).isEmpty && !node.isEmpty)
  }

  @Test(arguments: ["<script>alert(1)</script>", "]]>", "&amp;", "\u{FFFE}\u{1}", "a\u{0}b"])
  func staysWellFormedWhateverTheText(text: String) throws {
    let svg = HTMLNode.svg(id: "x", width: 10, height: 10.5, title: text, description: text, [.g([], [])])
    let page = HTMLNode.element("html", [HTMLAttribute("lang", text)], [.p("\(text)", .text(text)), svg])
    let parser = XMLParser(data: Data(HTMLFormatter().document(page).utf8))
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
  }

  @Test func tiesTitleAndDescriptionToTheDrawing() {
    let svg = HTMLNode.svg(id: "c", width: 880, height: 20, title: "T", description: "D", [])
    let text = HTMLFormatter().text(of: svg)
    #expect(text.contains("role=\"img\" aria-labelledby=\"c-title c-desc\""))
    #expect(text.contains("<title id=\"c-title\">T</title>"))
    #expect(text.contains("<desc id=\"c-desc\">D</desc>"))
  }
}
