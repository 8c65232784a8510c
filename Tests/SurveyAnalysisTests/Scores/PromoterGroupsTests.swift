import SurveyAnalysis
import SurveyModel
import Testing

@Suite struct PromoterGroupsTests {
  @Test func usualScale() throws {
    let groups = try #require(PromoterGroups(of: .recommendation))
    #expect(groups.isStandard)
    #expect((0...10).map { groups.group(of: $0).rawValue } == [-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1])
    #expect(groups.values(of: .detractor) == 0...6)
  }

  @Test func oneToTenIsTakenAndNamed() throws {
    let groups = try #require(PromoterGroups(of: Scale(minimum: 1, maximum: 10)))
    #expect(!groups.isStandard)
    #expect(groups.values(of: .detractor) == 1...6)
    #expect(groups.group(of: 1) == .detractor)
    #expect(groups.group(of: 9) == .promoter)
  }

  @Test func reversedScaleIsTurnedRound() throws {
    let groups = try #require(PromoterGroups(of: Scale(minimum: 0, maximum: 10, isReversed: true)))
    #expect(groups.group(of: 0) == .promoter)
    #expect(groups.group(of: 3) == .passive)
    #expect(groups.group(of: 4) == .detractor)
  }

  @Test(arguments: [(1, 5), (0, 5), (1, 7), (0, 100), (-5, 5), (1, 11), (2, 10)])
  func otherScalesHaveNoGroups(scale: (Int, Int)) {
    #expect(PromoterGroups(of: Scale(minimum: scale.0, maximum: scale.1)) == nil)
  }

  @Test(
    arguments: [
      (1, 2, [1...1, nil, 2...2]), (1, 3, [1...1, 2...2, 3...3]), (1, 4, [1...2, nil, 3...4]),
      (1, 5, [1...2, 3...3, 4...5]), (1, 7, [1...2, 3...5, 6...7]), (-5, 5, [-5...(-4), -3...3, 4...5]),
      (0, 10, [0...6, 7...8, 9...10]),
    ] as [(Int, Int, [ClosedRange<Int>?])])
  func boxesOfAnyScale(minimum: Int, maximum: Int, boxes: [ClosedRange<Int>?]) {
    let groups = PromoterGroups(orBoxesOf: Scale(minimum: minimum, maximum: maximum))
    #expect([.detractor, .passive, .promoter].map { groups.values(of: $0) } == boxes)
    #expect(groups.isNetPromoter == (maximum == 10))
    for value in minimum...maximum {
      let group = groups.group(of: value)
      #expect(groups.values(of: group)?.contains(value) == true)
    }
  }
}
