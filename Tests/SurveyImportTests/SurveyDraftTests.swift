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
    #expect(error?.diagnostics[0].fix == "name it with --outcome; columns of ratings are \"a\", \"b\"")
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
    "No scales",
    arguments: [["1", "2"], ["1", "50"], ["yes", "no"], ["2026", "2025"], ["1,5", "2,5"], []])
  func noScales(cells: [String]) {
    var column = ColumnProfile(header: "q")
    for cell in cells { column.add(cell, decimalMark: Dialect.comma) }
    #expect(ScaleGuess(for: column) == nil)
  }

  @Test(
    "Ids from headers",
    arguments: [
      ("Prijs-kwaliteit", "prijs-kwaliteit"),
      ("Hoe tevreden? [Snelheid van service]", "snelheid-van-service"),
      ("Été & Ärger", "ete-arger"), ("2e aankoop", "q-2e-aankoop"), ("???", "q"), ("Wave", "wave-2"),
      ("Please rate how much you enjoy using this product", "please-rate-how-much-you-enjoy-using-this"),
    ])
  func ids(header: String, expected: String) {
    var ids = DraftIDs()
    #expect(ids.id(for: header) == expected)
    #expect(ids.id(for: header) != expected)
  }
}

/// Drafts of real exports; they lie outside the project.
@Suite("Drafts of real exports", .enabled(if: Fixture.sharedData("README.md") != nil, "no ../shared/data"))
struct RealDraftTests {
  @Test(
    "The outcome is found, the draft reads back and imports nearly every row",
    arguments: [
      ("sfo-airport-survey/2017_SFO_Customer_Survey.csv", "NETPRO"),
      ("sfo-airport-survey/2018_SFO_Customer_Survey.csv", "NETPRO  "),
      ("carpentries-longterm/longterm_October2017.csv", "Likely-To-Recommend"),
      ("carpentries-longterm/20200326-longterm-other_questions-no-open.csv", "recommendation_score"),
      (
        "r-community-survey/2018_english_form_responses.tsv",
        "How likely are you to recommend R to a colleague, friend, or family member?"
      ),
    ])
  func draft(path: String, outcome: String) throws {
    let file = try ResponseFile(at: #require(Fixture.sharedData(path)).path)
    let draft = try SurveyDraft(of: file)
    #expect(draft.survey.outcome.source.name == outcome)
    let again = try SurveyFileReader().read(draft.surveyFile, file: "survey.yaml")
    #expect(again.survey == draft.survey)
    var sink = DiscardingSink()
    let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
    #expect(summary.rowsStored == summary.rowsRead)
  }

  @Test("Every smaller text file of the folder is drafted and read with its draft, or refused with a reason")
  func allFiles() throws {
    let folder = try #require(Fixture.sharedData("."))
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    for name in files where name.hasSuffix(".csv") || name.hasSuffix(".tsv") {
      do {
        let file = try ResponseFile(at: folder.appending(path: name).path)
        guard file.byteCount < 500_000 else { continue }
        let draft = try SurveyDraft(of: file)
        #expect(try SurveyFileReader().read(draft.surveyFile, file: name).survey == draft.survey, "\(name)")
        var sink = DiscardingSink()
        let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
        #expect(summary.rowsRejected * 20 <= summary.rowsRead, "\(name)")
      } catch let error as ImportError {
        #expect(error.diagnostics.contains { $0.severity == .error })
      }
    }
  }
}
