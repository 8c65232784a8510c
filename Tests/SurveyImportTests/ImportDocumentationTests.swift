import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

@Suite("docs/importing.md and docs/survey-file.md")
struct ImportDocumentationTests {
  private func page(_ name: String) throws -> String {
    try String(contentsOf: Fixture.url("docs/\(name)"), encoding: .utf8)
  }

  /// The blocks of a language on a page.
  private func blocks(_ language: String, in page: String) -> [String] {
    page.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  private func headings(_ page: String) -> [String] {
    page.components(separatedBy: "\n").filter { $0.hasPrefix("### `") }.map {
      $0.dropFirst(5).prefix { $0 != "`" }.description
    }
  }

  @Test("Every code has one heading, and every heading a code")
  func codes() throws {
    let found = try headings(page("importing.md")) + headings(page("survey-file.md"))
    #expect(found.sorted() == ImportCode.allCases.map(\.rawValue).sorted())
  }

  @Test("Every example is what the code says, and carries the code of its heading")
  func examples() throws {
    let corpus = Set(try DiagnosticCorpus.texts())
    if let path = ProcessInfo.processInfo.environment["CORPUS"] {
      try corpus.sorted().joined(separator: "\n\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
    for name in ["importing.md", "survey-file.md"] {
      for section in try page(name).components(separatedBy: "\n### `").dropFirst() {
        let code = section.prefix { $0 != "`" }
        let examples = blocks("text", in: section)
        #expect(examples.count == 1, "\(code)")
        for example in examples {
          #expect(corpus.contains(example), "\(code)")
          #expect(example.contains("[\(code)]"))
        }
      }
    }
  }

  @Test("Every code is given by some test")
  func allCodesOccur() throws {
    let corpus = try DiagnosticCorpus.texts()
    for code in ImportCode.allCases {
      #expect(corpus.contains { $0.contains("[\(code.rawValue)]") }, "\(code.rawValue)")
    }
  }

  @Test("Every survey.yaml in the docs can be read")
  func surveyFiles() throws {
    let blocks = blocks("yaml", in: try page("survey-file.md"))
    #expect(!blocks.isEmpty)
    for block in blocks where block.contains("outcome:") {
      let result = try SurveyFileReader().read(block, file: "survey.yaml")
      #expect(result.diagnostics.allSatisfy { $0.severity != .error })
    }
  }

  @Test("Every key of the format has its place in the docs")
  func keys() throws {
    let text = try page("survey-file.md")
    let pieces = try blocks("yaml", in: text).flatMap { try SurveyFileWriterKeys.keys(in: $0) }
    for key in SurveyFileParser.allKeys { #expect(pieces.contains(key), "\(key)") }
  }
}

/// The keys that occur in a YAML text, by their look.
enum SurveyFileWriterKeys {
  static func keys(in yaml: String) throws -> Set<String> {
    let pattern = try Regex("([a-z][a-z-]*):")
    return Set(yaml.matches(of: pattern).compactMap { $0.output[1].substring.map(String.init) })
  }
}
