import Foundation
import LoyaltyDrivers
import TestSupport
import Testing

@Suite("Columns that were renamed") struct AliasTests {
  private static func airport(_ year: Int) -> URL? {
    Fixture.sharedData("sfo-airport-survey/\(year)_SFO_Customer_Survey.csv")
  }

  /// A copy of the shipped example's folder with its first quarter imported, and a text with the second as an export.
  private func withExample(
    _ change: @escaping (String) -> String, _ body: (Study, URL) throws -> Void
  ) throws {
    try Fixture.withTemporaryFolder { folder in
      let example = Fixture.url("surveys/voorbeeld")
      try FileManager.default.copyItem(
        at: example.appending(path: "survey.yaml"), to: folder.appending(path: "survey.yaml"))
      let text = try String(contentsOf: example.appending(path: "responses.csv"), encoding: .utf8)
      // Comments with line breaks in them would make the changes below hard to write.
      let lines = text.split(whereSeparator: \.isNewline).filter { line in
        line.filter { $0 == "\"" }.count.isMultiple(of: 2) && line.filter { $0 == ";" }.count >= 15
      }
      let waves = Set(lines.dropFirst().map { String($0.split(separator: ";")[2]) }).sorted()
      func export(_ wave: String) -> String {
        ([lines[0]] + lines.dropFirst().filter { $0.contains(";\(wave);") }).joined(separator: "\n") + "\n"
      }
      let first = folder.appending(path: "first.csv")
      try Data(export(waves[0]).utf8).write(to: first)
      let study = try Study(at: folder.path)
      try study.importResponses(from: first.path)
      let second = folder.appending(path: "second.csv")
      try Data(change(export(waves[1])).utf8).write(to: second)
      try body(study, second)
    }
  }

