import SurveyModel
import Testing

@testable import SurveyImport

@Suite("Scales that a question states")
struct StatedScaleTests {
  @Test(
    "Brackets, wordings and worded ends in five languages",
    arguments: [
      ("Quality (0-10)", 0...10), ("Kwaliteit [1 – 5]", 1...5), ("Service (scale of 1 to 7)", 1...7),
      ("Op een schaal van 0 tot en met 10, hoe tevreden bent u?", 0...10),
      ("Auf einer Skala von 1 bis 6: Preis", 1...6), ("Sur une échelle de 0 à 10, …", 0...10),
      ("En una escala de 1 a 5, ¿…?", 1...5), ("Prijs (1 t/m 10)", 1...10),
      ("Prijs (1 = slecht, 5 = goed)", 1...5), ("0 = not at all likely and 10 = extremely likely", 0...10),
      ("Service (5: sehr gut, 1: sehr schlecht)", 1...5),
    ])
  func range(text: String, expected: ClosedRange<Int>) {
    #expect(StatedScale(in: text)?.range == expected)
  }

  @Test(
    "What is no scale",
    arguments: [
      "Question 12", "Employees (50-99)", "Part (1/5)", "Period 2024-2026", "From 9 to 5", "Q1: Price",
      "Children (2-4)", "1 = one", "",
    ])
  func none(text: String) {
    #expect(StatedScale(in: text) == nil)
  }

  @Test("The words beside the ends say which is the good one")
  func reversed() {
    #expect(StatedScale(in: "Preis (1 = sehr gut, 6 = sehr schlecht)")?.isReversed == true)
    #expect(StatedScale(in: "Preis (1 = sehr schlecht, 6 = sehr gut)")?.isReversed == false)
    #expect(StatedScale(in: "1 = very satisfied to 5 = very dissatisfied")?.isReversed == true)
    #expect(StatedScale(in: "Service (1 = very satisfied, 5 = very dissatisfied)")?.isReversed == true)
    #expect(StatedScale(in: "Price (1 = a, 5 = b)") == nil)
  }

  @Test("A name goes without the scale behind it")
  func removed() {
    #expect(StatedScale.removed(from: "Quality (0-10)") == "Quality")
    #expect(StatedScale.removed(from: "Preis (1 = sehr gut, 6 = sehr schlecht)") == "Preis")
    #expect(StatedScale.removed(from: "Employees (50-99)") == "Employees (50-99)")
    #expect(StatedScale.removed(from: "(0-10)") == "(0-10)")
  }

  @Test("It holds against what few answers show, with codes beside it as missing")
  func overAnswers() throws {
    let seen = try #require(NumericScale(counts: [3: 50, 4: 60, 8: 20], hasEmptyCells: false, stated: 1...5))
    #expect(seen.range == 1...5 && seen.seen == 3...4)
    #expect(seen.missing.map(\.text) == ["8"])
    // Zeros speak against a scale from 1.
    let zeros = NumericScale(
      counts: [0: 5, 4: 20, 6: 40, 8: 50, 10: 20], hasEmptyCells: false, stated: 1...10)
    #expect(zeros?.range == 0...10)
  }
}
