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
