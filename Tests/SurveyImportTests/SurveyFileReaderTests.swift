import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

@Suite("Reading survey.yaml")
struct SurveyFileReaderTests {
  static let folder = ExportFixture.folder.appending(path: "SurveyFiles")
  static let names = [
    "unknown-keys", "duplicate-key", "syntax", "syntax-tab", "empty", "list", "no-outcome", "no-title",
    "no-drivers", "no-respondent", "no-scale", "wrong-kinds", "ids", "columns-reused", "scales",
    "outcome-scale",
    "missing-codes", "segment-values", "format-conflict", "wave-pattern", "languages", "accents",
    "themes", "outcome-decimals",
  ]

  @Test("What is wrong with a file, word for word", arguments: names)
  func diagnostics(name: String) throws {
    let url = Self.folder.appending(path: "\(name).yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    var account: String
    do throws(ImportError) {
      let result = try SurveyFileReader().read(text, file: "\(name).yaml")
      account = ExportFixture.text(of: result.diagnostics) + "read\n"
    } catch {
      account = ExportFixture.text(of: error.diagnostics) + "refused\n"
    }
    let snapshot = Self.folder.appending(path: "\(name).diagnostics")
    #expect(Snapshot.difference(of: account, from: snapshot) == nil)
  }

  private func complete() throws -> SurveyFileReader.Result {
    try SurveyFileReader().read(at: Self.folder.appending(path: "complete.yaml").path)
  }

  @Test("Every field arrives")
  func everyField() throws {
    let result = try complete()
    let survey = result.survey
    #expect(result.diagnostics.isEmpty)
    #expect(survey.title.text(in: "en") == "Customer survey Example")
    #expect(survey.language == "nl")
    #expect(survey.isSimulated)
    #expect(survey.format == FileFormat(delimiter: 0x3B, decimalMark: 0x2C, headerRows: 1))
    #expect(survey.outcome.id == "nps")
    #expect(survey.outcome.source.aliases == ["NETPRO"])
    #expect(survey.outcome.label.text(in: "nl") == "Aanbeveling")
    #expect(survey.outcome.scale == .recommendation)
    #expect(
      survey.outcome.missingCodes == [
        MissingCode(text: "11", reason: .skipped), MissingCode(text: "-99", reason: .notShown),
        MissingCode(text: "Blank", reason: .dontKnow), MissingCode(text: "weet niet", reason: .dontKnow),
      ])
    #expect(survey.date == DateSource(source: ColumnSource(name: "datum"), order: .dayMonthYear))
    #expect(survey.wave == .fileName(pattern: "{wave}_survey*.csv"))
    #expect(survey.weight == ColumnSource(name: "weging", aliases: ["WEIGHT"]))
    #expect(survey.respondent == ColumnSource(name: "klantnummer"))
    #expect(survey.excludedColumns == ["naam", "e-mail"])
    #expect(survey.isPseudonymised)
    #expect(survey.comments.map(\.id) == ["toelichting", "tip"])
    #expect(survey.comments[0].source == ColumnSource(name: "Waarom?", aliases: ["why"]))
    #expect(survey.comments[0].label.text(in: "en") == "Comment")
    #expect(survey.comments[1].source == ColumnSource(name: "tip"))
  }

  @Test("Drivers take their defaults, segments their values")
  func questions() throws {
    let survey = try complete().survey
    let scale = Scale(
      minimum: -2, maximum: 2,
      labels: [
        Scale.Label(value: -2, text: "Strongly disagree"), Scale.Label(value: 2, text: "Agree"),
        Scale.Label(value: 2, text: "Eens"),
      ], isReversed: true)
    #expect(survey.drivers.map(\.id) == ["merkperceptie", "binding", "houding"])
    #expect(survey.drivers[0].source == ColumnSource(name: "V1", aliases: ["V1_A1", "V1 "]))
    #expect(survey.drivers[1].label == LocalizedText("binding"))
    #expect(survey.drivers[1].scale == Scale(minimum: 1, maximum: 10))
    #expect(survey.drivers[1].missingCodes == [MissingCode(text: "99", reason: .dontKnow)])
    #expect(survey.drivers[2].scale == scale)
    #expect(survey.segments[0].values.map(\.code) == ["N", "Z"])
    #expect(survey.segments[0].label(of: "Z", in: "en") == "South")
    #expect(survey.segments[0].missingCodes.map(\.text) == ["", "?"])
    #expect(survey.segments[1].values.map(\.code) == ["A", "B"])
  }

