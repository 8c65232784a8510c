import Foundation
import SurveyModel
import Testing

@testable import SurveyImport

/// Drafts of exports made by rule after the layouts of survey tools; each must rank nothing away and import whole.
@Suite("Drafts of exports of all kinds")
struct DraftedExportsTests {
  private static let rows = 240

  /// A rating from 0 to 10 that depends on the row and the question.
  private func rating(_ row: Int, _ question: Int) -> Int {
    let level = (row * 7 + row / 11) % 5 + 5
    return max(0, min(10, level + (row / (question + 2)) % 4 - 2 - (row % 60 == 0 ? 9 : 0)))
  }

  private func export(_ header: [String], mark: String = ",", _ cells: (Int) -> [String]) -> String {
    let quoted = { (texts: [String]) in texts.map { "\"\($0)\"" }.joined(separator: mark) }
    return ([quoted(header)] + (0..<DraftedExportsTests.rows).map { quoted(cells($0)) }).joined(
      separator: "\n") + "\n"
  }

  private func draft(_ text: String, outcome: String? = nil) throws -> SurveyDraft {
    let draft = try ExportFixture.withFile(Array(text.utf8), name: "export.csv") { path in
      try SurveyDraft(of: ResponseFile(at: path), outcome: outcome)
    }
    let again = try SurveyFileReader().read(draft.surveyFile, file: "survey.yaml")
    #expect(again.survey == draft.survey)
    return draft
  }

  @Test(
    "LimeSurvey with question texts, in English, German and by what it holds: named, and unfinished rows left out",
    arguments: [
      ["Response ID", "Date submitted", "Last page", "Start language", "Seed"],
      ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsstartwert"],
      [
        "id. Response ID", "submitdate. Date submitted", "lastpage. Last page",
        "startlanguage. Start language", "seed. Seed",
      ],
      ["Antwoord-ID", "Verzonden op", "Laatste pagina", "Taal", "Toevalsgetal"],
    ])
  func limeSurvey(fixed: [String]) throws {
    let questions = [
      "Would you recommend us?", "Rate: [Price]", "Rate: [Speed]", "Which? [Shop]", "Group time: Main",
    ]
    let hasCodes = fixed[0].hasPrefix("id. ")
    let codes = ["NPS", "R[SQ001]", "R[SQ002]", "W[SQ001]", "groupTime8"]
    let header = fixed + (hasCodes ? zip(codes, questions).map { "\($0). \($1)" } : questions)
    let text = export(header) { row in
      let date = row % 12 == 0 ? "" : "2026-03-\(10 + row % 20) 10:00:00"
      return [
        "\(row + 1)", date, "3", "en", "\(100_000 + row * 7919)", "\(rating(row, 0))", "\(rating(row, 1))",
        "\(rating(row, 2))", row % 3 == 0 ? "Y" : "", "\(row).5",
      ]
    }
    let draft = try draft(text)
    #expect(draft.layout.hasPrefix("an export of LimeSurvey"))
    #expect(draft.rowsSeen == 220)
    #expect(draft.survey.drivers.map(\.id) == ["price", "speed"])
    #expect(draft.survey.drivers.map(\.label) == [LocalizedText("Price"), LocalizedText("Speed")])
    #expect(draft.survey.outcome.label == LocalizedText(questions[0]))
    #expect(draft.survey.date?.source.name == fixed[1])
    let box = try #require(draft.survey.segments.first)
    #expect(draft.survey.segments.count == 1)
    #expect(box.option == "Y" && box.isTickBox)
    let (summary, sink) = try ExportFixture.read(text, with: draft.surveyFile)
    #expect(summary.rowsStored == 220)
    let ticked = sink.categories.count { $0 == [0] }
    #expect(ticked == (0..<240).count { $0 % 3 == 0 && $0 % 12 != 0 })
    #expect(sink.categories.count { $0 == [1] } == 220 - ticked)
  }

  @Test(
    "Boxes to tick hold their own name where SurveyMonkey and Typeform made them, and are no personal data")
  func boxes() throws {
    let header = ["#", "How likely are you to recommend us?", "Our speed?", "Our price?", "Phone", "Email"]
    let draft = try draft(
      export(header) { row in
        [
          "r\(row)", "\(rating(row, 0))", "\(rating(row, 1))", "\(rating(row, 2))",
          row % 2 == 0 ? "Phone" : "",
          row % 3 == 0 ? "Email" : "",
        ]
      })
    #expect(draft.survey.segments.map(\.option) == ["Phone", "Email"])
    #expect(draft.survey.excludedColumns.isEmpty)
    #expect(draft.survey.respondent?.name == "#")
  }

  @Test("A segment is a box to tick or has several answers, not both")
  func tickedAndContains() {
    let yaml = """
      title: t
      outcome: {id: nps, column: nps, scale: 0-10}
      drivers: {price: {scale: 1-5}}
      segments: {shop: {column: shop, contains: a, ticked: b}}
      """
    let error = #expect(throws: ImportError.self) { try SurveyFileReader().read(yaml, file: "survey.yaml") }
    #expect(error?.diagnostics.map(\.code) == ["value-kind"])
  }

