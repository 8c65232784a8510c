import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

/// Files damaged at random: whatever is in them, reading ends with an account or with an `ImportError`.
@Suite("Damaged files")
struct DamagedFileTests {
  private static func damaged(_ bytes: [UInt8], _ generator: inout SplitMix) -> [UInt8] {
    var bytes = bytes
    let special = Array("\"\",;\t|\r\n:-[]{}#&*!%@`'>\\ \u{FEFF}é".utf8) + [0, 0xFF, 0xC3, 0x80]
    for _ in 0...(generator.next() % 6) where !bytes.isEmpty {
      let place = generator.next() % bytes.count
      switch generator.next() % 4 {
      case 0: bytes[place] = special[generator.next() % special.count]
      case 1: bytes.insert(special[generator.next() % special.count], at: place)
      case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + generator.next() % 9))
      default:
        bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + generator.next() % 40)], at: place)
      }
    }
    return bytes
  }

  @Test("Exports", arguments: 0..<20)
  func exports(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    let survey = try ExportFixture.survey()
    let original = try [UInt8](Data(contentsOf: ExportFixture.folder.appending(path: "clean.csv")))
    for _ in 0..<25 {
      try ExportFixture.withFile(Self.damaged(original, &generator)) { path in
        var sink = RecordingSink()
        do {
          let file = try ResponseFile(at: path)
          _ = try? SurveyDraft(of: file)
          let summary = try ResponseReader(for: survey).read(file, into: &sink)
          #expect(summary.rowsStored + summary.rowsRejected == summary.rowsRead)
          #expect(summary.rowsStored == sink.ratings.count)
          #expect(summary.rowsRejected == sink.rejected.count)
        } catch let error as ImportError {
          #expect(error.diagnostics.contains { $0.severity == .error })
        }
      }
    }
  }

  @Test("Survey files", arguments: 0..<20)
  func surveyFiles(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    let url = SurveyFileReaderTests.folder.appending(path: "complete.yaml")
    let original = try [UInt8](Data(contentsOf: url))
    for _ in 0..<50 {
      let text = String(decoding: Self.damaged(original, &generator), as: UTF8.self)
      do throws(ImportError) {
        let survey = try SurveyFileReader().read(text, file: "survey.yaml").survey
        let again = SurveyFileWriter().text(of: survey)
        #expect(try SurveyFileReader().read(again, file: "survey.yaml").survey == survey)
      } catch {
        #expect(error.diagnostics.contains { $0.severity == .error })
      }
    }
  }

  @Test("Deep nesting, many keys and aliases end soon")
  func hostileSurveyFiles() {
    let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\n"
    let texts = [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 50_000), bomb,
      (0..<2000).map { "key\($0): 1\n" }.joined(),
    ]
    for text in texts {
      #expect(throws: ImportError.self) { try SurveyFileReader().read(text, file: "survey.yaml") }
    }
  }
}
