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
}
