import Testing

@testable import SurveyImport

@Suite("Total variation distance between answers") struct AnswerSharesTests {
  @Test func isHalfTheSumOfTheDifferences() throws {
    // By hand: shares 0.5, 0.3, 0.2 and 0.25, 0.25, 0.5; differences 0.25 + 0.05 + 0.3 = 0.6.
    let one = AnswerShares(counts: ["1": 50, "2": 30, "3": 20])
    let two = AnswerShares(counts: ["1": 10, "2": 10, "3": 20])
    #expect(try abs(#require(one.distance(to: two)) - 0.3) < 1e-15)
    #expect(one.distance(to: two) == two.distance(to: one))
  }

  @Test func isZeroForEqualSharesAndOneForSharesWithNothingInCommon() {
    let one = AnswerShares(counts: ["1": 30, "2": 60])
    #expect(one.distance(to: AnswerShares(counts: ["1": 100, "2": 200])) == 0)
    #expect(one.distance(to: AnswerShares(counts: ["3": 30])) == 1)
  }

  @Test func isUnknownForFewAnswers() {
    let few = AnswerShares(counts: ["1": 29])
    let enough = AnswerShares(counts: ["1": 30])
    #expect(few.distance(to: enough) == nil && enough.distance(to: few) == nil)
  }
}
