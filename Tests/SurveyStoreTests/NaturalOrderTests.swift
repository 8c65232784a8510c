import Testing

@testable import SurveyStore

@Suite struct NaturalOrderTests {
  @Test(arguments: [
    ["2017", "2018"], ["2025-Q4", "2026-Q1", "2026-Q2"], ["wave 9", "wave 10", "wave 010", "wave 11"],
    ["", "0", "00", "1", "a", "a1", "a1b", "a2", "b"], ["12345678901234567890", "12345678901234567891"],
  ])
  func putsNamesInOrder(names: [String]) {
    #expect(names.reversed().sorted(by: NaturalOrder.precedes) == names.sorted(by: NaturalOrder.precedes))
    for (index, name) in names.enumerated() {
      #expect(!NaturalOrder.precedes(name, name))
      for later in names[(index + 1)...] {
        #expect(NaturalOrder.precedes(name, later) != NaturalOrder.precedes(later, name))
      }
    }
  }

  @Test func comparesNumbersByValue() {
    #expect(NaturalOrder.precedes("wave 9", "wave 10"))
    #expect(NaturalOrder.precedes("2017", "2018"))
    #expect(NaturalOrder.precedes("2025-Q4", "2026-Q1"))
    #expect(NaturalOrder.precedes("a", "a1"))
    #expect(NaturalOrder.precedes("007", "8"))
  }
}
