import SurveyModel
import Testing

@Suite struct ScaleTests {
  @Test func holdsItsEndsAndNoMore() {
    let scale = Scale(minimum: -5, maximum: 5)
    #expect(scale.contains(-5) && scale.contains(5))
    #expect(!scale.contains(-6) && !scale.contains(6))
  }

  @Test func turnsAReversedScaleRound() {
    #expect(Scale(minimum: 1, maximum: 5, isReversed: true).oriented(1) == 5)
    #expect(Scale(minimum: 1, maximum: 5, isReversed: true).oriented(3) == 3)
    #expect(Scale(minimum: 1, maximum: 5).oriented(1) == 1)
  }

  @Test func countsStepsWhereAnswersHaveDecimals() {
    let scale = Scale(minimum: 1, maximum: 10, isReversed: true, decimals: 1)
    #expect(scale.codes == 10...100 && scale.steps == 10 && scale.length == 90)
    #expect(scale.contains(75) && !scale.contains(7) && !scale.contains(101))
    #expect(scale.answer(of: 75) == 7.5 && scale.oriented(75) == 35)
  }

  @Test(arguments: MissingReason.allCases)
  func ratingsRememberWhyTheyAreMissing(reason: MissingReason) {
    let rating = Rating(missing: reason)
    #expect(rating.isMissing)
    #expect(rating.value == nil)
    #expect(rating.missingReason == reason)
  }

  @Test(arguments: [0, 10, -5, 100, -30_000, 30_000])
  func ratingsHoldValues(value: Int) {
    #expect(Rating(value).value == value)
    #expect(Rating(value).missingReason == nil)
  }
}
