import SurveyAnalysis
import Testing

@testable import SurveyReport

@Suite struct MapLabelsTests {
  private func labels(of sample: String) throws -> (labels: MapLabels, map: PriorityMap) {
    let content = try Sample.named(sample)
    let context = ReportContext(survey: content.survey, language: .dutch)
    let map = PriorityMap(of: try content.drivers.get(), labels: context.labels)
    return (MapLabels(chart: MapChart(map: map, context: context, confidence: 0.95)), map)
  }

  @Test func namesAFewDrivers() throws {
    let (labels, map) = try labels(of: "dutch")
    #expect(!labels.isNumbered)
    #expect(labels.boxes.count == map.points.count)
  }

  @Test func numbersThirtyDriversWithLongNames() throws {
    let (labels, map) = try labels(of: "large")
    #expect(labels.isNumbered)
    #expect(labels.boxes.count == map.points.count)
    for (index, box) in labels.boxes.enumerated() {
      #expect(!labels.boxes[(index + 1)...].contains(where: box.overlaps))
      #expect(MapChart.frame.contains(box))
    }
  }

  @Test func partsTheFieldsAtTheMeans() throws {
    let (_, map) = try labels(of: "dutch")
    let fields = Dictionary(uniqueKeysWithValues: map.points.map { ($0.driver.id, map.quadrant(of: $0)) })
    #expect(fields["servicesnelheid"] == .fixFirst)
    #expect(fields["meerwaarde"] == .keepAndExtend)
    #expect(fields["communicatie"] == .monitor)
    #expect(fields["merkperceptie"] == .maintain)
    let product = try #require(map.points.first { $0.driver.id == "productkwaliteit" })
    #expect(!map.isClear(product), "Its interval of importance holds the mean.")
  }
}
