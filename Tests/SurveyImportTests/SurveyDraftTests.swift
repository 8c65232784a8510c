import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

@Suite("Draft of a survey from an export")
struct SurveyDraftTests {
  private func draft(_ text: String, name: String = "klant_onderzoek.csv") throws -> SurveyDraft {
    try ExportFixture.withFile(Array(text.utf8), name: name) { path in
      try SurveyDraft(of: ResponseFile(at: path))
    }
  }

  /// Forty responses of a survey with every role, made by rule.
  private var sample: String {
    let header =
      "Respondent ID;Datum;Naam;Hoe waarschijnlijk is het dat u ons aanbeveelt?;Tevreden over: [Prijs];"
      + "Tevreden over: [Service & hulp];Houding;Regio;Geslacht;Kwartaal;weging;E-mailadres;Toelichting"
    let words = ["Zeer oneens", "oneens", "Neutraal", "Eens", "zeer eens", "Weet niet"]
    let rows = (0..<40).map { (row: Int) -> String in
      let service: String = row % 7 == 0 ? "99" : "\(1 + row * 3 % 10)"
      let cells: [String] = [
        "r\(row)", "\(13 + row % 15)-2-2026", "Persoon \(row)", "\(row % 11)", "\(1 + row % 10)",
        service, words[row % 6], ["Noord", "Zuid"][row % 2],
        ["m", "v", "x"][row % 3], "2026-Q\(1 + row % 2)", "\(row % 2),95", "p\(row)@voorbeeld.nl",
        "tekst nummer \(row)",
      ]
      return cells.joined(separator: ";")
    }
    return ([header] + rows).joined(separator: "\n") + "\n"
  }

  @Test("Every role is found in an export that has them all")
  func roles() throws {
    let draft = try draft(sample)
    let survey = draft.survey
    #expect(survey.title == LocalizedText("klant onderzoek"))
    #expect(survey.language == "nl")
    #expect(survey.outcome.source.name == "Hoe waarschijnlijk is het dat u ons aanbeveelt?")
    #expect(survey.outcome.scale == .recommendation)
    #expect(survey.drivers.map(\.id) == ["prijs", "service-hulp", "houding"])
    #expect(survey.drivers[0].scale == Scale(minimum: 1, maximum: 10))
    #expect(survey.drivers[1].missingCodes == [MissingCode(text: "99", reason: .skipped)])
    #expect(survey.drivers[2].scale.labels.count == 5)
    #expect(survey.drivers[2].missingCodes == [MissingCode(text: "Weet niet", reason: .dontKnow)])
    #expect(survey.segments.map(\.id) == ["regio", "geslacht"])
    #expect(survey.weight?.name == "weging")
    #expect(survey.date == DateSource(source: ColumnSource(name: "Datum"), order: .dayMonthYear))
    #expect(survey.wave == .column(ColumnSource(name: "Kwartaal")))
    #expect(survey.respondent?.name == "Respondent ID")
    #expect(survey.excludedColumns == ["Naam", "E-mailadres"])
    #expect(draft.guesses.count == 13)
    #expect(draft.guesses.last?.path == "ignored")
  }

  @Test("The draft's file reads back as the survey and imports every row")
  func draftImports() throws {
    let draft = try draft(sample)
    let again = try SurveyFileReader().read(draft.surveyFile, file: "survey.yaml")
    #expect(again.survey == draft.survey)
    let (summary, _) = try ExportFixture.read(sample, with: draft.surveyFile)
    #expect(summary.rowsStored == 40)
  }

  @Test("The draft's file, word for word")
  func draftText() throws {
    let snapshot = ExportFixture.folder.appending(path: "draft.yaml")
    #expect(Snapshot.difference(of: try draft(sample).surveyFile, from: snapshot) == nil)
  }

  @Test("Without a column like the recommendation question the user is asked")
  func noOutcome() throws {
    let text = "a,b,naam\n" + (0..<30).map { "\($0 % 11),\($0 * 3 % 11),x\n" }.joined()
    let error = #expect(throws: ImportError.self) { try draft(text) }
    #expect(error?.diagnostics.map(\.code) == ["outcome-not-found"])
    let list = "\"a\" (0 to 10, 30 answers), \"b\" (0 to 10, 30 answers)"
    #expect(error?.diagnostics[0].fix == "name it with --outcome; columns of ratings are \(list)")
    try ExportFixture.withFile(Array(text.utf8)) { path in
      let file = try ResponseFile(at: path)
      #expect(try SurveyDraft(of: file, outcome: "B").survey.outcome.source.name == "b")
      #expect(throws: ImportError.self) { try SurveyDraft(of: file, outcome: "c") }
    }
  }