  @Test("Sliders from 0 to 100 are drivers where two stand side by side; an age is none")
  func sliders() throws {
    let header = ["nps", "quality", "speed", "age", "orders"]
    let draft = try draft(
      export(header) { row in
        [
          "\(rating(row, 0))", "\(min(100, rating(row, 1) * 10 + row % 7))",
          row % 50 == 0 ? "-99" : "\(min(100, rating(row, 2) * 10 + row % 5))",
          "\(18 + row % 70)", "\(row % 100)",
        ]
      })
    #expect(draft.survey.drivers.map(\.id) == ["quality", "speed"])
    #expect(draft.survey.drivers.allSatisfy { $0.scale == Scale(minimum: 0, maximum: 100) })
    #expect(draft.survey.drivers[1].missingCodes == [MissingCode(text: "-99", reason: .skipped)])
    #expect(draft.guesses[1].confidence == .low)
  }

  @Test(
    "Glued labels that run from good to bad are reversed, and columns share the words that one of them lacks")
  func reversedLabels() throws {
    let words = ["Zeer tevreden", "Tevreden", "Neutraal", "Ontevreden", "Zeer ontevreden"]
    let header = ["Aanbeveling (0-10)", "Product", "Snelheid", "Prijs"]
    let text = export(header, mark: ";") { row in
      let level = { (question: Int, most: Int) in 5 - max(5 - most, min(5, (rating(row, question) + 1) / 2)) }
      let label = { (level: Int) in "\(level + 1) - \(words[level])" }
      return [
        "\(rating(row, 0))", label(min(4, level(1, 5))), label(min(3, level(2, 5))),
        label(min(3, level(3, 5))),
      ]
    }
    let draft = try draft(text)
    #expect(draft.survey.drivers.map(\.id) == ["product", "snelheid", "prijs"])
    #expect(draft.survey.drivers.allSatisfy { $0.scale.isReversed && $0.scale.labels.count == 5 })
    let (summary, _) = try ExportFixture.read(text, with: draft.surveyFile)
    #expect(summary.rowsStored == 240)
  }

  @Test("With two products the draft is about the one, and takes the questions about it")
  func twoProducts() throws {
    let header = ["Alpha", "Beta"].flatMap {
      ["How likely are you to recommend \($0)?", "\($0): price", "\($0): speed"]
    }
    let text = export(header) { row in (0..<6).map { "\(rating(row, $0))" } }
    #expect(try draft(text).survey.drivers.map(\.id) == ["alpha-price", "alpha-speed"])
    let other = try draft(text, outcome: "How likely are you to recommend Beta?")
    #expect(other.survey.drivers.map(\.id) == ["beta-price", "beta-speed"])
    let unlike = text.replacing("recommend Alpha?", with: "recommend us?").replacing(
      "recommend Beta?", with: "recommend our beta version?")
    #expect(try draft(unlike).survey.drivers.count == 4)
  }

  /// Excel writes a date so into a text file where the cell's format is not that of a date.
  @Test("Days as spreadsheets count them are dates where the name says so; post codes are none")
  func spreadsheetDays() throws {
    let header = ["ZIP", "Score", "Invuldatum", "Speed", "Price"]
    let text = export(header) { row in
      ["\(40_000 + row)", "\(rating(row, 0))", "\(46_349 + row).5", "\(rating(row, 1))", "\(rating(row, 2))"]
    }
    let draft = try draft(text)
    let date = DateSource(source: ColumnSource(name: "Invuldatum"), order: .spreadsheetDays)
    #expect(draft.survey.date == date)
    let (_, sink) = try ExportFixture.read(text, with: draft.surveyFile)
    // 46,349 is 23 November 2026 in Excel and in LibreOffice.
    #expect(CalendarDate(daysSince1970: sink.dates[0]).description == "2026-11-23")
  }

  @Test("Moments in seconds since 1970 are dates where the name says so; numbers of respondents are none")
  func unixSeconds() throws {
    let header = ["ID", "Score", "Comment", "Created at", "Speed", "Price"]
    let text = export(header) { row in
      [
        "\(1_700_000_000 + row)", "\(rating(row, 0))", "", "\(1_700_000_000 + row * 86_400)",
        "\(rating(row, 1))",
        "\(rating(row, 2))",
      ]
    }
    let draft = try draft(text)
    #expect(draft.survey.date == DateSource(source: ColumnSource(name: "Created at"), order: .unixSeconds))
    #expect(draft.survey.respondent?.name == "ID")
    let (_, sink) = try ExportFixture.read(text, with: draft.surveyFile)
    #expect(CalendarDate(daysSince1970: sink.dates[0]).description == "2023-11-14")
  }

  @Test("The only ten-point question outside the grids is the outcome, and is said to be a guess")
  func outsideGrids() throws {
    let header = ["respondent_id", "V1", "V2_A1", "V2_A2", "V2_A3"]
    let draft = try draft(export(header) { row in ["\(row)"] + (0..<4).map { "\(max(1, rating(row, $0)))" } })
    #expect(draft.survey.outcome.source.name == "V1")
    #expect(draft.guesses[1].confidence == .low)
  }
}
