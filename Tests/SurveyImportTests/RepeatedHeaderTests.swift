import SurveyModel
import Testing

@testable import SurveyImport

@Suite("Columns with the same name") struct RepeatedHeaderTests {
  private static let text = "nps;prijs;service;Prijs ;prijs (3)\n9;1;5;2;4\n3;3;4;5;1\n"

  private func prices(_ column: String) throws -> [Rating] {
    let yaml = "title: T\noutcome: {column: nps}\ndrivers: {price: {column: \"\(column)\", scale: 1-5}}\n"
    let survey = try SurveyFileReader().read(yaml, file: "survey.yaml").survey
    return try ExportFixture.withFile(Array(Self.text.utf8)) { path in
      var sink = RecordingSink()
      _ = try ResponseReader(for: survey).read(ResponseFile(at: path), into: &sink)
      return sink.ratings.map { $0[1] }
    }
  }

  @Test func areToldApartByNumber() throws {
    #expect(try prices("prijs (1)") == [Rating(1), Rating(3)])
    #expect(try prices("prijs (2)") == [Rating(2), Rating(5)])
    #expect(try prices("PRIJS (2)") == [Rating(2), Rating(5)])
  }

  @Test("A header that is named so itself is that column, and a number beyond the last is none")
  func otherNumbers() throws {
    #expect(try prices("prijs (3)") == [Rating(4), Rating(1)])
    #expect(try prices("prijs (4)") == [.notShown, .notShown])
    #expect(try prices("service (1)") == [.notShown, .notShown])
  }
}
