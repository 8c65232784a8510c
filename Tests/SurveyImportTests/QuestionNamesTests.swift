import Testing

@testable import SurveyImport

@Suite("Names of questions")
struct QuestionNamesTests {
  @Test(
    "Markup and numbers are taken off",
    arguments: [
      (
        "How likely is it that you would recommend <b>Acme</b>?",
        "How likely is it that you would recommend Acme?"
      ),
      ("Line<br>break", "Line break"), ("Recommander à un <i>ami</i> ?", "Recommander à un ami ?"),
      ("How would you rate our *service*?", "How would you rate our service?"),
      ("2. Speed of service", "Speed of service"), ("Q12) Prijs", "Prijs"), ("3.5 stars", "3.5 stars"),
      ("2e aankoop", "2e aankoop"), ("Fish &amp; chips&nbsp;", "Fish & chips"),
      ("a < b and c > d", "a < b and c > d"),
      ("Question\non two lines", "Question on two lines"), ("Region? - Selected Choice", "Region?"),
      ("4 * 4 = 16", "4 * 4 = 16"), ("", ""),
    ])
  func plain(text: String, expected: String) {
    #expect(QuestionNames.plain(text) == expected)
  }

  @Test("The rows of a grid are named by themselves, in brackets or behind what they share")
  func items() {
    let names = QuestionNames(of: [
      "Rate us: [Price]", "Rate us: [Speed]", "How satisfied are you with - Brand",
      "How satisfied are you with - Shop",
      "Left - right", "Anything?",
    ])
    #expect(names.names == ["Price", "Speed", "Brand", "Shop", "Left - right", "Anything?"])
    #expect(names.isItem == [true, true, true, true, false, false])
  }

  @Test("The question may stand before the colon or behind it, whichever others share")
  func sidesOfColons() {
    let names = QuestionNames(of: [
      "Hoe tevreden bent u over: Prijs", "Hoe tevreden bent u over: Snelheid", "Speed: our answer",
      "Size: our answer", "Time: 10:30",
    ])
    #expect(names.names == ["Prijs", "Snelheid", "Speed", "Size", "Time: 10:30"])
    #expect(
      names.grids.map { $0?.text }.prefix(4).map { $0 ?? "" } == [
        "hoe tevreden bent u over", "hoe tevreden bent u over", "our answer", "our answer",
      ])
  }

  @Test("Alchemer writes the row of a grid first, and JSON a path")
  func rowsInFront() {
    let names = QuestionNames(of: [
      "Price:Rate us", "Speed:Rate us", "Note: one", "ratings.size", "ratings.colour", "v1.5",
      "Service (0-10)",
    ])
    #expect(names.names == ["Price", "Speed", "Note: one", "size", "colour", "v1.5", "Service"])
  }

  @Test("A row that another grid has too, and one that is a code, keeps its whole text")
  func ambiguous() {
    let texts = ["Satisfied? [Price]", "Important? [Price]", "DRV[SQ001]", "Satisfied? [Speed]"]
    let names = QuestionNames(of: texts)
    #expect(names.names == [texts[0], texts[1], texts[2], "Speed"])
  }
}
