import SurveyModel
import Testing

@testable import SurveyImport

/// Exports of SurveyMonkey with a column per option.
@Suite("A column per option")
struct OptionTableTests {
  private static let words = [
    "Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied",
  ]
  private static let scores =
    ["Not at all likely - 0"] + (1...9).map(String.init) + ["Extremely likely - 10"]
  private static let score = "How likely are you to recommend us?"
  private static let yaml = """
    title: T
    outcome: {column: "How likely are you to recommend us?", scale: {from: 0, to: 10, words: {10: Extremely likely - 10}}}
    drivers:
      price:
        column: "How satisfied are you? [Price]"
        scale: {words: {1: Very dissatisfied, 2: Dissatisfied, 3: Neutral, 4: Satisfied, 5: Very satisfied}}
    respondent: Respondent ID
    """

  private static func score(_ row: Int) -> Int { row % 11 }
  private static func rating(_ row: Int, _ item: Int) -> Int { (row / 3 + item + row % 2) % 5 }

  private static let header: String = {
    let questions =
      ["Respondent ID", "Collector ID", score] + [String](repeating: "", count: 10)
      + ["How satisfied are you?"] + [String](repeating: "", count: 9) + ["Which?", "", "Region?", "", ""]
    let grid = ["Price", "Speed"].flatMap { row in words.map { "\(row) - \($0)" } }
    let options = ["", ""] + scores + grid + ["Shop", "Web", "North", "South", "Other (please specify)"]
    return [questions, options].map { $0.joined(separator: ",") + "\n" }.joined()
  }()

  private static func row(_ row: Int, isNumber: Bool = false) -> String {
    func spread(_ options: [String], _ chosen: Int, _ number: Int) -> [String] {
      options.indices.map { $0 == chosen ? isNumber ? String(number) : options[$0] : "" }
    }
    var cells = [String(1000 + row), "7"] + spread(scores, score(row), score(row))
    for item in 0..<2 { cells += spread(words, rating(row, item), rating(row, item) + 1) }
    cells += [row % 2 == 0 ? "Shop" : "", row % 3 == 0 ? "Web" : ""]
    let region = row % 10
    return
      (cells + [
        region < 5 ? "North" : "", (5..<9).contains(region) ? "South" : "", region == 9 ? "Abroad" : "",
      ])
      .joined(separator: ",") + "\n"
  }

  static func export(isNumber: Bool = false) -> String {
    header + (0..<60).map { row($0, isNumber: isNumber) }.joined()
  }

  @Test("Options become the answers to one question; several answers and other texts keep their columns")
  func columns() throws {
    let layout = try ExportFixture.withFile(Array(Self.export().utf8)) { path in
      try FileLayout(of: ResponseFile(at: path), format: FileFormat())
    }
    #expect(layout.header.platform == "SurveyMonkey")
    #expect(
      layout.headers == [
        "Respondent ID", "Collector ID", Self.score, "How satisfied are you? [Price]",
        "How satisfied are you? [Speed]", "Which? [Shop]", "Which? [Web]", "Region?",
        "Region? [Other (please specify)]",
      ])
    #expect(layout.places.map(\.line) == layout.headers.map { _ in 1 })
  }

  @Test("Answers are read as from a condensed export, words and numbers alike", arguments: [false, true])
  func answers(isNumber: Bool) throws {
    let (summary, sink) = try ExportFixture.read(Self.export(isNumber: isNumber), with: Self.yaml)
    #expect(summary.rowsStored == 60)
    #expect(sink.ratings == (0..<60).map { [Rating(Self.score($0)), Rating(Self.rating($0, 0) + 1)] })
    let note = try #require(summary.diagnostics.first { $0.code == "layout-options" })
    #expect(note.summary.contains("23 columns were read as 4 questions"))
  }

  @Test("A draft finds the questions, and says nothing of options")
  func draft() throws {
    let draft = try ExportFixture.withFile(Array(Self.export().utf8), name: "export.csv") { path in
      try SurveyDraft(of: ResponseFile(at: path))
    }
    #expect(draft.survey.outcome.source.name == Self.score && draft.survey.outcome.scale.contains(10))
    #expect(draft.survey.drivers.map(\.id) == ["price", "speed"])
  }

  @Test("What is wrong with a row is told where it stands in the file")
  func faults() throws {
    let wrong =
      Self.export() + Self.row(0).replacing("North", with: "") + "1,2\n" + Self.row(1).dropLast() + ",more\n"
    let second = Self.row(2).replacing("Very dissatisfied", with: "Neutral,Neutral").replacing(
      ",,,,Shop", with: ",,,Shop")
    let (summary, _) = try ExportFixture.read(wrong + second, with: Self.yaml)
    #expect(summary.rowsStored >= 60)
    let short = try #require(summary.diagnostics.first { $0.code == "row-too-short" })
    #expect(short.location.line == 64)
    let long = try #require(summary.diagnostics.first { $0.code == "row-too-long" })
    #expect(long.location.line == 65)
  }

  @Test(
    "Ratings of the one shop that was visited, and boxes with the same mark, are no options",
    arguments: [true, false])
  func ratingsOfOne(isRating: Bool) throws {
    let rows = (0..<30).map { row in
      let mark = isRating ? String(1 + row % 5) : "1"
      return "\(row),7,\(row % 2 == 0 ? mark : ""),\(row % 2 == 0 ? "" : mark),x\n"
    }
    let text = "Respondent ID,Collector ID,Rate,,Why?\n,,Shop A,Shop B,Open-Ended Response\n" + rows.joined()
    let file = try ExportFixture.withFile(Array(text.utf8)) { try ResponseFile(at: $0) }
    #expect(file.options == nil)
  }

  @Test("Boxes to tick, of which respondents fill several, are left as they are")
  func severalAnswers() throws {
    let rows = (0..<30).map { "\($0),7,\($0 % 2 == 0 ? "A" : ""),\($0 % 3 == 0 ? "B" : ""),x\n" }.joined()
    let text = "Respondent ID,Collector ID,Which?,,Why?\n,,A,B,Open-Ended Response\n" + rows
    let file = try ExportFixture.withFile(Array(text.utf8)) { try ResponseFile(at: $0) }
    #expect(file.options == nil)
  }
}
