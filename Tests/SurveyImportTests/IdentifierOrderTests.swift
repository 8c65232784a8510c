import Testing

@testable import SurveyImport

@Suite("Order of identifiers")
struct IdentifierOrderTests {
  @Test(
    "The order holds while no identifier can have come before",
    arguments: [
      (["9", "10", "11"], [true, true, true]), (["11", "10", "9"], [true, true, true]),
      (["R1", "R2", "R2", "R3"], [true, true, false, false]),
      (["a", "c", "b", "d"], [true, true, false, false]),
      (["b", "a", "aa"], [true, true, false]), (["1", "01"], [true, true]), (["x", "x"], [true, false]),
    ])
  func holds(identifiers: [String], expected: [Bool]) {
    var order = IdentifierOrder()
    #expect(identifiers.map { order.holds(for: $0) } == expected)
  }
}
