import SurveyModel
import Testing

@testable import SurveyImport

@Suite("Reading responses")
struct ResponseReaderTests {
  private let yaml = """
    title: Voorbeeld
    outcome: {column: nps}
    drivers:
      prijs: {scale: 1-5}
    segments:
      regio:
    """

  private func rows(_ count: Int, _ row: (Int) -> String) -> String {
    "nps,prijs,regio\n" + (0..<count).map { row($0) + "\n" }.joined()
  }

  @Test("Batches of 500, levels that grow, progress up to 1")
  func batches() throws {
    let text = rows(1201) { "\($0 % 11),\(1 + $0 % 5),R\($0 % 700)" }
    let survey = try SurveyFileReader().read(yaml, file: "survey.yaml").survey
    try ExportFixture.withFile(Array(text.utf8)) { path in
      var sink = RecordingSink()
      var shares: [Double] = []
      let summary = try ResponseReader(for: survey).read(ResponseFile(at: path), into: &sink) {
        shares.append($0)
      }
      #expect(sink.batches == 3)
      #expect(summary.rowsStored == 1201)
      #expect(sink.ratings.count == 1201)
      #expect(sink.levels == [(0..<700).map { "R\($0)" }])
      #expect(sink.categories[700] == [0])
      #expect(sink.lines == Array(2...1202))
      #expect(shares.last == 1)
      #expect(shares == shares.sorted())
    }
  }

  @Test("At most 20 diagnostics of a code are kept, all are counted")
  func manyDiagnostics() throws {
    let (summary, sink) = try ExportFixture.read(rows(100) { "11,\(1 + $0 % 5),x" }, with: yaml)
    #expect(summary.diagnostics.count == 20)
    #expect(summary.diagnosticCounts == ["value-off-scale": 100])
    #expect(summary.rowsRejected == 100)
    #expect(sink.rejected.count == 100)
    #expect(sink.ratings.isEmpty)
  }

  @Test("A segment with more than 1,000 values is no segment")
  func tooManyValues() throws {
    let error = #expect(throws: ImportError.self) {
      try ExportFixture.read(rows(1001) { "9,3,respondent \($0)" }, with: yaml)
    }
    #expect(error?.diagnostics.map(\.code) == ["segment-too-many-values"])
    #expect(error?.diagnostics.last?.location.line == 1002)
    _ = try ExportFixture.read(rows(1000) { "9,3,respondent \($0)" }, with: yaml)
  }

  @Test("A wave with more than 1,000 values is no wave")
  func tooManyWaves() throws {
    let error = #expect(throws: ImportError.self) {
      try ExportFixture.read(
        rows(1001) { "9,3,w\($0)" }, with: "title: x\noutcome: {column: nps}\nwave: regio\n")
    }
    #expect(error?.diagnostics.map(\.code) == ["wave-too-many"])
  }

  @Test("Not one 0 among 200 answers is suspicious, among 199 it is not")
  func zeros() throws {
    let suspicious = try ExportFixture.read(rows(200) { "\(1 + $0 % 10),3,x" }, with: yaml).summary
    #expect(suspicious.diagnostics.map(\.code) == ["outcome-without-zeros"])
    #expect(try ExportFixture.read(rows(199) { _ in "9,3,x" }, with: yaml).summary.diagnostics.isEmpty)
    #expect(try ExportFixture.read(rows(200) { _ in "0,3,x" }, with: yaml).summary.diagnostics.isEmpty)
  }

  @Test("The wave comes from the file's name, or is given")
  func waveOfFile() throws {
    let named = yaml + "\nwave: {file: \"{wave}_survey*.csv\"}\n"
    let text = rows(2) { _ in "9,3,x" }
    let byName = try ExportFixture.read(text, with: named, name: "2018_survey.csv")
    #expect(byName.sink.waves == ["2018", "2018"])
    #expect(byName.summary.waves == ["2018"])
    let given = try ExportFixture.read(text, with: named, name: "x.csv", wave: "2019")
    #expect(given.sink.waves == ["2019", "2019"])
    let error = #expect(throws: ImportError.self) {
      try ExportFixture.read(text, with: named, name: "x.csv")
    }
    #expect(error?.diagnostics.map(\.code) == ["wave-not-in-file-name"])
  }

  @Test("A given delimiter, decimal mark and number of header rows hold")
  func format() throws {
    let yaml = """
      title: x
      outcome: {column: nps}
      weight: w
      format: {delimiter: "|", decimal: ",", header-rows: 2}
      respondent: id
      """
    let text = "id|nps|w\nRespondent|How likely|Weight\n a1 |9|0,5\nb|0|1,5\n"
    let (summary, sink) = try ExportFixture.read(text, with: yaml)
    #expect(summary.rowsStored == 2)
    #expect(sink.weights == [0.5, 1.5])
    #expect(sink.respondents == ["a1", "b"])
    #expect(sink.lines == [3, 4])
  }

  @Test("A stray record longer than the limit ends the reading")
  func recordTooLong() throws {
    let text = "nps,prijs,regio\n9,3," + String(repeating: "x", count: 9_000_000) + "\n"
    let error = #expect(throws: ImportError.self) { try ExportFixture.read(text, with: yaml) }
    #expect(error?.diagnostics.map(\.code) == ["record-too-long"])
  }

  @Test("What a sink throws passes through")
  func sinkFailure() throws {
    struct Full: Error {}
    struct FullSink: ResponseSink {
      mutating func store(_ batch: borrowing ResponseBatch) throws { throw Full() }
      mutating func reject(_ row: RejectedRow) {}
    }
    let survey = try SurveyFileReader().read(yaml, file: "survey.yaml").survey
    try ExportFixture.withFile(Array(rows(1) { _ in "9,3,x" }.utf8)) { path in
      var sink = FullSink()
      #expect(throws: Full.self) { try ResponseReader(for: survey).read(ResponseFile(at: path), into: &sink) }
    }
  }

  @Test("A driver the file lacks is not shown to anyone; other columns are listed as ignored")
  func absentColumns() throws {
    let (summary, sink) = try ExportFixture.read("nps,Prijzen,extra,\n9,3,x,\n8,2,y,\n", with: yaml)
    #expect(sink.ratings == [[Rating(9), .notShown], [Rating(8), .notShown]])
    #expect(summary.columns[1].header == nil)
    #expect(summary.columns[1].missing == [.notShown: 2])
    #expect(summary.columns[2].missing == [.notShown: 2])
    #expect(summary.ignoredHeaders == ["Prijzen", "extra"])
    #expect(summary.diagnosticCounts == ["column-missing": 2])
  }
}
