import Statistics
import Testing

@Suite struct IndependenceTestTests {
  @Test func proportionalRowsAreAlike() throws {
    let test = try #require(IndependenceTest(of: [[10, 20, 30], [5, 10, 15]]))
    #expect(test.statistic.magnitude < 1e-14 && test.pValue == 1 && test.leastExpected == 5)
  }

  @Test func emptyRowsAndColumnsDoNotCount() throws {
    let full = try #require(IndependenceTest(of: [[10, 20], [7, 3]]))
    let holed = try #require(IndependenceTest(of: [[10, 0, 20], [0, 0, 0], [7, 0, 3]]))
    #expect(full == holed)
  }

  @Test func tooSmallATable() {
    #expect(IndependenceTest(of: []) == nil)
    #expect(IndependenceTest(of: [[0, 0], [0, 0]]) == nil)
    #expect(IndependenceTest(of: [[3, 4]]) == nil)
  }
}
