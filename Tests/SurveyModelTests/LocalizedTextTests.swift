import SurveyModel
import Testing

@Suite struct LocalizedTextTests {
  @Test func givesTheLanguageAskedForOrTheFirst() {
    let text = LocalizedText(translations: [("nl", "Regio"), ("en", "Region")])
    #expect(text.text(in: "en") == "Region")
    #expect(text.text(in: "nl") == "Regio")
    #expect(text.text(in: "de") == "Regio")
    #expect(LocalizedText("Regio").text(in: "en") == "Regio")
  }

  @Test func segmentsShowACodeTheyDoNotKnowAsItIs() {
    let segment = Segment(
      id: "region", source: ColumnSource(name: "region"), label: LocalizedText("Region"),
      values: [Segment.Value(code: "N", label: LocalizedText("North"))])
    #expect(segment.label(of: "N", in: "en") == "North")
    #expect(segment.label(of: "Q", in: "en") == "Q")
  }
}
