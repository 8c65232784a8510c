import GRDB
import SurveyModel
import SurveyStore
import Testing

@Suite struct ResponseTableTests {
  private let day = CalendarDate(year: 2026, month: 2, day: 28)

  @Test func returnsWhatWasStored() throws {
    let table = try withStore { store in
      try SampleFile(responses: [
        SampleResponse(Rating(0), .skipped, "n", wave: "2026-Q1", date: day, weight: 0.25, respondent: "r1"),
        SampleResponse(Rating(10), Rating(5), "zz", wave: "2026-Q1", date: day, weight: 2),
        SampleResponse(.dontKnow, .notShown, nil, wave: "2026-Q1", weight: 0),
      ]).store(in: store)
      return try store.responses()
    }
    #expect(table.count == 3)
    #expect(table.ratings["score"] == [Rating(0), Rating(10), .dontKnow])
    #expect(table.ratings["price"] == [.skipped, Rating(5), .notShown])
    #expect(table.segments["region"] == .init(levels: ["n", "zz"], indices: [0, 1, -1]))
    #expect(table.weights == [0.25, 2, 0])
    #expect(table.dates == [20_512, 20_512, ResponseBatch.noDate])
    #expect(table.waves == .init(levels: ["2026-Q1"], indices: [0, 0, 0]))
  }

  @Test func storesDecimalsAsNumbersOfPoints() throws {
    try withStore { store in
      let scale = Scale(minimum: 1, maximum: 10, decimals: 1)
      var file = SampleFile(survey: SampleFile.survey(priceScale: scale))
      file.responses = [75, 80].map { SampleResponse(Rating(9), Rating($0), "n", respondent: "r\($0)") }
      try file.store(in: store)
      #expect(try store.responses().ratings["price"] == [Rating(75), Rating(80)])
      let mean = try DatabaseQueue(path: store.path).read {
        try Double.fetchOne($0, sql: "SELECT avg(price) FROM response")
      }
      #expect(mean == 7.75)
      file.survey = SampleFile.survey(priceScale: Scale(minimum: 1, maximum: 10))
      (file.digest, file.name) = ("bb", "b.csv")
      #expect(
        throws: StoreError.scaleChanged(question: "price", stored: "1–10 with 1 decimal", wanted: "1–10")
      ) {
        try file.store(in: store, .append)
      }
    }
  }

  @Test func ordersSegmentValuesAsTheSurveyDoesAndOthersByName() throws {
    let table = try withStore { store in
      try SampleFile(
        responses: ["b10", "n", "b9", "s"].map { SampleResponse(Rating(1), Rating(1), $0) }
      ).store(in: store)
      return try store.responses()
    }
    #expect(table.segments["region"]?.levels == ["s", "n", "b9", "b10"])
    #expect(table.segments["region"]?.indices == [3, 1, 2, 0])
  }

  @Test func ordersWavesByTheirFirstDay() throws {
    let february = CalendarDate(year: 2026, month: 2, day: 1)
    let january = CalendarDate(year: 2026, month: 1, day: 31)
    let table = try withStore { store in
      try SampleFile(responses: [
        SampleResponse(Rating(1), Rating(1), "n", wave: "A", date: february),
        SampleResponse(Rating(1), Rating(1), "n", wave: "B", date: day),
        SampleResponse(Rating(1), Rating(1), "n", wave: "B", date: january),
      ]).store(in: store)
      return try store.responses()
    }
    #expect(table.waves == .init(levels: ["B", "A"], indices: [1, 0, 0]))
  }

  @Test func ordersWavesByNameWhereOneHasNoDates() throws {
    let table = try withStore { store in
      try SampleFile(responses: [
        SampleResponse(Rating(1), Rating(1), "n", wave: "wave 10", date: day),
        SampleResponse(Rating(1), Rating(1), "n", wave: "wave 9"),
      ]).store(in: store)
      return try store.responses()
    }
    #expect(table.waves?.levels == ["wave 9", "wave 10"])
  }

  @Test func holdsEveryValueOfALongScaleInManyBatches() throws {
    let values = (0..<1000).map { index in Rating(1 + index * 7 % 5) }
    let table = try withStore { store in
      try SampleFile(
        responses: values.enumerated().map { index, value in
          SampleResponse(Rating(index % 11), value, "region \(index % 300)", wave: "w")
        }, batchSize: 64
      ).store(in: store)
      return try store.responses()
    }
    #expect(table.ratings["price"] == values)
    #expect(table.ratings["score"] == (0..<1000).map { Rating($0 % 11) })
    let regions = try #require(table.segments["region"])
    #expect(regions.indices.map { regions.levels[Int($0)] } == (0..<1000).map { "region \($0 % 300)" })
    #expect(regions.levels.prefix(3) == ["region 0", "region 1", "region 2"])
  }

  /// Rows are written in groups, so no row's own texts may run into those of its neighbours.
  @Test func keepsTheDatesAndRespondentsOfNeighboursApart() throws {
    let days = (0..<173).map { (row: Int) -> Int32 in
      let day = row * 100
      return Int32(row % 2 == 0 ? day : day + 3996)
    }
    let names = (0..<173).map { (row: Int) -> String in String(repeating: "ë", count: row) + String(row) }
    try withStore { store in
      try SampleFile(
        responses: zip(days, names).map { day, name in
          SampleResponse(
            Rating(5), Rating(5), "n", date: CalendarDate(daysSince1970: day), respondent: name)
        }, batchSize: 120
      ).store(in: store)
      #expect(try store.responses().dates == days)
      let stored = try DatabaseQueue(path: store.path).read {
        try String.fetchAll($0, sql: "SELECT respondent FROM response ORDER BY line")
      }
      #expect(stored == names)
    }
  }

  @Test func givesQuestionsOfTheSurveyOnlyAndThoseNotStoredAsNotShown() throws {
    let service = Question(
      id: "service", source: ColumnSource(name: "Q3"), label: LocalizedText("Service"),
      scale: Scale(minimum: 1, maximum: 5))
    let table = try withStore { store in
      try SampleFile(responses: [SampleResponse(Rating(1), Rating(1), "n")]).store(in: store)
      return try store.responses(of: SampleFile.survey(extra: [service]))
    }
    #expect(table.ratings["service"] == [.notShown])
    #expect(table.ratings["price"] == [Rating(1)])
  }

  @Test func refusesToReadForASurveyWithAnotherScale() throws {
    try withStore { store in
      try SampleFile(responses: [SampleResponse(Rating(1), Rating(1), "n")]).store(in: store)
      let changed = SampleFile.survey(priceScale: Scale(minimum: 1, maximum: 7))
      #expect(throws: StoreError.scaleChanged(question: "price", stored: "1–5", wanted: "1–7")) {
        try store.responses(of: changed)
      }
    }
  }
}
