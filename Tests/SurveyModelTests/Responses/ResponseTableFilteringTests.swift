import SurveyModel
import Testing

struct ResponseTableFilteringTests {
  let table = ResponseTable(
    count: 4,
    ratings: ["nps": [Rating(1), .skipped, Rating(9), Rating(10)]],
    segments: ["region": .init(levels: ["north", "south", "west"], indices: [0, 1, -1, 1])],
    weights: [1, 2, 3, 4], dates: [10, 20, 30, 40],
    waves: .init(levels: ["a", "b"], indices: [0, 0, 1, 1]))

  @Test func everyColumnKeepsTheRowsThatPass() {
    let part = table.filtered { $0 != 2 }
    #expect(part.count == 3)
    #expect(part.ratings["nps"] == [Rating(1), .skipped, Rating(10)])
    #expect(part.segments["region"]?.indices == [0, 1, 1])
    #expect(part.segments["region"]?.levels == ["north", "south", "west"])
    #expect(part.weights == [1, 2, 4])
    #expect(part.dates == [10, 20, 40])
    #expect(part.waves?.indices == [0, 0, 1])
  }

  @Test func aWaveIsFoundByName() {
    #expect(table.inWave("b")?.weights == [3, 4])
    #expect(table.inWave("c") == nil)
  }

  @Test func aSegmentIsFoundByIdAndValue() {
    #expect(table.inSegment("region", value: "south")?.weights == [2, 4])
    #expect(table.inSegment("region", value: "west")?.count == 0)
    #expect(table.inSegment("region", value: "east") == nil)
    #expect(table.inSegment("country", value: "south") == nil)
  }
}
