import SurveyModel
import Testing

@testable import SurveyImport

@Suite("Clusters and strata")
struct SamplingColumnsTests {
  private let yaml = """
    title: Accounts
    outcome: {column: nps}
    segments:
      country: {column: land}
    respondent: id
    cluster: {column: account, aliases: [klant]}
    stratum: land
    """

  private func codes(_ yaml: String) -> [String] {
    var found: [Diagnostic] = []
    do {
      found = try SurveyFileReader().read(yaml, file: "survey.yaml").diagnostics
    } catch {
      found = error.diagnostics
    }
    return found.map(\.code).filter { $0 != "drivers-missing" }
  }

  @Test("A stratum may be a segment too, and a survey is written as it is read")
  func roundTrip() throws {
    let survey = try SurveyFileReader().read(yaml, file: "survey.yaml").survey
    #expect(survey.sampling.cluster?.source == ColumnSource(name: "account", aliases: ["klant"]))
    #expect(survey.sampling.stratum?.source == ColumnSource(name: "land"))
    #expect(survey.segments.map(\.id) == ["country"])
    let text = SurveyFileWriter().text(of: survey)
    #expect(try SurveyFileReader().read(text, file: "survey.yaml").survey == survey)
  }

  @Test("Any number of clusters is read; a segment of so many values would be refused")
  func manyClusters() throws {
    let rows = (0..<3000).map { "\($0 % 11),\($0 % 3),\($0),account \($0 / 2)" }
    let (summary, sink) = try ExportFixture.read(
      "nps,land,id,klant\n" + rows.joined(separator: "\n") + "\n", with: yaml)
    #expect(summary.rowsStored == 3000)
    #expect(sink.levels.map(\.count) == [3, 1500, 3])
    #expect(sink.categories[2999] == [2, 1499, 2])
    #expect(summary.columns.map(\.id).suffix(2) == ["cluster", "stratum"])
  }

  @Test("A file without the column is told what that means")
  func absent() throws {
    let (summary, sink) = try ExportFixture.read("nps,land,id\n9,A,1\n", with: yaml)
    #expect(summary.rowsStored == 1)
    #expect(sink.categories == [[0, ResponseBatch.missingCategory(.notShown), 0]])
    let told = summary.diagnostics.filter { $0.code == "column-missing" }.map(\.summary)
    #expect(told.count == 1 && told[0].contains("drawn independently"))
  }

  @Test("A cluster is no pseudonym, and no segment's name")
  func refused() {
    let hidden = yaml.replacing("respondent: id", with: "respondent: account\npseudonymise: true")
    #expect(codes(hidden) == ["column-reused"])
    #expect(codes(yaml.replacing("respondent: id", with: "respondent: account")).isEmpty)
    let named = yaml.replacing("  country: {column: land}", with: "  cluster: {column: land}")
    #expect(codes(named) == ["id-duplicate"])
    #expect(codes(yaml + "\nexclude: [klant]") == ["column-reused"])
  }
}
