import Foundation
import SurveyAnalysis
import SurveyModel
import SurveyReport
import TestSupport
import Testing

/// docs/json.md names every key that is written, and no key that is not.
@Suite struct JSONDocumentationTests {
  private func outputs() throws -> [String] {
    let survey = Sample.dutchSurvey()
    return [
      try ScoreOutput.text(of: Sample.dutchScore, survey: survey, language: .english, as: .json),
      try TrendOutput.text(of: Sample.dutchTrend, survey: survey, language: .english, as: .json),
      try DriverOutput.text(
        of: Sample.ranking(Sample.dutchRanking.drivers, ties: [1...2], findings: [.unstableCovariance]),
        survey: survey, language: .english, as: .json),
      try SegmentDriverOutput.text(
        of: Sample.dutchRanking, by: Sample.dutchGroups, survey: survey, language: .english, as: .json),
      try DiagnosticsOutput.text(
        of: DataQuality(of: Sample.ratedSurvey, Sample.ratedTable()), survey: Sample.ratedSurvey,
        language: .english, as: .json),
      try SensitivityOutput.text(
        of: SensitivityPanel(of: Sample.ratedSurvey, Sample.ratedTable()), survey: Sample.ratedSurvey,
        language: .english, as: .json),
      try ImportOutput.text(of: summary, survey: survey, language: .english, as: .json),
      try CheckOutput.text(of: account, waves, survey: survey, language: .english, as: .json),
    ]
  }

  private var summary: ImportSummary {
    var summary = ImportSummary(fileName: "export.csv", digest: "0123")
    summary.columns = [ImportSummary.Column(id: "score", header: "Score")]
    summary.diagnostics = [
      Diagnostic(
        .note, code: "rows-blank", at: SourceLocation(file: "export.csv"), summary: "One row is blank")
    ]
    return summary
  }

  private var account: ExportAccount {
    var account = ExportAccount(summary: summary)
    account.summary.rowsLeftOut = [.init(header: "Finished", reason: "not finished", count: 2)]
    var cells = CellAccount(id: "score")
    (cells.range, cells.spikes) = (0...10, [.init(value: 11, count: 7)])
    account.cells = [cells]
    account.straightLining = StraightLining(count: 1, base: 9, fewestItems: 5)
    account.speed = ResponseSpeed(header: "Duration", base: 20, median: 300, speeders: 1)
    return account
  }

  private var waves: WaveComparison {
    var waves = WaveComparison()
    let candidate = AliasCandidate(header: "B", nameSimilarity: 1, scaleFit: 1, answerDistance: nil)
    waves.proposals = [
      AliasProposal(
        path: "drivers.b", id: "b", candidates: [candidate], isAmbiguous: false, line: "aliases: [B]")
    ]
    return waves
  }

  private func keys(in value: Any) -> Set<String> {
    if let object = value as? [String: Any] {
      return object.values.reduce(Set(object.keys)) { $0.union(keys(in: $1)) }
    }
    return (value as? [Any] ?? []).reduce(into: []) { $0.formUnion(keys(in: $1)) }
  }

  @Test func namesEveryKey() throws {
    let page = try String(contentsOf: Fixture.url("docs/json.md"), encoding: .utf8)
    let waves = ["wave", "waves"]
    for text in try outputs() {
      let root = try JSONSerialization.jsonObject(with: Data(text.utf8))
      for key in keys(in: root).union(waves) {
        #expect(
          page.contains("`\(key)`") || page.contains("\"\(key)\""), "docs/json.md does not name \(key).")
      }
    }
  }

  @Test func namesNoOtherKey() throws {
    let page = try String(contentsOf: Fixture.url("docs/json.md"), encoding: .utf8)
    let written = try outputs().reduce(into: Set(["wave"])) { found, text in
      found.formUnion(keys(in: try JSONSerialization.jsonObject(with: Data(text.utf8))))
    }
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let named = rows.compactMap { $0.split(separator: "|").first }.flatMap { $0.split(separator: "`") }
    for name in named.map(String.init) where name.allSatisfy({ $0.isLetter || $0.isNumber }) {
      #expect(written.contains(name), "docs/json.md names \(name), which is never written.")
    }
  }
}