  @Test("Two columns that ask for a recommendation are both named; an age is no outcome")
  func twoProducts() throws {
    let rows = (0..<30).map { "\($0 % 11),\($0 * 3 % 11),\($0 % 11)\n" }.joined()
    let twice = try draft("¿Recomiendes R?,Recommend Python?,x\n" + rows)
    #expect(twice.survey.outcome.source.name == "¿Recomiendes R?")
    #expect(twice.guesses[0].confidence == .low)
    #expect(twice.guesses[0].reason.contains("\"Recommend Python?\" asks for one too"))
    #expect(throws: ImportError.self) {
      try draft("AGE,naam,x\n" + (0..<30).map { "\($0 % 11),n,o\n" }.joined())
    }
  }

  @Test(
    "Scales by what is in a column",
    arguments: [
      (["0", "5", "10"], 0, 10, []), (["1", "5", "9"], 1, 10, []), (["1", "4"], 1, 5, []),
      (["2", "7"], 1, 7, []), (["0", "3", "5"], 0, 5, []), (["-5", "0", "4"], -5, 5, []),
      (["0", "10", "11"], 0, 10, ["11"]), (["1", "5", "99", "-99"], 1, 5, ["-99", "99"]),
      (["1", "5", "n.v.t."], 1, 5, ["n.v.t."]),
      (["Not at all likely - 0", "5", "10 (Very Likely)"], 0, 10, []),
      (["Strongly agree", "DISAGREE", "neutral "], 1, 5, []),
    ] as [([String], Int, Int, [String])])
  func scales(cells: [String], low: Int, high: Int, missing: [String]) throws {
    var column = ColumnProfile(header: "q")
    for cell in cells { column.add(cell, decimalMark: Dialect.comma) }
    let guess = try #require(ScaleGuess(for: column))
    #expect(guess.scale.minimum == low)
    #expect(guess.scale.maximum == high)
    #expect(guess.missing.map(\.text).sorted() == missing)
  }

  @Test(
    "Numbers that stand for no answer, told by how often they occur",
    arguments: [
      ([0: 40, 1: 9, 2: 30, 3: 90, 4: 120, 5: 80, 6: 60], 1, 5, ["0", "6"]),
      ([0: 14, 1: 30, 2: 60, 3: 90, 4: 120, 5: 80], 1, 5, ["0"]),
      ([1: 10, 2: 20, 3: 50, 4: 60, 5: 40, 8: 12, 9: 5], 1, 5, ["8", "9"]),
      ([1: 10, 2: 20, 3: 50, 4: 60, 5: 40, 6: 50, 7: 30, 9: 5], 1, 7, ["9"]),
      ([1: 10, 2: 20, 3: 50, 4: 60, 5: 40, 6: 30], 1, 6, []),
      ([1: 10, 2: 20, 3: 50, 4: 60, 5: 20, 6: 90], 1, 5, ["6"]),
      ([0: 80, 1: 10, 5: 50, 8: 60, 9: 20, 10: 90, 11: 7], 0, 10, ["11"]),
      ([-1: 80, 1: 10, 5: 50, 8: 60, 9: 20, 10: 90, 99: 7], 1, 10, ["-1", "99"]),
      ([-3: 9, 0: 50, 2: 60, 3: 20], -3, 3, []),
      ([-5: 9, 0: 50, 2: 60, 5: 20], -5, 5, []),
    ] as [([Int: Int], Int, Int, [String])])
  func missingCodes(counts: [Int: Int], low: Int, high: Int, missing: [String]) throws {
    let scale = try #require(NumericScale(counts: counts, hasEmptyCells: false))
    #expect(scale.range == low...high)
    #expect(scale.missing.map(\.text) == missing)
    #expect(scale.remarks.isEmpty == (missing.isEmpty && (counts[0] ?? 0) < 60))
    for text in missing {
      #expect(scale.remarks.joined().contains("\(text) (\(counts[Int(text) ?? 0] ?? 0)"))
    }
  }

  @Test("Codes of groups rise and fall several times, ratings do not")
  func smoothness() {
    #expect(NumericScale.isSmooth([1: 9, 2: 30, 3: 90, 4: 120, 5: 80], on: 1...5))
    #expect(NumericScale.isSmooth([1: 90, 2: 60, 3: 30, 4: 10, 5: 8], on: 1...5))
    #expect(!NumericScale.isSmooth([1: 90, 2: 10, 3: 70, 4: 5, 5: 80], on: 1...5))
  }

  @Test(
    "Words of five languages",
    arguments: [
      (["Sehr zufrieden", "eher unzufrieden"], 2...5), (["Très\u{a0}satisfait", "neutre"], 3...5),
      (["totalmente de acuerdo", "En desacuerdo "], 2...5),
      (["zeer onwaarschijnlijk", "waarschijnlijk"], 1...4),
      (["Extremely dissatisfied", "Slightly satisfied"], 1...5),
      (["Poor", "Good", "Very good", "Excellent"], 1...5),
      (["Horrible", "Excellent"], 1...5), (["Yes", "No"], 0...1),
    ] as [([String], ClosedRange<Int>)])
  func words(texts: [String], values: ClosedRange<Int>) throws {
    let scale = try #require(WordScale.match(for: texts))
    let found = texts.compactMap(scale.value).sorted()
    #expect(found.first == values.lowerBound && found.last == values.upperBound)
    #expect(WordScale.match(for: texts + ["something else"]) == nil)
  }

  @Test(
    "No scales",
    arguments: [["1", "2"], ["1", "50"], ["perhaps", "no"], ["2026", "2025"], ["1,5", "2,5"], []])
  func noScales(cells: [String]) {
    var column = ColumnProfile(header: "q")
    for cell in cells { column.add(cell, decimalMark: Dialect.comma) }
    #expect(ScaleGuess(for: column) == nil)
  }

  @Test(
    "Ids from headers",
    arguments: [
      ("Prijs-kwaliteit", "prijs-kwaliteit"),
      ("Hoe tevreden? [Snelheid van service]", "snelheid-van-service"), ("DRV[SQ001]", "drv-sq001"),
      ("Été & Ärger", "ete-arger"), ("2e aankoop", "q-2e-aankoop"), ("???", "q"), ("Wave", "wave-2"),
      ("Please rate how much you enjoy using this product", "please-rate-how-much-you-enjoy-using-this"),
    ])
  func ids(header: String, expected: String) {
    var ids = DraftIDs()
    let name = QuestionNames(of: [header]).names[0]
    #expect(ids.id(for: name) == expected)
    #expect(ids.id(for: name) != expected)
  }
}
