import Testing

@testable import SurveyImport

@Suite("Beginnings that questions share")
struct SharedBeginningsTests {
  @Test("Questions are called by what sets them apart")
  func shortened() {
    let names = SharedBeginnings.shortened([
      "How satisfied are you with our service?", "How satisfied are you with the price?",
      "How satisfied are you with the quality of our products?", "How satisfied are you overall?",
      "Hoe tevreden bent u over de snelheid?", "Hoe tevreden bent u over de prijs", "Speed",
    ])
    #expect(
      names == [
        "Our service", "The price", "The quality of our products", "Overall",
        "Hoe tevreden bent u over de snelheid?", "Hoe tevreden bent u over de prijs", "Speed",
      ])
  }

  @Test("The row of a grid may follow its question without a space")
  func grids() {
    let rows = ["Speed of service", "Price-quality", "Price-performance"]
    #expect(SharedBeginnings.shortened(rows.map { "How satisfied are you with these parts?.\($0)" }) == rows)
  }

  @Test("What two questions would be called by, and two questions that are the same, stay whole")
  func ambiguous() {
    let texts = ["price", "speed", "size"].flatMap {
      ["How satisfied are you with \($0)?", "How important to you is \($0)?"]
    }
    #expect(SharedBeginnings.shortened(texts) == texts)
    let same = ["Rate us on a scale", "Rate us on a scale", "Rate us on a scale of stars"]
    #expect(SharedBeginnings.shortened(same) == [same[0], same[1], "Scale of stars"])
    #expect(SharedBeginnings.shortened([]) == [])
  }
}
