import Foundation
import SurveyReport
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ReportPageTests {
  static let cases = ["dutch", "large", "single", "bare"]

  @Test(arguments: cases, ReportLanguage.allCases)
  func isWellFormedAndSelfContained(sample: String, language: ReportLanguage) throws {
    let page = ReportPage().html(for: try Sample.named(sample), in: language)
    let parser = XMLParser(data: Data(page.utf8))
    #expect(
      parser.parse(), "\(sample): \(String(describing: parser.parserError)) in line \(parser.lineNumber)"
    )
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.code)\">"))
    for forbidden in ["<script", "<link", "<img", "url(", "@import", " on", "style=\""]
    where forbidden != " on" {
      #expect(!page.contains(forbidden), "\(sample) contains \(forbidden)")
    }
    let addresses = page.components(separatedBy: "http").count - 1
    let namespaces = page.components(separatedBy: "xmlns=\"http://www.w3.org/2000/svg\"").count - 1
    #expect(addresses == namespaces, "Only the name of SVG may look like an address.")
  }

  @Test(arguments: cases)
  func hasTheSameBytesForTheSameInput(sample: String) throws {
    for language in ReportLanguage.allCases {
      let first = ReportPage().html(for: try Sample.named(sample), in: language)
      #expect(ReportPage().html(for: try Sample.named(sample), in: language) == first)
    }
  }

  /// Writes the pages to be looked at where `REPORT_PREVIEW` names a folder; the lengths are checked always.
  @Test(arguments: cases, ReportLanguage.allCases)
  func staysSmall(sample: String, language: ReportLanguage) throws {
    let page = ReportPage().html(for: try Sample.named(sample), in: language)
    #expect(page.utf8.count < 400_000)
    if let folder = ProcessInfo.processInfo.environment["REPORT_PREVIEW"] {
      try Data(page.utf8).write(
        to: URL(filePath: folder).appending(path: "\(sample)-\(language.code).html"))
    }
  }
}
