import HTML
import Testing

@Suite struct CoordinateTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (-0.004, "0"), (1, "1"), (-1.5, "-1.5"), (0.05, "0.05"), (10.20, "10.2"),
      (1234.567, "1234.57"), (-0.126, "-0.13"), (1.0 / 3, "0.33"), (999.996, "1000"), (100, "100"),
    ] as [(Double, String)])
  func writesAtMostTwoDecimals(value: Double, expected: String) {
    #expect(Coordinate.text(value) == expected)
  }

  @Test func readsBackWithinHalfAHundredth() throws {
    for index in -2000...2000 {
      let value = Double(index) * 0.317
      let back = try #require(Double(Coordinate.text(value)))
      #expect((back - value).magnitude <= 0.005 + 1e-9)
    }
  }

  @Test func drawsAPathThroughPoints() {
    let open = HTMLNode.path(through: [(0, 0), (1.5, -2)], [])
    #expect(HTMLFormatter().text(of: open) == "<path d=\"M0 0 L1.5 -2\" />\n")
    let closed = HTMLNode.path(through: [(0, 0), (1, 0), (1, 1)], closed: true, [])
    #expect(HTMLFormatter().text(of: closed) == "<path d=\"M0 0 L1 0 L1 1 Z\" />\n")
  }
}