  @Test("A survey that is written and read again is the same")
  func roundTrip() throws {
    let survey = try complete().survey
    let comments = ["": "Hello\nworld", "drivers.binding": "bound", "weight": "mean 1"]
    let text = SurveyFileWriter().text(of: survey, comments: comments)
    let again = try SurveyFileReader().read(text, file: "survey.yaml")
    #expect(again.survey == survey)
    #expect(again.diagnostics.isEmpty)
    #expect(text.hasPrefix("# Hello\n# world\n"))
    #expect(text.contains("  # bound\n  binding:\n"))
  }

  @Test("Decimals of scales are written and read again")
  func decimals() throws {
    let scale = Scale(minimum: 1, maximum: 10, isReversed: true, decimals: 1)
    let drivers = ["a", "b"].map {
      Question(id: $0, source: ColumnSource(name: $0), label: LocalizedText($0), scale: scale)
    }
    let outcome = Question(
      id: "nps", source: ColumnSource(name: "n"), label: LocalizedText("n"), scale: .recommendation)
    let survey = Survey(title: LocalizedText("s"), outcome: outcome, drivers: drivers)
    let yaml = SurveyFileWriter().text(of: survey)
    #expect(yaml.contains("    decimals: 1\n"))
    #expect(try SurveyFileReader().read(yaml, file: "survey.yaml").survey == survey)
  }

  @Test("Any text survives writing and reading", arguments: 0..<200)
  func texts(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    let letters = Array("aZé€😀 :#-?,[]{}\"'\\|>&*!%@`~\n\t\u{A0}\u{200B}0159yesno".unicodeScalars)
    func text() -> String {
      let scalars = (0...(generator.next() % 12)).map { _ in letters[generator.next() % letters.count] }
      return String(String.UnicodeScalarView(scalars))
    }
    let outcome = Question(
      id: "nps", source: ColumnSource(name: "c" + text() + "!", aliases: []), label: LocalizedText(text()),
      scale: .recommendation, missingCodes: [MissingCode(text: text(), reason: .skipped)])
    let survey = Survey(title: LocalizedText(text()), outcome: outcome, excludedColumns: ["x" + text()])
    let yaml = SurveyFileWriter().text(of: survey)
    #expect(try SurveyFileReader().read(yaml, file: "survey.yaml").survey == survey)
  }

  @Test("A missing file and a folder are named")
  func unreadable() {
    for path in ["no/such/survey.yaml", Self.folder.path] {
      let error = #expect(throws: ImportError.self) { try SurveyFileReader().read(at: path) }
      #expect(error?.diagnostics.map(\.code) == ["survey-file-unreadable"])
    }
  }

  @Test(
    "Scales as texts",
    arguments: [
      ("0-10", 0, 10), ("1–5", 1, 5), ("-5..5", -5, 5), ("-5–5", -5, 5), ("-5--1", -5, -1), ("1 to 7", 1, 7),
      ("0…10", 0, 10), (" 1 - 10 ", 1, 10), ("−3…+3", -3, 3),
    ])
  func scaleTexts(text: String, first: Int, last: Int) {
    let scale = ScaleText(text)
    #expect(scale?.first == first)
    #expect(scale?.last == last)
  }

  @Test("No scales", arguments: ["", "5", "1-", "a-b", "1-5-9", "1-5 points", "-"])
  func noScales(text: String) {
    #expect(ScaleText(text) == nil)
  }
}