  /// A change of the rows of an export, cell by cell; the first row is the header.
  private func changing(_ change: @escaping (Int, inout [String]) -> Void) -> (String) -> String {
    { text in
      let lines = text.split(separator: "\n").enumerated().map { index, line -> String in
        var cells = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        change(index, &cells)
        return cells.joined(separator: ";")
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }

  private func renamed(_ old: String, _ new: String) -> (String) -> String {
    changing { index, cells in
      if index == 0 { cells = cells.map { $0 == old ? new : $0 } }
    }
  }

  @Test(.enabled(if: airport(2018) != nil, "skipped: no ../shared/data"))
  func ofAnAirportAreAllFoundAndNoneIsInvented() throws {
    try Fixture.withTemporaryFolder { folder in
      let first = try #require(Self.airport(2017)).path
      _ = try Study.write(try Study.draft(of: first, outcome: "NETPRO"), into: folder.path)
      let study = try Study(at: folder.path)
      try study.importResponses(from: first, wave: "2017")
      let check = try study.check(try #require(Self.airport(2018)).path, wave: "2018")
      let found = Dictionary(
        uniqueKeysWithValues: check.waves.proposals.map { ($0.id, $0.candidates[0].header) })
      let expected = [
        "q7walkways": "Q7WALKWAY", "q12prechekcrate": "Q12PRECHECKRATE", "method": "METH", "q19age": "Q20Age",
        "q20gender": "Q21Gender", "q21income": "Q22Income",
      ]
      #expect(found == expected)
      #expect(check.waves.proposals.allSatisfy { !$0.isAmbiguous })
      #expect(check.waves.added.contains("Q8-6") && !check.waves.added.contains("Q7ART"))
      #expect(try study.accept(check.waves.clear).count == 6)
      let again = try Study(at: folder.path).check(try #require(Self.airport(2018)).path, wave: "2018")
      #expect(again.waves.proposals.isEmpty && again.waves.dropped.isEmpty)
      #expect(again.account?.summary.columns.allSatisfy { $0.header != nil } == true)
    }
  }

  private static let spanish = Fixture.sharedData("r-community-survey/2019_spanish_responses.csv")

  @Test(.enabled(if: spanish != nil, "skipped: no ../shared/data"))
  func ofAnOutcomeForTwoProductsInAnotherLanguageIsTheOneWithTheSameAnswers() throws {
    try Fixture.withTemporaryFolder { folder in
      let first = try #require(Fixture.sharedData("r-community-survey/2018_english_form_responses.tsv")).path
      _ = try Study.write(try Study.draft(of: first), into: folder.path)
      let study = try Study(at: folder.path)
      try study.importResponses(from: first)
      let check = try study.check(try #require(Self.spanish).path)
      let proposal = try #require(check.waves.proposals.first { $0.path == "outcome" })
      #expect(!proposal.isAmbiguous && check.failure != nil)
      #expect(proposal.candidates[0].header.contains("recomiendes R "))
      #expect(proposal.candidates[0].answerDistance.map { $0 < 0.1 } == true)
    }
  }

  @Test(
    arguments: [
      ("servicesnelheid", "Snelheid van de service", "drivers.servicesnelheid"),
      ("productkwaliteit", "kwaliteit_product", "drivers.productkwaliteit"),
      ("aanbevelen", "Aanbeveling", "outcome"), ("weging", "weegfactor_weging", "weight"),
      ("respondentnr", "respondentnummer", "respondent"), ("kwartaal", "Kwartaal (meting)", "wave"),
      ("datum", "invuldatum", "date"), ("klanttype", "type klant", "segments.klanttype"),
    ])
  func ofTheExampleAreFoundAndWritten(old: String, new: String, path: String) throws {
    try withExample(renamed(old, new)) { study, second in
      let check = try study.check(second.path)
      let proposal = try #require(check.waves.proposals.first, "\(check.waves)")
      #expect(check.waves.proposals.count == 1)
      #expect(proposal.path == path && proposal.candidates[0].header == new && !proposal.isAmbiguous)
      #expect((check.failure != nil) == ["outcome", "weight", "wave"].contains(path))
      let before = try String(contentsOf: study.folder.appending(path: "survey.yaml"), encoding: .utf8)
      #expect(try study.accept(check.waves.clear) == [proposal])
      let after = try String(contentsOf: study.folder.appending(path: "survey.yaml"), encoding: .utf8)
      #expect(
        after.split(separator: "\n").filter { $0.contains("#") }
          == before.split(separator: "\n").filter { $0.contains("#") })
      let next = try Study(at: study.folder.path).check(second.path)
      #expect(next.waves.isEmpty && next.failure == nil)
    }
  }

  @Test func thatFitEquallyAreBothListedAndNotWritten() throws {
    // Two columns with the same answers: nobody can say which of them is the old one.
    let change = changing { index, cells in
      let speed = cells[11]
      cells[11] = index == 0 ? "servicesnelheid 1" : speed
      cells.insert(index == 0 ? "servicesnelheid 2" : speed, at: 12)
    }
    try withExample(change) { study, second in
      let check = try study.check(second.path)
      let proposal = try #require(check.waves.proposals.first)
      #expect(proposal.id == "servicesnelheid" && proposal.isAmbiguous)
      #expect(proposal.candidates.map(\.header) == ["servicesnelheid 1", "servicesnelheid 2"])
      #expect(check.waves.clear.isEmpty)
      let file = study.folder.appending(path: "survey.yaml")
      let before = try Data(contentsOf: file)
      #expect(try study.accept(check.waves.proposals).isEmpty)
      #expect(try Data(contentsOf: file) == before)
      for language in [ReportLanguage.english, .dutch] {
        let text = CheckOutput.text(of: check.waves, survey: study.survey, language: language)
        #expect(text.contains("\"servicesnelheid 1\"") && text.contains("\"servicesnelheid 2\""))
        #expect(!text.contains("aliases:"))
      }
    }
  }

  @Test func ofWhichOneFitsTwoQuestionsAreLeftToYou() throws {
    try RespondentSurvey.with { survey in
      let yaml = """
        title: x
        outcome: {column: nps}
        defaults: {scale: 1-10}
        drivers: {a-speed: , b-speed: , c-price: }
        """
      try survey.describe(yaml)
      let file = survey.folder.appending(path: "export.csv")
      try Data("nps,speed,c_price_now\n9,8,7\n3,2,1\n".utf8).write(to: file)
      let proposals = try survey.study.check(file.path).waves.proposals
      #expect(proposals.map(\.id) == ["a-speed", "b-speed", "c-price"])
      #expect(proposals.map(\.isAmbiguous) == [true, true, false])
      #expect(try survey.study.accept(proposals).map(\.id) == ["c-price"])
    }
  }

  @Test func withOtherAnswersAreNotProposed() throws {
    // The name is nearly the same, the answers are turned upside down.
    let change = changing { index, cells in
      let mirrored = Int(cells[10]).map { $0 > 5 ? "1" : "10" } ?? cells[10]
      cells[10] = index == 0 ? "productkwaliteiten" : mirrored
    }
    try withExample(change) { study, second in
      let waves = try study.check(second.path).waves
      #expect(waves.proposals.isEmpty)
      #expect(waves.dropped == ["productkwaliteit"])
      #expect(waves.added == ["productkwaliteiten"])
    }
  }

  @Test func questionsThatCameAndWentAreTold() throws {
    let change = changing { index, cells in
      cells.remove(at: 13)
      cells.append(index == 0 ? "Q99" : "\(index % 3)")
    }
    try withExample(change) { study, second in
      let waves = try study.check(second.path).waves
      #expect(waves.dropped == ["communicatie"] && waves.added == ["Q99"])
    }
  }
}
