import Foundation
import SurveyModel
import Testing
import TestSupport

@testable import SurveyImport

/// `labels.sav` was written with ReadStat's writer: the codes 1–11 of Q1 mean 0–10, and 99 is user-missing; those of
/// Service run from good to bad, and 7–9 are user-missing.
@Suite("SPSS files")
struct StatisticsFileTests {
  private let expected = """
    Q1,Service,Regio,Datum,Weging,Toelichting
    0 - Not at all likely,Zeer ontevreden,"Noord, buiten ""de ring""\",2026-01-01,0.75,"regel, ""een""\"
    10 - Extremely likely,Zeer tevreden,Züid,2026-01-02,1.25,
    9,Tevreden,"Noord, buiten ""de ring""\",2026-01-03,0.75,
    7,Neutraal,Züid,2026-01-04,1.25,
    Don't know,Refused,"Noord, buiten ""de ring""\",2026-01-05,0.75,
    ,7,Züid,2026-01-06,1.25,
    10 - Extremely likely,,"Noord, buiten ""de ring""\",2026-01-07,0.75,
    5,Ontevreden,Züid,2026-01-08,1.25,

    """

  @Test("Labels are read in place of codes, plain or compressed", arguments: ["labels.sav", "labels.zsav"])
  func labels(name: String) throws {
    let file = try StatisticsFile(path: ExportFixture.path(name))
    #expect(String(decoding: file.text, as: UTF8.self) == expected)
    #expect(file.shifted.map(\.name) == ["Q1"] && file.shifted.map(\.shift) == [-1])
    #expect(file.facts[0].text == "How likely are you to recommend us?")
    #expect(file.facts[0].missing == ["Don't know": .dontKnow])
    #expect(file.facts[1].missing == ["Refused": .skipped, "7": .skipped])
    #expect(file.facts[1].labels["Zeer ontevreden"] == 5)
  }

  @Test("The draft has the wording, the scale, its direction and the missing codes, and rejects no row")
  func draft() throws {
    let file = try ResponseFile(at: ExportFixture.path("labels.sav"))
    let draft = try SurveyDraft(of: file)
    #expect(draft.survey.outcome.source.name == "Q1")
    #expect(draft.survey.outcome.label == LocalizedText("How likely are you to recommend us?"))
    #expect(draft.survey.outcome.scale.minimum == 0 && draft.survey.outcome.scale.maximum == 10)
    let service = try #require(draft.survey.drivers.first)
    #expect(service.scale.isReversed)
    #expect(service.scale.labels.map(\.value) == [1, 2, 3, 4, 5])
    #expect(Set(service.missingCodes.map(\.text)) == ["Refused", "7"])
    #expect(try SurveyFileReader().read(draft.surveyFile, file: "s").survey == draft.survey)
    var sink = RecordingSink()
    let summary = try ResponseReader(for: draft.survey).read(file, into: &sink)
    #expect(summary.rowsStored == 8)
    #expect(sink.ratings.map { $0[0].value } == [0, 10, 9, 7, nil, nil, 10, 5])
    #expect(sink.ratings[4][0] == .dontKnow)
  }

  /// The file was written with ReadStat's writer by way of pyreadstat.
  @Test("Ranges of missing values, long names, dates, and labels that nobody chose")
  func missingRanges() throws {
    let file = try ResponseFile(at: ExportFixture.path("missing-ranges.sav"))
    let survey = try SurveyDraft(of: file).survey
    #expect(survey.outcome.source.name == "a_variable_name_that_is_longer_than_eight_letters")
    #expect(survey.respondent?.name == "respid")
    #expect(survey.date?.source.name == "datum")
    let product = try #require(survey.drivers.first)
    #expect(Set(product.missingCodes.map(\.text)) == ["97.5", "Geen antwoord", "Weet niet"])
    let service = try #require(survey.drivers.last)
    #expect(service.scale.labels.map(\.value) == [1, 2, 3, 4, 5] && service.scale.isReversed)
    var sink = RecordingSink()
    let summary = try ResponseReader(for: survey).read(file, into: &sink)
    #expect(summary.rowsStored == 60)
    #expect(
      sink.ratings[0][1] == .dontKnow && sink.ratings[1][1] == .skipped && sink.ratings[3][2] == .skipped)
    #expect(sink.ratings[2][1].value == 3)
  }

  /// Written as UTF-8, then changed by hand: the encoding's name and number, and the bytes of the letters.
  @Test("An SPSS file in Windows-1252")
  func windows1252() throws {
    let file = try ResponseFile(at: ExportFixture.path("windows-1252.sav"))
    let survey = try SurveyDraft(of: file).survey
    #expect(survey.outcome.label == LocalizedText("Recommander à un ami?"))
    #expect(survey.drivers.first?.label == LocalizedText("Prix €"))
    #expect(survey.drivers.first?.scale.labels.map(\.text) == ["très mauvais", "très bon"])
    var sink = RecordingSink()
    #expect(try ResponseReader(for: survey).read(file, into: &sink).rowsStored == 60)
    #expect(sink.levels == [["Gent", "München"]])
  }

  @Test(
    "Any damage to an SPSS file is refused or read, without a crash",
    arguments: ["labels.sav", "labels.zsav"])
  func damage(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: ExportFixture.path(name))))
    for place in stride(from: 0, to: bytes.count, by: 5) {
      var damaged = Array(bytes[..<(place % 2 == 0 ? bytes.count : place)])
      if place < damaged.count { damaged[place] ^= 0xFF }
      try ExportFixture.withFile(damaged, name: name) { path in
        do throws(StatisticsFile.Failure) {
          #expect(try StatisticsFile(path: path).text.count < 1_000_000)
        } catch {
          #expect(!error.message.isEmpty)
        }
      }
    }
  }

  /// The facts of pyreadstat's own tests of these files.
  @Test(
    "Real SPSS files: size, labels, dates and user-missing values",
    .enabled(if: Fixture.sharedData("README.md") != nil, "no ../shared/data"))
  func realFiles() throws {
    func lines(_ name: String) throws -> [String] {
      let path = try #require(Fixture.sharedData("export-samples/pyreadstat_" + name)).path
      return String(decoding: try StatisticsFile(path: path).text, as: UTF8.self)
        .split(separator: "\n").map(String.init)
    }
    let sample = try lines("sample.sav")
    #expect(sample[0] == "mychar,mynum,mydate,dtime,mylabl,myord,mytime")
    #expect(sample[1].hasPrefix("a,1.1,2018-05-06,2018-05-06,Male,low,"))
    #expect(try lines("sample.zsav") == sample)
    let declared = try #require(Fixture.sharedData("export-samples/pyreadstat_sample_missing.sav"))
    #expect(try StatisticsFile(path: declared.path).facts.contains { !$0.missing.isEmpty })
  }
}
