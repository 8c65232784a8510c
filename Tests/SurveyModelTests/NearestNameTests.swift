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
