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

  @Test("A row that another grid has too, and one that is a code, keeps its whole text")
  func ambiguous() {
    let texts = ["Satisfied? [Price]", "Important? [Price]", "DRV[SQ001]", "Satisfied? [Speed]"]
    let names = QuestionNames(of: texts)
    #expect(names.names == [texts[0], texts[1], texts[2], "Speed"])
  }
}
