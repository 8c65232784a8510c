import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

@Suite("What a user is told about a file")
struct ExportAccountTests {
  static let names = [
    "clean", "scores", "drivers", "segments", "weights", "dates", "waves", "ragged", "blank-rows",
    "unclosed-quote", "cut-row", "stray-quote", "duplicate-header", "duplicate-unused-header",
    "missing-columns",
    "missing-outcome", "missing-weight-and-wave", "folded-headers", "header-only", "empty", "blank",
    "windows-1252", "utf-16", "zip", "gzip", "spss", "zeros", "old-mac", "no-line-end", "broken-letters",
    "title-lines", "qualtrics",
  ]

  @Test("The account of a file, diagnostic for diagnostic", arguments: names)
  func account(name: String) throws {
    let account = try ExportFixture.account(of: "\(name).csv")
    let snapshot = ExportFixture.folder.appending(path: "\(name).diagnostics")
    #expect(Snapshot.difference(of: account, from: snapshot) == nil)
  }

  @Test("Every file of the folder has its test")
  func allFilesAreRead() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: ExportFixture.folder.path)
    #expect(Set(files.filter { $0.hasSuffix(".csv") }) == Set(Self.names.map { "\($0).csv" }))
  }

  @Test("Answers, kinds of missing, weights, dates and waves of a clean file")
  func cleanFile() throws {
    var sink = RecordingSink()
    let file = try ResponseFile(at: ExportFixture.path("clean.csv"))
    let summary = try ResponseReader(for: ExportFixture.survey()).read(file, into: &sink)
    #expect(
      sink.ratings == [
        [Rating(9), Rating(4), Rating(8)], [.dontKnow, Rating(5), .dontKnow],
        [.notShown, .skipped, Rating(10)], [Rating(8), Rating(4), Rating(10)],
      ])
    #expect(sink.categories == [[0], [1], [-1], [2]])
    #expect(sink.weights == [1.05, 0.5, 0, 2])
    let days = [(2026, 2, 3), (2026, 2, 4), (2025, 12, 31)].map {
      CalendarDate(year: $0.0, month: $0.1, day: $0.2)?.daysSince1970
    }
    #expect(sink.dates.map(Optional.some) == days + [ResponseBatch.noDate])
    #expect(sink.waves == ["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q1"])
    #expect(sink.lines == [2, 4, 5, 6])
    #expect(summary.zeroWeights == 1)
    #expect(summary.waves == ["2026-Q1", "2026-Q2"])
    #expect(summary.ignoredHeaders == ["naam", "toelichting"])
    #expect(summary.columns.map(\.id) == ["nps", "prijs", "service", "regio"])
    #expect(summary.columns[0].missing == [.dontKnow: 1, .notShown: 1])
    #expect(summary.columns[1].missing == [.skipped: 1])
    #expect(summary.columns[3].answered == 3)
  }

  @Test("Letters of other encodings arrive", arguments: ["windows-1252", "utf-16"])
  func encodings(name: String) throws {
    let file = try ResponseFile(at: ExportFixture.path("\(name).csv"))
    let layout = try FileLayout(of: file, format: FileFormat())
    var scanner = try file.scanner(layout.dialect)
    try layout.skipHeader(&scanner, in: file)
    #expect(try scanner.next(in: file))
    #expect(scanner.text(of: 7).hasPrefix("René"))
  }

  @Test("A rejected row keeps its place, column and reason, and nothing else of the row")
  func rejectedRow() throws {
    var sink = RecordingSink()
    let file = try ResponseFile(at: ExportFixture.path("scores.csv"))
    _ = try ResponseReader(for: ExportFixture.survey()).read(file, into: &sink)
    #expect(sink.rejected.map(\.line) == [3, 4, 5, 6, 7])
    #expect(sink.rejected.map(\.cell) == ["11", "-1", "7.5", "ten", "te \"duur\""])
    #expect(sink.rejected.allSatisfy { $0.column == "aanbeveling" })
    #expect(sink.rejected[0].code == "value-off-scale")
    #expect(sink.ratings.map { $0[0] } == [Rating(10), .skipped])
  }
}
