import SurveyModel
import Testing

@Suite struct NearestNameTests {
  private let known = ["productkwaliteit", "servicesnelheid", "prijs-kwaliteit", "NETPRO"]

  @Test(
    arguments: [
      ("productkwaliet", "productkwaliteit"), ("ServiceSnelheid ", "servicesnelheid"),
      ("prijs_kwaliteit", "prijs-kwaliteit"), ("netrpo", "NETPRO"), ("NETPRO  ", "NETPRO"),
    ])
  func findsTheNearest(unknown: String, nearest: String) {
    #expect(NearestName(among: known).match(for: unknown) == nearest)
  }

  @Test(arguments: ["region", "", "x"])
  func findsNoneWhereNoneIsNear(unknown: String) {
    #expect(NearestName(among: known).match(for: unknown) == nil)
  }

  @Test func takesTheFirstOfEquallyNearNames() {
    #expect(NearestName(among: ["abcd", "abce"]).match(for: "abcf") == "abcd")
  }
}

@Suite struct NameSimilarityTests {
  @Test(
    arguments: [
      ("Q7WALKWAYS", "Q7WALKWAY", 0.95),  // it stands within the other: 0.5 + 9/20
      ("Q12PRECHEKCRATE", "q12-precheckrate", 14.0 / 15),  // one swap
      ("NETPRO", " net pro ", 1),
      ("abcd", "wxyz", 0),
      ("datum", "invuldatum", 0.75),
      ("productkwaliteit", "kwaliteit_product", 24.0 / 28),  // 12 of 14 runs in common
      ("", "abc", 0),
    ] as [(String, String, Double)])
  func isWhatCountingByHandGives(first: String, second: String, expected: Double) {
    #expect(abs(NearestName.similarity(of: first, and: second) - expected) < 1e-12)
    #expect(NearestName.similarity(of: second, and: first) == NearestName.similarity(of: first, and: second))
  }

  @Test func ofLongWordingsIsThatOfTheirRuns() {
    let first = "How satisfied are you with the speed of our service?"
    let second = "How satisfied were you with the speed of our services?"
    #expect(NearestName.similarity(of: first, and: second) > 0.85)
    #expect(
      NearestName.similarity(of: first, and: "Which region do you live in, and for how long have you?") < 0.3)
  }
}
