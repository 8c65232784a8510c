import Testing

@testable import SurveyReport

@Suite struct NumberFormatTests {
  private let english = NumberFormat(language: .english)
  private let dutch = NumberFormat(language: .dutch)

  @Test(arguments: [
    (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1204, "1,204", "1.204"), (-1204, "−1,204", "−1.204"),
    (1_000_000, "1,000,000", "1.000.000"), (100_000, "100,000", "100.000"),
  ])
  func groupsThousands(value: Int, inEnglish: String, inDutch: String) {
    #expect(english.integer(value) == inEnglish)
    #expect(dutch.integer(value) == inDutch)
  }

  @Test(
    arguments: [
      (24.37, "+24"), (-6.6, "−7"), (0.49, "0"), (-0.49, "0"), (0.5, "+1"), (-0.5, "−1"), (-100, "−100"),
    ] as [(Double, String)])
  func signsScores(value: Double, expected: String) {
    #expect(english.signed(value) == expected)
    #expect(dutch.signed(value) == expected)
  }

  @Test(
    arguments: [
      (6.25, 1, "6.3", "6,3"), (6.0, 1, "6.0", "6,0"), (-0.04, 1, "0.0", "0,0"), (-0.05, 1, "−0.1", "−0,1"),
      (1234.5678, 2, "1,234.57", "1.234,57"), (0.005, 2, "0.01", "0,01"), (12.0, 0, "12", "12"),
    ] as [(Double, Int, String, String)])
  func writesDecimals(value: Double, places: Int, inEnglish: String, inDutch: String) {
    #expect(english.decimal(value, places) == inEnglish)
    #expect(dutch.decimal(value, places) == inDutch)
  }

  @Test func writesPercentages() {
    #expect(english.percent(0.24) == "24%")
    #expect(dutch.percent(0.24) == "24\u{A0}%")
    #expect(english.percentRange(0.194...0.296) == "19–30")
  }

  @Test(
    arguments: [
      (0.0001, "p < 0.001"), (0.001, "p = 0.001"), (0.0324, "p = 0.032"), (0.0996, "p = 0.100"),
      (0.1, "p = 0.10"), (0.62, "p = 0.62"), (0.999, "p > 0.99"), (1, "p > 0.99"),
    ] as [(Double, String)])
  func writesPValues(value: Double, expected: String) {
    #expect(english.pValue(value) == expected.replacing(" ", with: "\u{A0}"))
    #expect(dutch.pValue(value) == expected.replacing(" ", with: "\u{A0}").replacing(".", with: ","))
  }

  @Test(
    arguments: [(1, "over 99%"), (0.996, "over 99%"), (0.99, "99%"), (0.5, "50%"), (0, "under 1%")]
      as [(Double, String)])
  func isNeverQuiteCertain(probability: Double, expected: String) {
    #expect(english.certainty(probability) == expected)
  }

  @Test func keepsAnIntervalThatExcludesZeroApartFromIt() {
    let space = NumberFormat.noBreak
    #expect(english.signed(apartFromZero: 0.2...12.3) == "+0.2\(space)…\(space)+12.3")
    #expect(english.signed(apartFromZero: -8.0 ... -0.03) == "−8.00\(space)…\(space)−0.03")
    #expect(english.signed(apartFromZero: -0.2...12.3) == "0\(space)…\(space)+12")
    #expect(english.signed(apartFromZero: 1.2...12.3) == "+1\(space)…\(space)+12")
  }

  @Test(
    arguments: [
      ([0.2161, 0.3241, 0.4598], [22, 32, 46]), ([1.0 / 3, 1.0 / 3, 1.0 / 3], [34, 33, 33]),
      ([0.005, 0.99, 0.005], [1, 99, 0]), ([0, 0, 1], [0, 0, 100]), ([0.455, 0.455, 0.09], [46, 45, 9]),
    ] as [([Double], [Int])])
  func roundsSharesByLargestRemainder(shares: [Double], expected: [Int]) {
    #expect(NumberFormat.wholePercentages(shares) == expected)
  }

  @Test func roundedSharesAlwaysSumToAHundred() {
    for promoters in 0...97 {
      for detractors in 0...(97 - promoters) {
        let shares = [
          Double(detractors) / 97, Double(97 - promoters - detractors) / 97, Double(promoters) / 97,
        ]
        let points = NumberFormat.wholePercentages(shares)
        #expect(points.reduce(0, +) == 100)
        #expect(zip(points, shares).allSatisfy { (Double($0) - $1 * 100).magnitude < 1 })
      }
    }
  }
}

@Suite struct NumberFormatEdgeTests {
  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func writesADashForWhatIsNoNumber(value: Double) {
    let numbers = NumberFormat(language: .english)
    #expect(numbers.decimal(value, 1) == "–")
    #expect(numbers.signed(value) == "–")
    #expect(numbers.percent(value) == "–")
    #expect(ChartScale(domain: 0...1, start: 0, end: 10).position(value) == 5)
  }
}
