import Testing

@testable import SurveyAnalysis

@Suite struct WithholdingTests {
  @Test(
    arguments: [
      ([10, 20, 30], [nil, nil, nil]),
      ([4, 20, 30], [.fewAnswers, .complement, nil]),
      ([30, 20, 4], [nil, .complement, .fewAnswers]),
      ([3, 4, 30], [.fewAnswers, .fewAnswers, nil]),
      // Two of two are a figure on four respondents.
      ([2, 2, 30, 9], [.fewAnswers, .fewAnswers, nil, .complement]),
      ([0, 4, 30], [nil, .fewAnswers, .complement]),
      ([0, 0, 30], [nil, nil, nil]),
      ([3], [.fewAnswers]),
      ([1, 1], [.fewAnswers, .fewAnswers]),
      ([4, 9, 9], [.fewAnswers, .complement, nil]),
    ] as [([Int], [Withholding?])])
  func decides(groups: ([Int], [Withholding?])) {
    #expect(Withholding.decide(sizes: groups.0) == groups.1)
  }

  /// No figure on fewer than five answers, nor on one group, follows from the total and what is shown.
  @Test func nothingFollowsBySubtraction() {
    for first in 0...7 {
      for second in 0...7 {
        for third in 0...7 {
          let sizes = [first, second, third, 6]
          let decided = Withholding.decide(sizes: sizes)
          let hidden = sizes.indices.filter { decided[$0] != nil }
          let answers = hidden.reduce(0) { $0 + sizes[$1] }
          #expect(hidden.isEmpty || (hidden.count >= 2 && answers >= 5) || sizes.filter { $0 > 0 }.count == 1)
        }
      }
    }
  }
}
